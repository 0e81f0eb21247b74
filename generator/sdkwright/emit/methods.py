"""Views of the methods of a resource: their signatures, docstrings and calls of the runtime."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sdkwright.emit.annotations import (
    argument_type,
    download_types,
    first_type,
    other_types,
    result_type,
    stream_types,
)
from sdkwright.emit.descriptors import descriptor_names, error_class
from sdkwright.emit.expr import FALSE, TRUE, Source, imported, string, subscript
from sdkwright.emit.imports import ModuleImports
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import NOTHING, TypeExpr, TypeWriter
from sdkwright.emit.wording import (
    argument_text,
    as_sentence,
    operation_text,
    own_server,
    typed_headers,
)
from sdkwright.model import ir

_ITERABLE = "Iterate over the returned page to get its results, and those of all pages after it."


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """A keyword of a method.

    `annotation` and `default` are source text; the default is "" for a required argument.
    """

    name: str
    annotation: str
    default: str
    text: str


@dataclass(frozen=True, slots=True)
class RaisedView:
    """An exception that a method raises, and why."""

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class DocstringView:
    """The docstring of a method: a summary, paragraphs, and sections."""

    summary: str
    paragraphs: tuple[str, ...]
    arguments: tuple[ArgumentView, ...]
    returns: tuple[str, ...]
    raises: tuple[RaisedView, ...]


@dataclass(frozen=True, slots=True)
class SentView:
    """A value of the call: its key in the runtime, and the argument that holds it."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class CallView:
    """The call of the runtime, the same in the sync and the async version of a method.

    `descriptor` is that of the operation; if its result is a stream on request, `selector` is the
    argument that requests it, and `streaming` the descriptor for it. The parameters follow: one by
    one, or together as an object of the class `request_class`. `others` is the argument with all
    properties that the document does not name, and `body` that with the whole body.
    """

    descriptor: str
    selector: str
    streaming: str
    request_class: str
    parameters: tuple[SentView, ...]
    has_properties: bool
    properties: tuple[SentView, ...]
    others: str
    body: str


@dataclass(frozen=True, slots=True)
class OverloadView:
    """The signature of a method for one choice of its arguments."""

    arguments: tuple[ArgumentView, ...]
    returned: str
    returned_async: str


@dataclass(frozen=True, slots=True)
class PagesView:
    """A method that iterates over pages: `what` it yields ("results" or "pages"), and its type."""

    what: str
    item: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method, in its sync and its async version.

    `deprecated` is what a caller is warned with; "" if the method is not deprecated.
    """

    name: str
    deprecated: str
    arguments: tuple[ArgumentView, ...]
    returned: str
    returned_async: str
    overloads: tuple[OverloadView, ...]
    doc: DocstringView
    call: CallView
    pages: PagesView | None


class MethodWriter:
    """Creates the methods of one resource.

    Args:
        index: The operations.
        types: Writes types for the module.
        imports: The imports of the module, to which those of the methods are added.
        default_error: The exception for failures that are not documented.
    """

    def __init__(
        self, index: Index, types: TypeWriter, imports: ModuleImports, default_error: str
    ) -> None:
        self._index = index
        self._types = types
        self._imports = imports
        self._default_error = default_error

    def write(self, operation: ir.Operation) -> MethodView:
        """Return the view of the method that calls an operation."""
        arguments = tuple(map(self._argument, operation.signature.arguments))
        returned, returned_async = self._returned(operation)
        return MethodView(
            name=operation.name.python,
            deprecated=self._deprecated(operation),
            arguments=arguments,
            returned=returned,
            returned_async=returned_async,
            overloads=self._overloads(operation, arguments),
            doc=self._docstring(operation, arguments),
            call=self._call(operation),
            pages=self._pages(operation),
        )

    def _deprecated(self, operation: ir.Operation) -> str:
        """Return what a caller of a deprecated method is warned with; "" for any other method."""
        reason = operation.doc.deprecated
        if reason is None:
            return ""
        self._imports.use(imported("._runtime.deprecation", "deprecated"))
        return f"{operation.name.python} is deprecated. {reason}".strip()

    # The signature

    def _argument(self, argument: ir.Argument) -> ArgumentView:
        annotation = argument_type(self._index, self._types, argument)
        default = ""
        if not argument.required:
            default = "None"
            if argument.takes_null:
                default = self._imports.use(imported(".types", "UNSET"))
        return ArgumentView(
            name=argument.name,
            annotation=self._imports.use(annotation),
            default=default,
            text=argument_text(self._index, argument),
        )

    def _returned(self, operation: ir.Operation) -> tuple[str, str]:
        """Return the types of a result, from the sync and from the async version."""
        match operation.signature.answer:
            case "bytes":
                return self._annotated(download_types(self._types))
            case "stream":
                return self._stream(operation)
            case "either":
                text = self._imports.use(result_type(self._types, operation))
                sync, asynchronous = self._stream(operation)
                return f"{text} | {sync}", f"{text} | {asynchronous}"
        text = self._imports.use(result_type(self._types, operation))
        return text, text

    def _stream(self, operation: ir.Operation) -> tuple[str, str]:
        return self._annotated(stream_types(self._types, operation.signature.parts))

    def _annotated(self, types: tuple[Source, Source]) -> tuple[str, str]:
        sync, asynchronous = types
        return self._imports.use(sync), self._imports.use(asynchronous)

    def _overloads(
        self, operation: ir.Operation, arguments: tuple[ArgumentView, ...]
    ) -> tuple[OverloadView, ...]:
        """Return the overloads of a method that returns a value or, on request, a stream."""
        selector = operation.signature.selector
        if selector is None:
            return self._overloads_by_media(operation, arguments)
        self._imports.use(imported("typing", "overload"))
        view = next(item for item in arguments if item.name == selector.name)
        literal = self._types.imported("typing", "Literal")
        yes, no = (subscript(literal, value) for value in (TRUE, FALSE))
        streaming = replace(view, annotation=self._imports.use(yes), default="")
        whole = replace(view, annotation=self._imports.use(self._chosen(selector, no)))
        value = self._imports.use(result_type(self._types, operation))
        returned = ((value, value), self._stream(operation), self._returned(operation))
        return tuple(
            OverloadView(tuple(chosen if item is view else item for item in arguments), *types)
            for chosen, types in zip((whole, streaming, view), returned, strict=True)
        )

    def _overloads_by_media(
        self, operation: ir.Operation, arguments: tuple[ArgumentView, ...]
    ) -> tuple[OverloadView, ...]:
        """Return the overloads of a method whose caller chooses what the response is."""
        method = operation.signature
        if method.accept is None or method.answer != "value":
            return ()
        self._imports.use(imported("typing", "overload"))
        name = method.accept.name
        view = next(item for item in arguments if item.name == name)
        literal = self._types.imported("typing", "Literal")
        found: list[tuple[ArgumentView, str]] = []
        for returned, names in other_types(self._types, operation).items():
            chosen = subscript(literal, *map(string, names))
            found.append(
                (replace(view, annotation=self._imports.annotate(chosen), default=""), returned)
            )
        first = dict.fromkeys(media.name for media in method.results if media)
        usual = TypeExpr.of(subscript(literal, *map(string, first))) if first else None
        written = NOTHING if usual is None else usual | NOTHING
        value = self._imports.annotate(first_type(self._types, operation))
        found.append((replace(view, annotation=self._imports.annotate(written)), value))
        found.append((view, self._imports.annotate(result_type(self._types, operation))))
        return tuple(
            OverloadView(
                tuple(chosen if item is view else item for item in arguments), returned, returned
            )
            for chosen, returned in found
        )

    def _chosen(self, selector: ir.Argument, value: Source) -> TypeExpr:
        """Return the annotation of an argument with one of its two values in place of both."""
        written = TypeExpr.of(value)
        if isinstance(selector.type, ir.Nullable) or not selector.required:
            written |= NOTHING
        if selector.takes_null and not selector.required:
            written = self._types.optional(written)
        return written

    # The docstring

    def _docstring(
        self, operation: ir.Operation, arguments: tuple[ArgumentView, ...]
    ) -> DocstringView:
        summary, description = operation_text(operation)
        remarks = [description, own_server(operation), typed_headers(self._index, operation)]
        if self._index.page_models(operation):
            remarks.append(_ITERABLE)
        if operation.doc.deprecated is not None:
            remarks.append(f"Deprecated. {operation.doc.deprecated}".strip())
        return DocstringView(
            summary=as_sentence(summary),
            paragraphs=tuple(filter(None, remarks)),
            arguments=arguments,
            returns=tuple(
                response.doc.description
                for response in operation.responses
                if response.doc.description.strip()
            ),
            raises=tuple(self._raised(operation)),
        )

    def _raised(self, operation: ir.Operation) -> Iterator[RaisedView]:
        """Yield what a method raises, and why: each pair of the two once."""
        reasons = dict.fromkeys(
            (error_class(self._index, error, self._default_error), error.doc.description)
            for error in operation.errors
            if error.error is not None or not error.is_other
        )
        for name, reason in reasons:
            text = reason or "The server responded with this error status."
            yield RaisedView(f"errors.{name}", text)
        general = f"errors.{self._default_error}"
        yield RaisedView(general, "Any other error status.")
        yield RaisedView("errors.NoResponseError", "No response, or a timeout.")

    # The call

    def _call(self, operation: ir.Operation) -> CallView:
        arguments = operation.signature.arguments
        selector = operation.signature.selector
        descriptor, *streaming = descriptor_names(self._index, operation)
        properties = tuple(_sent(item) for item in arguments if item.place == "property")
        others = _name_of(operation, "others")
        return CallView(
            descriptor=descriptor,
            selector="" if selector is None else selector.name,
            streaming="".join(streaming),
            request_class=self._request_class(operation),
            parameters=tuple(
                _sent(item)
                for item in arguments
                if item.place not in {"property", "others", "body", "request"}
            ),
            has_properties=self._index.body_model(operation) is not None,
            properties=properties,
            others=others,
            body=_name_of(operation, "body"),
        )

    def _request_class(self, operation: ir.Operation) -> str:
        if operation.request is None:
            return ""
        self._imports.use(imported("._runtime.http.request_objects", "parameters_of"))
        return self._imports.use(self._types.write(operation.request))

    def _pages(self, operation: ir.Operation) -> PagesView | None:
        rule = operation.pagination
        if rule is None:
            return None
        for name in ("Pages", "AsyncPages"):
            self._imports.use(imported("._runtime.paging.pages", name))
        if rule.results is None:
            return PagesView("pages", result_type(self._types, operation).text)
        items = [self._imports.use(self._types.write(item)) for item in rule.items]
        return PagesView("results", " | ".join(dict.fromkeys(items)))


def _sent(argument: ir.Argument) -> SentView:
    return SentView(argument.key or argument.wire, argument.name)


def _name_of(operation: ir.Operation, place: ir.Place) -> str:
    """Return the name of the argument with a place; "" if there is none."""
    arguments = operation.signature.arguments
    return next((argument.name for argument in arguments if argument.place == place), "")
