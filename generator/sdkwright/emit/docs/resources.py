"""Views of the pages that document the methods of a resource."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.emit.docs.links import README, RETRY_CONFIG, Anchors, Links, Site
from sdkwright.emit.docs.markdown import TableView, anchor, md_code, md_text, table
from sdkwright.emit.docs.notation import Notation
from sdkwright.emit.docs.spelling import Spelling
from sdkwright.emit.docs.texts import cell, example, first_sentence, with_sentence
from sdkwright.emit.docs.usage import CallView, SetupView, Usage
from sdkwright.emit.filters import py_string
from sdkwright.emit.index import Index
from sdkwright.emit.wording import own_server, resource_text, typed_headers
from sdkwright.model import ir

REQUIRED = ":heavy\\_check\\_mark:"
OPTIONAL = ":heavy\\_minus\\_sign:"

_SECTIONS = ("example-usage", "parameters", "response", "errors")
_RETRIES = (
    "When to retry this call, instead of the client's `retry_config`; `None` turns retries off. "
    f"Python type: {md_code('utils.RetryConfig | types.UnsetType | None')}."
)


@dataclass(frozen=True, slots=True)
class OperationView:
    """A method."""

    name: str
    anchor: str
    summary: str
    description: str
    is_deprecated: bool
    deprecated: str
    usage: CallView
    setup: SetupView
    parameters: TableView
    returned: tuple[str, ...]
    errors: TableView
    has_pages: bool
    is_iterable: bool
    is_streamed: bool
    retries: str


@dataclass(frozen=True, slots=True)
class InnerView:
    """A resource that is an attribute of another one."""

    name: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class ResourcePageView:
    """The page of a resource."""

    class_name: str
    text: str
    resources: tuple[InnerView, ...]
    operations: tuple[OperationView, ...]
    readme: str
    pagination: str
    streams: str


def operation_anchors(resource: ir.Resource) -> dict[str, str]:
    """Return the anchor of each operation of a page, by its id."""
    anchors = Anchors()
    anchors.pass_by([anchor(f"{resource.class_name} - Python SDK"), "overview"])
    anchors.pass_by(["available-resources", "available-operations"])
    found = {}
    for operation in resource.operations:
        found[operation.id] = anchors.add(anchor(operation.name.python))
        anchors.pass_by(_SECTIONS)
    return found


class ResourcePages:
    """Creates the views of resources.

    Args:
        index: The operations.
        site: The paths of the pages.
        usage: Creates the examples.
    """

    def __init__(self, index: Index, site: Site, usage: Usage) -> None:
        self._index = index
        self._site = site
        self._usage = usage

    def view(self, resource: ir.Resource, links: Links) -> ResourcePageView:
        """Return the view of a resource, for the page that the links start from."""
        anchors = operation_anchors(resource)
        return ResourcePageView(
            class_name=resource.class_name,
            text=resource.doc.description or resource.name.wire,
            resources=tuple(
                InnerView(
                    item.name.python,
                    links.to(self._site.resources[item.module]),
                    first_sentence(resource_text(item)),
                )
                for item in self._index.attributes(resource.name.wire)
            ),
            operations=tuple(
                self._operation(resource, operation, anchors[operation.id], links)
                for operation in resource.operations
            ),
            readme=links.to(README),
            pagination=links.to(README, "pagination"),
            streams=links.to(README, "streams-and-files"),
        )

    def _operation(
        self, resource: ir.Resource, operation: ir.Operation, anchor_: str, links: Links
    ) -> OperationView:
        notation = Notation(Spelling(self._index, self._site, links))
        return OperationView(
            name=operation.name.python,
            anchor=links.to(self._site.resources[resource.module], anchor_),
            summary=operation.doc.summary,
            description="\n\n".join(
                filter(
                    None,
                    (
                        operation.doc.description or operation.doc.summary,
                        own_server(operation),
                        typed_headers(self._index, operation),
                    ),
                )
            ),
            is_deprecated=operation.doc.deprecated is not None,
            deprecated=operation.doc.deprecated or "",
            usage=self._usage.call(resource, operation),
            setup=self._usage.setup(operation),
            parameters=self._parameters(operation, notation, links),
            returned=self._returned(operation, notation),
            errors=self._errors(operation),
            has_pages=operation.pagination is not None,
            is_iterable=bool(self._index.page_models(operation)),
            is_streamed=operation.signature.answer != "value",
            retries=_retries(operation, self._index.api.retries),
        )

    def _returned(self, operation: ir.Operation, notation: Notation) -> tuple[str, ...]:
        """Return the types of a method's result: values, a file, or a stream if requested."""
        method = operation.signature
        stream = notation.stream(method.parts) if method.parts is not None else ""
        if method.answer == "bytes":
            return (notation.download(),)
        if method.answer == "stream":
            return (stream,)
        if not any(method.results):
            return ()
        values = dict.fromkeys(
            notation.value(ir.Primitive("null") if media is None else media.type)
            for media in method.results
        )
        if method.accept is not None:
            for media in method.others:
                is_bytes = media.content == "binary"
                shown = notation.value(ir.Primitive("string", "byte") if is_bytes else media.type)
                values[f"{shown} with `{method.accept.name}={py_string(media.name)}`"] = None
        if method.selector is not None:
            values[f"{stream} with `{method.selector.name}=True`"] = None
        return tuple(values)

    def _parameters(self, operation: ir.Operation, notation: Notation, links: Links) -> TableView:
        rows = [_row(argument, notation) for argument in operation.signature.arguments]
        type_ = f"[Optional\\[utils.RetryConfig\\]]({links.to(RETRY_CONFIG)})"
        rows.append((md_code("retries"), type_, OPTIONAL, _RETRIES, ""))
        return table(("Parameter", "Type", "Required", "Description", "Example"), rows)

    def _errors(self, operation: ir.Operation) -> TableView:
        found: dict[tuple[str, str], list[str]] = {}
        for error in sorted(operation.errors, key=lambda error: status_order(error.status)):
            if error.error is not None and error.media_type is not None:
                name = self._index.errors[error.error].name.python
                found.setdefault((name, error.media_type.name), []).append(error.status)
        rows = [
            (f"errors.{md_text(name)}", ", ".join(statuses), md_text(media_type))
            for (name, media_type), statuses in found.items()
        ]
        rows.append((f"errors.{md_text(self._site.default_error)}", "4XX, 5XX", md_text("*/*")))
        return table(("Error Type", "Status Code", "Content Type"), rows)


def _retries(operation: ir.Operation, general: ir.RetryPolicy | None) -> str:
    """Return the retry policy of a method in words, if it differs from the default."""
    own = operation.retries
    if own is None or own == general:
        return ""
    statuses = own.status_codes
    if not operation.signature.is_repeatable:
        # Whatever the document says, these are not retried if the server may have acted on them.
        statuses = ("429",) if {"429", "4XX"} & {*statuses} else ()
    if statuses:
        return f"retried on {md_text(listed(statuses))}, for up to {duration(own.max_elapsed_time)}"
    if not own.connection_errors:
        return "not retried"
    return f"retried for up to {duration(own.max_elapsed_time)} if no connection is made"


def listed(items: tuple[str, ...]) -> str:
    """List items in words: 408, 429 and 5XX."""
    return " and ".join(part for part in (", ".join(items[:-1]), "".join(items[-1:])) if part)


def duration(milliseconds: int) -> str:
    """Return a duration in the unit that suits it."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{milliseconds} ms" if rest else f"{seconds} s"


def status_order(status: str) -> tuple[bool, bool, str]:
    """Return a sort key: single statuses before ranges, and `default` last."""
    return status == "default", not status.isdecimal(), status


def _row(argument: ir.Argument, notation: Notation) -> tuple[str, ...]:
    text = cell(argument.doc) or f"The value of {md_code(argument.wire or argument.name)}."
    return (
        md_code(argument.name),
        notation.argument(argument),
        REQUIRED if argument.required else OPTIONAL,
        with_sentence(text, notation.remark(argument)),
        # Global parameters are explained, with examples, together with the client.
        "" if argument.is_global else md_text(example(argument.doc)),
    )
