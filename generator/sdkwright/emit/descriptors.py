"""Views of descriptors: what the runtime knows about each operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sdkwright.emit import operation_sources as sources
from sdkwright.emit.annotations import download_types, result_type, stream_types
from sdkwright.emit.common import Common, common_headers, free_name, in_common
from sdkwright.emit.expr import FALSE, NONE, Expr, Source, call, imported, lazy, string
from sdkwright.emit.filters import dict_of, py_string, py_tuple, tuple_of
from sdkwright.emit.imports import ModuleImports
from sdkwright.emit.index import Index
from sdkwright.emit.pages import pages_source
from sdkwright.emit.policies import policy_source
from sdkwright.emit.python_types import TypeWriter
from sdkwright.emit.security import security_source
from sdkwright.emit.servers import server_source
from sdkwright.model import ir

_INDENT = 4
"""The indentation of a descriptor's arguments."""


@dataclass(frozen=True, slots=True)
class KeywordView:
    """A keyword argument of a descriptor; `source` is already laid out."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class ConstantView:
    """A value that several descriptors of a module share; `source` is laid out."""

    name: str
    type: str
    source: str


@dataclass(frozen=True, slots=True)
class DescriptorView:
    """A descriptor: a constant of a resource's module, with the types of what a call returns.

    There are two types if a sync and an async call return different ones.
    """

    constant: str
    types: tuple[str, ...]
    id: str
    method: str
    path: str
    keywords: tuple[KeywordView, ...]


def descriptor_names(index: Index, operation: ir.Operation) -> tuple[str, ...]:
    """Return the names of an operation's descriptors: the second is for streams.

    A name that other modules import is not private.
    """
    method = operation.name.python
    # Two letters can have the same capitals: `straße` and `strasse`.
    name = method.upper() if method.upper().lower() == method else method
    name = f"_{name}" if len(index.homes[operation.id]) == 1 else f"{name}_OPERATION"
    if operation.signature.answer == "either":
        return name, f"{name}_STREAM"
    return (name,)


class DescriptorWriter:
    """Creates the descriptors of one module.

    Args:
        index: The operations.
        types: Writes types for the module.
        imports: The imports of the module, to which those of the descriptors are added.
        default_error: The exception for failures that are not documented.
        operations: The operations whose descriptors the module has.
    """

    def __init__(
        self,
        index: Index,
        types: TypeWriter,
        imports: ModuleImports,
        default_error: str,
        operations: Sequence[ir.Operation],
    ) -> None:
        self._index = index
        self._types = types
        self._imports = imports
        self._default_error = default_error
        self._operations = operations
        taken = {name for operation in operations for name in descriptor_names(index, operation)}
        self._headers = Common(free_name("_GLOBAL_HEADERS", taken), common_headers(operations))
        self._errors = Common(
            free_name("_COMMON_ERRORS", taken),
            in_common([dict(self._errors_of(operation)) for operation in operations]),
        )

    def constants(self) -> Iterator[ConstantView]:
        """Yield the values that several descriptors share."""
        if self._headers.entries:
            name = self._headers.name
            sources = map(py_string, self._headers.entries)
            yield ConstantView(name, "", tuple_of(sources, 0, len(f"{name} = ")))
        if self._errors.entries:
            annotation = self._imports.use(imported("._runtime.operation", "ErrorTable"))
            entries = self._table_of(self._errors.entries)
            yield ConstantView(self._errors.name, annotation, dict_of(entries, 0))

    def descriptors(self) -> Iterator[DescriptorView]:
        """Yield the descriptors."""
        for operation in self._operations:
            self._imports.use(imported("._runtime.operation", "Operation"))
            yield from self._write(operation)

    def _write(self, operation: ir.Operation) -> Iterator[DescriptorView]:
        """Yield the descriptors of an operation, in the order of `descriptor_names`."""
        first, *streaming = descriptor_names(self._index, operation)
        parts = operation.signature.parts
        match operation.signature.answer:
            case "stream" if parts is not None:
                yield self._view(operation, first, stream_types(self._types, parts), parts)
                return
            case "bytes":
                yield self._view(operation, first, download_types(self._types))
            case _:
                result = result_type(self._types, operation)
                media_types = filter(None, operation.signature.results)
                # pyright takes `str` for a literal where the async result is left to the default.
                is_literal = any(self._index.is_literal(media.type) for media in media_types)
                yield self._view(operation, first, (result, result) if is_literal else (result,))
        for name in streaming:
            if parts is not None:
                yield self._view(operation, name, stream_types(self._types, parts), parts)

    def _view(
        self,
        operation: ir.Operation,
        name: str,
        returned: Sequence[Source],
        parts: ir.MediaType | None = None,
    ) -> DescriptorView:
        keywords = (
            *self._parameters(operation),
            *self._body(operation),
            *self._answers(operation, parts),
            *self._settings(operation, is_stream=parts is not None),
        )
        return DescriptorView(
            constant=name,
            types=tuple(map(self._imports.annotate, returned)),
            id=operation.id,
            method=operation.verb,
            path=operation.template or operation.path,
            keywords=keywords,
        )

    # Parameters

    def _parameters(self, operation: ir.Operation) -> Iterator[KeywordView]:
        styled = {
            item.name.wire: source
            for item, source, is_styled in self._wired(operation, "path")
            if is_styled
        }
        if styled:
            yield KeywordView("path_parameters", self._table(styled))
        query = [source for _, source, _ in self._wired(operation, "query")]
        if query:
            yield self._listed("query", query)
        headers = [*self._wired(operation, "header")]
        if headers:
            yield self._with_common_headers(headers)
        cookies = [source for _, source, _ in self._wired(operation, "cookie")]
        if cookies:
            yield self._listed("cookies", cookies)
        arguments = operation.signature.parameters
        required = [
            argument.key
            for item, argument in zip(operation.parameters, arguments, strict=True)
            if item.required
            and item.location != "path"
            and not self._index.takes_null(argument.type)
        ]
        if required:
            yield _names("required", required)
        if types := self._typed((argument.key, argument.type) for argument in arguments):
            yield KeywordView("types", self._table(types))

    def _typed(self, given: Iterable[tuple[str, ir.Type]]) -> dict[str, Expr]:
        """Return the types of the arguments whose text depends on them, by key."""
        return {
            key: lazy(self._types.write(type_))
            for key, type_ in given
            if self._index.decides_text(type_)
        }

    def _listed(self, keyword: str, sources: Iterable[Expr]) -> KeywordView:
        texts = map(self._imports.use, sources)
        return KeywordView(keyword, tuple_of(texts, _INDENT, _first_column(keyword)))

    def _with_common_headers(self, wired: list[tuple[ir.Parameter, Expr, bool]]) -> KeywordView:
        """Return the headers of an operation, which end with those that all operations have."""
        common = self._headers.entries
        own = wired[: len(wired) - len(common)]
        last = tuple(source.text for _, source, _ in wired[len(own) :])
        if not common or last != tuple(map(py_string, common)):
            return self._listed("headers", (source for _, source, _ in wired))
        if not own:
            return KeywordView("headers", self._headers.name)
        rest = Expr(f"*{self._headers.name}")
        return self._listed("headers", [*(source for _, source, _ in own), rest])

    def _wired(
        self, operation: ir.Operation, location: ir.Location
    ) -> Iterator[tuple[ir.Parameter, Expr, bool]]:
        """Yield each parameter of a location with its source, in the order of sending.

        The last value is whether it is more than the name of a parameter in the default style.
        """
        arguments = operation.signature.parameters
        for item, argument in zip(operation.parameters, arguments, strict=True):
            if item.location == location:
                is_styled = argument.key != item.name.wire or self._is_styled(item)
                source = sources.styled(item, argument.key) if is_styled else string(item.name.wire)
                yield item, source, is_styled

    def _is_styled(self, item: ir.Parameter) -> bool:
        """Return whether a parameter needs its style.

        The others are scalars in the default style, and lists that repeat their name in the query.
        """
        if item.style is not None or item.allow_reserved:
            return True
        if item.location == "query" and item.explode is None and isinstance(item.type, ir.ListOf):
            return not self._index.is_scalar(item.type.item)
        return not self._index.is_scalar(item.type)

    # The body of the request

    def _body(self, operation: ir.Operation) -> Iterator[KeywordView]:
        body = operation.body
        if body is None:
            return
        arguments = operation.signature.arguments
        is_whole = any(argument.place == "body" for argument in arguments)
        media = body.media_types[0]
        yield KeywordView("body", py_string("value" if is_whole else "properties"))
        if content_type := sources.content_type(media):
            yield KeywordView("content_type", py_string(content_type))
        if media.content != "json":
            yield KeywordView("encoder", self._imports.use(sources.encoder(media)))
        if encodings := self._encodings(operation, media):
            yield KeywordView("encodings", self._table(encodings))
        if not body.required:
            yield KeywordView("body_required", FALSE.text)
        given = [argument for argument in arguments if argument.place in {"property", "body"}]
        required = [] if is_whole else _required_properties(body, given)
        if required:
            yield _names("required_properties", required)
        if self._index.has_null_others(operation):
            named = (string(item.wire) for item in given if not item.takes_null)
            every = call(imported("._runtime.operation", "AllBut"), *named)
            yield KeywordView("nullable", self._imports.use(every))
        elif nullable := [item.wire for item in given if item.takes_null]:
            yield _names("nullable", nullable)
        if types := self._body_types(operation, given):
            yield KeywordView("body_types", self._table(types))

    def _body_types(self, operation: ir.Operation, given: Sequence[ir.Argument]) -> dict[str, Expr]:
        """Return the types of properties whose text depends on them; "" is all others."""
        model = self._index.body_model(operation)
        types = self._typed((item.wire, item.type) for item in given if not item.is_file)
        if model is None or model.additional is None:
            return types
        others = self._typed([("", model.additional)])
        if not others:
            return types
        return {item.wire: lazy(self._types.write(item.type)) for item in given} | others

    def _encodings(self, operation: ir.Operation, media: ir.MediaType) -> dict[str, Expr]:
        is_multipart = media.content == "multipart"
        coded = self._index.coded(operation) if is_multipart else frozenset()
        files = self._index.files(operation) if is_multipart else frozenset()
        given = {item.property: item for item in media.encodings}
        return {
            name: sources.encoding(item, is_base64=name in coded, is_file=name in files)
            for name in dict.fromkeys((*given, *sorted(coded | files)))
            for item in [given.get(name, ir.Encoding(name))]
            # Without it, an element would have the encoding of the others, whose name is "".
            if name in coded | files or item != ir.Encoding(name) or (name and "" in given)
        }

    # Responses

    def _answers(
        self, operation: ir.Operation, parts: ir.MediaType | None
    ) -> Iterator[KeywordView]:
        returns = [
            f"{_status(item.status)}: {self._imports.use(self._return(item, parts))}"
            for item in operation.responses
        ]
        yield KeywordView("returns", dict_of(returns, _INDENT))
        if parts is not None:
            yield KeywordView("into", self._imports.use(sources.elements(parts, self._types)))
            yield KeywordView("accept", py_string(parts.name))
        else:
            if operation.signature.answer == "bytes":
                yield KeywordView("into", self._imports.use(sources.DOWNLOAD))
            if accept := sources.accept(operation):
                yield KeywordView("accept", py_string(accept))
            others = sources.others(operation, self._types) | sources.also(operation, self._types)
            if others and operation.signature.answer == "value":
                yield KeywordView("others", self._table(others))
        if operation.header_forms:
            forms = {name: string(form) for name, form in operation.header_forms}
            yield KeywordView("header_forms", self._table(forms))
        errors = dict(self._errors_of(operation))
        if errors:
            yield KeywordView("errors", self._error_table(errors))
        decoders = [
            f"{_status(error.status)}: {self._imports.use(made)}"
            for error in operation.errors
            if not error.is_other
            if error.media_type is not None and error.media_type.xml is not None
            for made in [sources.decoded(error.media_type, self._types)]
        ]
        if decoders:
            yield KeywordView("error_decoders", dict_of(decoders, _INDENT))
        readers = [
            f"{_status(error.status)}: {self._imports.use(reading)}"
            for error in operation.errors
            if not error.is_other
            if (reading := sources.reading(error.media_type)) is not None
        ]
        if readers:
            yield KeywordView("error_readers", dict_of(readers, _INDENT))
        if tables := self._other_errors(operation):
            lines = [
                f"{_status(status)}: {self._table(table, 8)}" for status, table in tables.items()
            ]
            yield KeywordView("other_errors", dict_of(lines, _INDENT))

    def _error_table(self, errors: Mapping[str, Expr]) -> str:
        """Return the source of the exceptions by status, without repeating the common ones."""
        common = self._errors.entries
        if not common or not common.items() <= errors.items():
            return dict_of(self._table_of(errors), _INDENT)
        own = {status: error for status, error in errors.items() if status not in common}
        if not own:
            return self._errors.name
        return dict_of([f"**{self._errors.name}", *self._table_of(own)], _INDENT)

    def _table_of(self, errors: Mapping[str, Expr]) -> list[str]:
        return [
            f"{_status(status)}: {self._imports.use(lazy(error))}"
            for status, error in errors.items()
        ]

    def _return(self, response: ir.Response, parts: ir.MediaType | None) -> Expr:
        if not response.media_types:
            return NONE
        media = response.media_types[0]
        made = sources.decoded(media, self._types)
        return made if parts is None or media.content in {"text", "binary"} else NONE

    def _errors_of(self, operation: ir.Operation) -> Iterator[tuple[str, Expr]]:
        """Yield the exception of each status that has one.

        A documented status without an exception hides the range that it is in.
        """
        failures = [error for error in operation.errors if not error.is_other]
        typed = {error.status for error in operation.errors if error.error}
        for error in failures:
            if error.error or typed & {f"{error.status[0]}XX", "default"}:
                yield error.status, self._error_class(error)

    def _error_class(self, error: ir.ErrorResponse) -> Expr:
        module = imported(".", "errors")
        name = error_class(self._index, error, self._default_error)
        return Expr(f"{module.text}.{name}", module.imports)

    def _other_errors(self, operation: ir.Operation) -> dict[str, dict[str, Expr]]:
        """Return how the bodies of errors are read that are not in the preferred media type.

        What is read like the preferred one is not among them.
        """
        first = {error.status: error for error in operation.errors if not error.is_other}
        found: dict[str, dict[str, Expr]] = {}
        for error in operation.errors:
            media, preferred = error.media_type, first[error.status]
            if not error.is_other or media is None:
                continue
            if media.content == "json" and error.error == preferred.error is not None:
                continue
            keywords = {}
            if error.error is not None:
                keywords["raises"] = lazy(self._error_class(error))
            if media.xml is not None:
                keywords["decoder"] = sources.decoded(media, self._types)
            elif (reading := sources.reading(media)) is not None:
                keywords["read"] = reading
            made = call(imported("._runtime.operation", "OtherError"), **keywords)
            found.setdefault(error.status, {})[media.name] = made
        return found

    # What differs from the client

    def _settings(self, operation: ir.Operation, *, is_stream: bool) -> Iterator[KeywordView]:
        api = self._index.api
        found: dict[str, Expr] = {}
        if operation.retries is not None:
            found["retries"] = policy_source(operation.retries)
        if operation.pagination is not None and not is_stream:
            found["pages"] = pages_source(self._index, operation, operation.pagination)
        if operation.security != api.security:
            found["security"] = security_source(operation.security)
        if operation.server is not None:
            found["server"] = server_source(api, operation.server)
        for name, source in found.items():
            yield KeywordView(name, self._imports.use(source))

    def _table(self, entries: Mapping[str, Expr], indent: int = _INDENT) -> str:
        """Lay out a dict whose keys are strings, with a line for each entry."""
        margin = "\n" + " " * indent
        lines = (
            f"{margin}    {py_string(key)}: {self._imports.use(source)},"
            for key, source in entries.items()
        )
        return f"{{{''.join(lines)}{margin}}}"


def error_class(index: Index, error: ir.ErrorResponse, default_error: str) -> str:
    """Return the name of the exception for a documented failure."""
    return default_error if error.error is None else index.errors[error.error].name.python


def _first_column(keyword: str) -> int:
    return _INDENT + len(f"{keyword}=")


def _names(keyword: str, names: Iterable[str]) -> KeywordView:
    return KeywordView(keyword, py_tuple(names, _INDENT, _first_column(keyword)))


def _status(status: str) -> str:
    return status if status.isdecimal() else py_string(status)


def _required_properties(body: ir.RequestBody, given: Sequence[ir.Argument]) -> list[str]:
    """Return the properties that are checked when a call is made.

    If the body is optional, these are all that it must have: its arguments can be omitted together.
    """
    if body.required:
        return [item.wire for item in given if item.required and not item.takes_null]
    return [
        item.wire for item in given if isinstance(item.origin, ir.Field) and item.origin.required
    ]
