"""Views of the classes whose methods are the operations, such as `APIKeys`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Final

from sdkwright.emit.filters import py_string
from sdkwright.emit.imports import arrange
from sdkwright.emit.index import Index
from sdkwright.emit.pages import pages_source
from sdkwright.emit.python_types import NONE, TypeExpr, TypeWriter
from sdkwright.emit.servers import server_imports, server_source
from sdkwright.emit.wording import with_rules
from sdkwright.model import ir

_JSON = "application/json"
_PLAIN: Mapping[ir.Content, str] = {"text": "TEXT", "binary": "BYTES"}
"""What stands for a body that is no JSON."""


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """A keyword of a method. `default` is source text, or "" for a required one."""

    name: str
    wire: str
    annotation: str
    default: str
    text: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What one status stands for: `status` is source text, `type` too; "" is no body, or one that
    is `plain`, the name of what stands for it."""

    status: str
    type: str
    text: str
    plain: str = ""

    @property
    def entry(self) -> tuple[str, str]:
        """What the descriptor has for it: the status, and what gives the type."""
        return self.status, f"lambda: {self.type}" if self.type else self.plain or "None"


@dataclass(frozen=True, slots=True)
class PagesView:
    """How pages are walked, as source text; `what` is walked: their results, or they themselves,
    and the type of that."""

    source: str
    what: str
    item: str


@dataclass(frozen=True, slots=True)
class RetryView:
    strategy: str
    status_codes: tuple[str, ...]
    connection_errors: bool
    initial_interval: int
    max_interval: int
    exponent: float
    max_elapsed_time: int


@dataclass(frozen=True, slots=True)
class OverloadView:
    """What a method returns for some of its arguments."""

    arguments: tuple[ArgumentView, ...]
    returned: str
    returned_async: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation: a descriptor, which is declared here or imported from another resource that
    has it too, and the methods that call it. `errors` is what the descriptor lists, `raised` what
    the docstring does. Parameters that are sent stand as source text. `call` is what calls it:
    "call", "download", "stream", or "either" with the keyword `selector`, and then `streaming` is
    the other descriptor. `result` is what the descriptor stands for."""

    constant: str
    is_declared: bool
    id: str
    name: str
    method: str
    path: str
    summary: str
    description: str
    deprecated: str
    is_deprecated: bool
    arguments: tuple[ArgumentView, ...]
    parameters: tuple[ArgumentView, ...]
    properties: tuple[ArgumentView, ...]
    others_argument: str
    request_class: str
    body_argument: str
    body_kind: str
    body_required: bool
    path_parameters: tuple[tuple[str, str], ...]
    query: tuple[str, ...]
    headers: tuple[str, ...]
    cookies: tuple[str, ...]
    nullable: tuple[str, ...]
    decimals: tuple[str, ...] | None
    content_type: str
    encodings: tuple[tuple[str, str], ...]
    accept: str
    parts: str
    returns: tuple[OutcomeView, ...]
    result: str
    returned: str
    returned_async: str
    call: str
    selector: str
    streaming: OperationView | None
    overloads: tuple[OverloadView, ...]
    errors: tuple[OutcomeView, ...]
    raised: tuple[OutcomeView, ...]
    retries: RetryView | None
    pages: PagesView | None
    security: str
    server: str


@dataclass(frozen=True, slots=True)
class AttributeView:
    """A resource as an attribute of the client, or of another resource."""

    attribute: str
    module: str
    class_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource: it has its own methods, or, if these are the same, those of another: `base`."""

    class_name: str
    module: str
    text: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    base: str
    resources: tuple[AttributeView, ...]
    operations: tuple[OperationView, ...]
    default_error: str


def retry_view(policy: ir.RetryPolicy | None) -> RetryView | None:
    """Show when an operation is tried again, if the document says so."""
    if policy is None:
        return None
    never = not policy.status_codes and not policy.connection_errors
    return RetryView(
        strategy="none" if never else "backoff",
        status_codes=policy.status_codes,
        connection_errors=policy.connection_errors,
        initial_interval=policy.initial_interval,
        max_interval=policy.max_interval,
        exponent=policy.exponent,
        max_elapsed_time=policy.max_elapsed_time,
    )


def security_source(alternatives: tuple[tuple[ir.Requirement, ...], ...]) -> str:
    """Write which credentials go together: a scheme with scopes is a tuple of their names."""
    if not any(alternatives):
        return "()"
    written = tuple(
        tuple((item.scheme, *item.scopes) if item.scopes else item.scheme for item in together)
        for together in alternatives
    )
    return repr(written)


def resource_text(resource: ir.Resource) -> str:
    """Say what a resource is."""
    return resource.doc.description or f"The `{resource.name.wire}` operations."


def attribute_views(resources: Iterable[ir.Resource]) -> tuple[AttributeView, ...]:
    """Show resources as attributes of what has them."""
    return tuple(
        AttributeView(
            attribute=resource.attribute,
            module=resource.module,
            class_name=resource.class_name,
            text=resource_text(resource),
        )
        for resource in resources
    )


def resource_view(index: Index, resource: ir.Resource, client_class: str) -> ResourceView:
    """Show a resource."""
    inner = index.attributes(resource.name.wire)
    methods = {operation.name.python for operation in resource.operations}
    shadowed = methods | {item.attribute for item in inner}
    types = TypeWriter(index.declarations, ("", resource.module), shadowed)
    writer = _Writer(index, types, resource, f"{client_class}DefaultError")
    twin = _twin(index, resource)
    operations = () if twin else tuple(map(writer.operation, resource.operations))
    imports, typing_imports = writer.imports, writer.typing_imports
    if not operations:
        imports, typing_imports = {"from ._runtime.client import Resource"}, set()
    if twin:
        imports = {f"from .{twin.module} import {twin.class_name}"}
    if inner:
        imports.add("from typing import TYPE_CHECKING")
        typing_imports |= {
            "from typing import ClassVar",
            "from ._runtime.client import Attributes",
        }
        typing_imports |= {f"from .{item.module} import {item.class_name}" for item in inner}
    return ResourceView(
        class_name=resource.class_name,
        module=resource.module,
        text=resource_text(resource),
        imports=arrange(imports),
        typing_imports=arrange(typing_imports - imports, indent=4),
        base=twin.class_name if twin else "Resource",
        resources=attribute_views(inner),
        operations=operations,
        default_error=f"{client_class}DefaultError",
    )


def _twin(index: Index, resource: ir.Resource) -> ir.Resource | None:
    """Give the resource whose methods are the same, such as the one that a deprecated group is
    another name of; one that has resources of its own would hand them down."""
    own = [(item.id, item.name.python) for item in resource.operations]
    for other in index.homes[own[0][0]] if own else ():
        if other is resource:
            return None
        if [(item.id, item.name.python) for item in other.operations] == own:
            return None if index.attributes(other.name.wire) else other
    return None


_OPERATIONS: Final = "from . import operations"
_OF_METHODS: Final = frozenset(
    {
        _OPERATIONS,
        "from ._runtime.given import parameters_of",
        "from .types import UNSET",
        "from typing import overload",
    }
)
"""What methods need while they run, besides the descriptors."""


class _Writer:
    def __init__(
        self, index: Index, types: TypeWriter, resource: ir.Resource, default_error: str
    ) -> None:
        self._index = index
        self._resource = resource
        self._default_error = default_error
        self._types = types
        self.imports: set[str] = {
            "from typing import TYPE_CHECKING",
            "from ._runtime.client import Resource",
            *(
                f"from ._runtime.raw import {name}"
                for name in ("raw", "raw_async", "streamed", "streamed_async")
            ),
        }
        self.typing_imports: set[str] = {
            "from typing import Unpack",
            "from ._runtime.values import CallOptions",
        }

    def operation(self, operation: ir.Operation) -> OperationView:
        """Show an operation; it is written out in the first resource that has it."""
        if self._index.homes[operation.id][0] is self._resource:
            self.imports.add("from ._runtime.operation import Operation")
            return self._shown(operation)
        before = set(self.imports)
        view = replace(self._shown(operation), is_declared=False)
        needed = self.imports & _OF_METHODS
        if not view.request_class:  # of its types, the rest is for type checkers
            needed -= {_OPERATIONS}
        self.imports = before | needed | set(self._borrowed(view))
        return view

    def _borrowed(self, view: OperationView) -> Iterator[str]:
        """Import the descriptors of an operation that is written out in another resource."""
        home = self._index.homes[view.id][0]
        original = next(item for item in home.operations if item.id == view.id)
        constant = _constant(self._index, original)
        for form in (view, view.streaming):
            if form is not None:
                named = f"{constant}{form.constant.removeprefix(view.constant)}"
                renamed = "" if named == form.constant else f" as {form.constant}"
                yield f"from .{home.module} import {named}{renamed}"

    def _shown(self, operation: ir.Operation) -> OperationView:
        arguments = {
            argument: self._argument(argument) for argument in operation.signature.arguments
        }
        answer = operation.signature.answer
        returned = NONE if answer == "bytes" else self._returned(operation)
        summary, description = _split(operation)
        remarks = (description, own_server(operation), typed_headers(self._index, operation))
        description = "\n\n".join(filter(None, remarks))
        properties = [argument for argument in arguments if argument.place == "property"]
        whole_body = next((a.name for a in arguments if a.place == "body"), "")
        selector = next((a for a in properties if a.wire == operation.stream), None)
        view = OperationView(
            constant=_constant(self._index, operation),
            is_declared=True,
            id=operation.id,
            name=operation.name.python,
            method=operation.method.upper(),
            path=operation.path,
            summary=summary,
            description=description,
            deprecated=f"Deprecated. {operation.doc.deprecated or ''}".strip(),
            is_deprecated=operation.doc.deprecated is not None,
            arguments=tuple(arguments.values()),
            parameters=tuple(
                view
                for a, view in arguments.items()
                if a.place not in {"property", "others", "body", "request"}
            ),
            properties=tuple(arguments[argument] for argument in properties),
            others_argument=next((a.name for a in arguments if a.place == "others"), ""),
            request_class=self._request_class(operation),
            body_argument=whole_body,
            body_kind=_body_kind(operation, whole_body),
            body_required=operation.body is None or bool(whole_body) or operation.body.required,
            path_parameters=tuple(
                (wire, source)
                for wire, source in self._wired(operation, "path")
                if source.startswith("Styled(")
            ),
            query=tuple(source for _, source in self._wired(operation, "query")),
            headers=tuple(source for _, source in self._wired(operation, "header")),
            cookies=tuple(source for _, source in self._wired(operation, "cookie")),
            nullable=tuple(a.wire for a in properties if isinstance(a.type, ir.Nullable)),
            decimals=self._index.decimals(operation),
            content_type=_content_type(operation),
            encodings=self._encodings(operation),
            accept=_accept(operation),
            parts="",
            returns=tuple(self._return(response) for response in operation.responses),
            result="bytes" if answer == "bytes" else returned.text,
            returned=returned.text,
            returned_async=returned.text,
            call="call",
            selector=selector.name if selector else "",
            streaming=None,
            overloads=(),
            errors=tuple(self._errors(operation)),
            raised=tuple(self._raised(operation)),
            retries=self._retries(operation),
            pages=self._pages(operation),
            security=self._security(operation),
            server=self._server(operation),
        )
        match answer:
            case "bytes":
                return self._downloading(view)
            case "stream":
                return self._in_parts(view, operation)
            case "either" if selector is not None:
                return self._in_both_ways(view, operation, arguments[selector])
        return view

    def _request_class(self, operation: ir.Operation) -> str:
        """Write the class of the object that has all parameters, or "" where there is none."""
        if operation.request is None:
            return ""
        written = self._types.write(operation.request)
        self.imports |= written.imports
        self.imports.add("from ._runtime.given import parameters_of")
        return written.text

    def _downloading(self, view: OperationView) -> OperationView:
        names = ("StreamedResponse", "AsyncStreamedResponse")
        self.typing_imports |= {f"from ._runtime.raw import {name}" for name in names}
        content = self._types.builtin("bytes")
        self.typing_imports |= content.imports
        sync, asynchronous = (f"{name}[{content.text}]" for name in names)
        return replace(view, call="download", returned=sync, returned_async=asynchronous)

    def _in_parts(self, view: OperationView, operation: ir.Operation) -> OperationView:
        media = operation.signature.parts
        if media is None:
            return view
        names = ("EventStream", "AsyncEventStream")
        self.typing_imports |= {f"from ._runtime.events import {name}" for name in names}
        self.imports.add("from ._runtime.operation import Parts")
        written = self._write(media.type)
        self.imports |= written.imports
        source = f"Parts(lambda: {written.text}"
        source += ", are_events=False" if media.content == "lines" else ""
        source += f", sentinel={py_string(media.sentinel)}" if media.sentinel else ""
        source += ", is_wrapped=True" if media.is_wrapped else ""
        return replace(
            view,
            call="stream",
            parts=f"{source})",
            accept=media.name,
            returns=tuple(replace(outcome, type="") for outcome in view.returns),
            result=written.text,
            returned=f"{names[0]}[{written.text}]",
            returned_async=f"{names[1]}[{written.text}]",
        )

    def _in_both_ways(
        self, view: OperationView, operation: ir.Operation, selector: ArgumentView
    ) -> OperationView:
        streaming = replace(
            self._in_parts(view, operation), constant=f"{view.constant}_STREAM", pages=None
        )
        self.imports.add("from typing import overload")
        literal = self._use(self._types.imported("typing", "Literal")).text
        yes, no, both = (
            tuple(chosen if item == selector else item for item in view.arguments)
            for chosen in (
                replace(selector, annotation=f"{literal}[True]", default=""),
                replace(
                    selector,
                    annotation=selector.annotation.replace("bool", f"{literal}[False]"),
                ),
                selector,
            )
        )
        one, other = view.returned, streaming
        whole = (f"{one} | {other.returned}", f"{one} | {other.returned_async}")
        return replace(
            view,
            call="either",
            streaming=streaming,
            returned=whole[0],
            returned_async=whole[1],
            overloads=(
                OverloadView(no, one, one),
                OverloadView(yes, other.returned, other.returned_async),
                OverloadView(both, *whole),
            ),
        )

    def _encodings(self, operation: ir.Operation) -> tuple[tuple[str, str], ...]:
        if operation.body is None:
            return ()
        media = operation.body.media_types[0]
        coded = self._index.coded(operation) if media.content == "multipart" else frozenset()
        given = {item.property: item for item in media.encodings}
        found = tuple(
            (name, _encoding(item, is_base64=name in coded))
            for name in dict.fromkeys((*given, *sorted(coded)))
            for item in [given.get(name, ir.Encoding(name))]
            if name in coded or item != ir.Encoding(name)
        )
        if found:
            self.imports.add("from ._runtime.operation import Encoding")
        return found

    def _argument(self, argument: ir.Argument) -> ArgumentView:
        written = self._use(
            self._file(argument.type)
            if argument.is_file
            else self._types.write_argument(argument.type)
        )
        default = ""
        if argument.place == "request":
            written |= self._use(self._mapping())
        if not argument.required:
            written, default = written | NONE, "None"
            if isinstance(argument.type, ir.Nullable):
                written = self._use(self._types.optional(written))
                default = "UNSET"
                self.imports.add("from .types import UNSET")
        return ArgumentView(
            name=argument.name,
            wire=argument.key or argument.wire,
            annotation=written.text,
            default=default,
            text=_argument_text(argument, self._index),
        )

    def _mapping(self) -> TypeExpr:
        """Write what an object of all parameters can be given as besides."""
        mapping = self._types.imported("collections.abc", "Mapping")
        anything = self._types.imported("typing", "Any")
        key = self._types.builtin("str")
        text = f"{mapping.text}[{key.text}, {anything.text}]"
        return TypeExpr((text,), mapping.imports | key.imports | anything.imports)

    def _file(self, type_: ir.Type) -> TypeExpr:
        """Write what a file can be given as, or several, or something else that may stand there."""
        match type_:
            case ir.Nullable(inner=inner):
                return self._file(inner) | NONE
            case ir.ListOf(item=item):
                each = self._file(item)
                outer = self._types.builtin("list")
                return TypeExpr((f"{outer.text}[{each.text}]",), outer.imports | each.imports)
        variants = self._index.choices(type_)
        if not variants:
            return self._types.imported(".types", "FileInput")
        written = [
            self._file(item) if self._index.holds_file(item) else self._types.write_argument(item)
            for item in variants
        ]
        return reduce(or_, written)

    def _wired(self, operation: ir.Operation, location: ir.Location) -> Iterator[tuple[str, str]]:
        """Give names and what the runtime is told of them, in the order of the document, which is
        the order of sending."""
        arguments = operation.signature.parameters
        for item, argument in zip(operation.parameters, arguments, strict=True):
            wire, key = item.name.wire, argument.key
            if item.location != location:
                continue
            if key == wire and not self._is_styled(item):
                yield wire, py_string(wire)
            else:
                self.imports.add("from ._runtime.operation import Styled")
                yield wire, _styled(item, key)

    def _is_styled(self, item: ir.Parameter) -> bool:
        """Whether it is more than a scalar in the default style, or a list that repeats its name
        in the query."""
        if item.style is not None or item.allow_reserved:
            return True
        if item.location == "query" and item.explode is None and isinstance(item.type, ir.ListOf):
            return not self._index.is_scalar(item.type.item)
        return not self._index.is_scalar(item.type)

    def _return(self, response: ir.Response) -> OutcomeView:
        type_ = ""
        if response.media_types and (plain := _PLAIN.get(response.media_types[0].content)):
            self.imports.add(f"from ._runtime.operation import {plain}")
            return OutcomeView(_status(response.status), "", response.doc.description, plain)
        if response.media_types:
            written = self._types.write(response.media_types[0].type)
            self.imports |= written.imports
            type_ = written.text
        return OutcomeView(_status(response.status), type_, response.doc.description)

    def _returned(self, operation: ir.Operation) -> TypeExpr:
        found: TypeExpr | None = None
        for media in operation.signature.results:
            written = NONE if media is None else self._body(media)
            found = written if found is None else found | written
        return found or NONE

    def _body(self, media: ir.MediaType) -> TypeExpr:
        if media.content == "binary":
            return self._types.builtin("bytes")
        return self._write(media.type)

    def _errors(self, operation: ir.Operation) -> Iterator[OutcomeView]:
        """Show the exceptions by status. One of its own hides the range that a status is in."""
        typed = {error.status for error in operation.errors if error.error}
        for error in operation.errors:
            if error.error or typed & {f"{error.status[0]}XX", "default"}:
                self.imports.add("from . import errors")
                yield OutcomeView(_status(error.status), self._error_class(error), "")

    def _raised(self, operation: ir.Operation) -> Iterator[OutcomeView]:
        """Show what can be raised, and why: each pair of the two once."""
        reasons = {(self._error_class(e), e.doc.description): None for e in operation.errors}
        for name, reason in reasons:
            yield OutcomeView("", name, reason or "The server answered with this failure.")

    def _error_class(self, error: ir.ErrorResponse) -> str:
        if error.error is None:
            return f"errors.{self._default_error}"
        return f"errors.{self._index.errors[error.error].name.python}"

    def _server(self, operation: ir.Operation) -> str:
        if operation.server is None:
            return ""
        source = server_source(self._index.api, operation.server)
        self.imports |= {f"from ._runtime.servers import {name}" for name in server_imports(source)}
        return source

    def _security(self, operation: ir.Operation) -> str:
        general = self._index.api.security
        return "" if operation.security == general else security_source(operation.security)

    def _retries(self, operation: ir.Operation) -> RetryView | None:
        if operation.retries is not None:
            self.imports |= {
                f"from ._runtime.retries import {name}"
                for name in ("BackoffStrategy", "Policy", "RetryConfig")
            }
        return retry_view(operation.retries)

    def _pages(self, operation: ir.Operation) -> PagesView | None:
        rule = operation.pagination
        if rule is None:
            return None
        source, names = pages_source(self._index, operation, rule)
        self.imports |= names
        self.typing_imports |= {
            "from ._runtime.pagination import AsyncPages",
            "from ._runtime.pagination import Pages",
        }
        if rule.results is None:
            return PagesView(source, "pages", self._returned(operation).text)
        items = [self._write(item).text for item in rule.items]
        return PagesView(source, "results", " | ".join(dict.fromkeys(items)))

    def _write(self, type_: ir.Type) -> TypeExpr:
        return self._use(self._types.write(type_))

    def _use(self, written: TypeExpr) -> TypeExpr:
        self.typing_imports |= written.imports
        return written


def _constant(index: Index, operation: ir.Operation) -> str:
    """Name a descriptor: one that other modules import is not private."""
    name = operation.name.python.upper()
    return f"_{name}" if len(index.homes[operation.id]) == 1 else f"{name}_OPERATION"


def _styled(item: ir.Parameter, key: str) -> str:
    style = item.style or ("simple" if item.location in {"path", "header"} else "form")
    source = f"Styled({py_string(item.name.wire)}, {py_string(style)}"
    explode = style == "form" if item.explode is None else item.explode
    source += ", explode=True" if explode else ""
    source += ", reserved=True" if item.allow_reserved else ""
    source += f", key={py_string(key)}" if key != item.name.wire else ""
    return f"{source})"


def _content_type(operation: ir.Operation) -> str:
    name = operation.body.media_types[0].name if operation.body else ""
    if operation.body and operation.body.media_types[0].content == "json" and "*" in name:
        return ""
    return "" if name == _JSON else name


def _accept(operation: ir.Operation) -> str:
    """Say what media types a response may have, where this is not JSON alone."""
    if operation.signature.answer == "either":
        return ""
    found = dict.fromkeys(media.name for media in operation.signature.results if media)
    return "" if not found or set(found) == {_JSON} else ", ".join(found)


def _encoding(item: ir.Encoding, *, is_base64: bool) -> str:
    source = f"Encoding({py_string(item.content_type)}"
    if item.style is not None or item.explode is not None or item.allow_reserved:
        style = item.style or "form"
        explode = style == "form" if item.explode is None else item.explode
        source += f", style={py_string(style)}" + (", explode=True" if explode else "")
        source += ", reserved=True" if item.allow_reserved else ""
    source += ", base64=True" if is_base64 else ""
    return f"{source})"


def _body_kind(operation: ir.Operation, whole_body: str) -> str:
    if operation.body is None:
        return ""
    return "value" if whole_body else "properties"


def _status(status: str) -> str:
    return status if status.isdecimal() else f'"{status}"'


def own_server(operation: ir.Operation) -> str:
    """Say where the request goes, if not where all do."""
    if operation.server is None:
        return ""
    return f"It is sent to {operation.server.url}, unless a `server_url` is given."


def typed_headers(index: Index, operation: ir.Operation) -> str:
    """Say what class the headers of its response can be read as."""
    if not isinstance(operation.headers, ir.Named):
        return ""
    name = index.declarations[operation.headers.id].name.python
    return (
        f"Of its raw response, `headers_as(operations.{name})` gives the headers that are "
        "documented."
    )


def _split(operation: ir.Operation) -> tuple[str, str]:
    """Give the first line of a docstring, and the rest."""
    doc = operation.doc
    if doc.summary.strip():
        return doc.summary, "" if doc.description == doc.summary else doc.description
    first, blank, rest = doc.description.strip().partition("\n\n")
    if not first:
        return f"Call `{operation.method.upper()} {operation.path}`.", ""
    if not blank and "\n" not in first:
        first, dot, rest = first.partition(". ")
        first += dot.strip()
    return first, rest


def _argument_text(argument: ir.Argument, index: Index) -> str:
    text = argument.doc.description or argument.doc.summary or _fallback(argument)
    text = with_rules(text, argument.doc)
    additions = []
    if (enum := index.enum(argument.type)) is not None:
        values = ", ".join(repr(value) for value in enum.values)
        additions.append(f"One of {values}{'; others may be added' if enum.open else ''}.")
    if argument.doc.deprecated is not None:
        additions.append(f"Deprecated. {argument.doc.deprecated}".strip())
    if not additions:
        return text
    text = text.rstrip()
    if "\n" in text:  # what follows a list or a table is a paragraph
        return "\n\n".join((text, " ".join(additions)))
    return " ".join((text if text.endswith((".", "!", "?")) else f"{text}.", *additions))


def _fallback(argument: ir.Argument) -> str:
    return "The body." if argument.place == "body" else f"The value of `{argument.wire}`."
