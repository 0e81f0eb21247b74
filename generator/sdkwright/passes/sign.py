"""Sign: the signature of each operation, as one value that all later stages read.

It follows from the operation, its models and their names: this pass makes no decisions that a
document could override.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sdkwright.model import ir
from sdkwright.model.lookup import Lookup, is_merge_patch, others
from sdkwright.model.reserved import REQUEST, REQUEST_BODY

_OTHERS: Final = ir.Doc(description="All other properties of the body, by name.")

_IN_PARTS: Final[frozenset[ir.Content]] = frozenset({"events", "lines"})
"""Kinds of content that callers receive as a sequence of values."""

_IDEMPOTENT: Final = frozenset({"get", "head", "options", "query", "trace", "put", "delete"})
"""The idempotent methods (RFC 9110, section 9.2.2), and that of OpenAPI 3.2."""

_KEY_HEADER: Final = "idempotency-key"
"""The runtime generates the value of this header if the operation has it."""


def sign(api: ir.Api) -> ir.Api:
    """Fill the signature of each operation.

    Args:
        api: With all names set.
    """
    lookup = Lookup(api)
    resources = tuple(
        replace(
            resource,
            operations=tuple(
                replace(operation, signature=_method(operation, lookup))
                for operation in resource.operations
            ),
        )
        for resource in api.resources
    )
    return replace(api, resources=resources)


def _method(operation: ir.Operation, lookup: Lookup) -> ir.Method:
    parameters = tuple(_parameters(operation.parameters))
    arguments = [*parameters, *_body(operation, lookup)]
    arguments.sort(key=lambda argument: (not argument.required, not argument.is_global))
    if operation.request is not None:
        arguments = [_request(operation, operation.request, lookup)]
    results = tuple(next(iter(item.media_types), None) for item in operation.responses)
    named = {media.name: media for item in operation.responses for media in item.others}
    others = tuple(named.values())
    parts = _parts(operation)
    selector = None if parts is None else _selector(operation, arguments)
    answer = _answer(results, may_stream=selector is not None)
    return ir.Method(
        arguments=tuple(arguments),
        parameters=parameters,
        results=results,
        answer=answer,
        parts=parts,
        selector=selector if answer == "either" else None,
        others=others,
        accept=next((a for a in arguments if others and a.wire == "Accept"), None),
        is_repeatable=_is_repeatable(operation, parameters),
    )


# Parameters


def _parameters(parameters: tuple[ir.Parameter, ...]) -> Iterator[ir.Argument]:
    taken: set[str] = set()
    for item in parameters:
        wire = item.name.wire
        yield ir.Argument(
            name=item.name.python,
            wire=wire,
            type=item.type,
            required=item.required and not item.is_global,
            doc=item.doc,
            place=item.location,
            origin=item,
            is_global=item.is_global,
            key=f"{item.location}:{wire}" if wire in taken else wire,
            takes_null=isinstance(item.type, ir.Nullable),
        )
        taken.add(wire)


def _request(operation: ir.Operation, kind: ir.Named, lookup: Lookup) -> ir.Argument:
    """Return the argument that holds all parameters in one object."""
    model = lookup.model(kind)
    required = model is not None and any(field.required for field in model.fields)
    doc = model.doc if model else ir.Doc()
    return ir.Argument(
        name=REQUEST,
        wire="",
        type=kind,
        required=required,
        doc=doc,
        place="request",
        origin=ir.Field(ir.Name("", REQUEST), kind, required, ir.Doc(), operation.source),
    )


def _is_repeatable(operation: ir.Operation, parameters: tuple[ir.Argument, ...]) -> bool:
    keys = (item.wire.lower() for item in parameters if item.place == "header")
    return operation.method in _IDEMPOTENT or _KEY_HEADER in keys


# The body


def _body(operation: ir.Operation, lookup: Lookup) -> Iterator[ir.Argument]:
    """Yield the properties of the body if it is a model, else the body itself."""
    body, model = operation.body, lookup.body_model(operation)
    if body is None:
        return
    media = next(iter(body.media_types), None)
    if model is None or media is None:
        type_ = _type_of_body(media)
        yield ir.Argument(
            name=REQUEST_BODY,
            wire="",
            type=type_,
            required=body.required,
            doc=body.doc,
            place="body",
            origin=body,
            is_file=media is not None and _is_file_body(media, lookup),
            takes_null=(
                media is not None and media.content in {"json", "xml"} and lookup.takes_null(type_)
            ),
        )
        return
    is_patch = is_merge_patch(media)
    for field in model.fields:
        if field.access != "read":
            yield ir.Argument(
                name=field.name.python,
                wire=field.name.wire,
                type=field.type,
                required=field.required and body.required,
                doc=_doc_of(field, body),
                place="property",
                origin=field,
                is_file=_is_file(media, field, lookup),
                takes_null=field.name.wire not in media.untyped_files
                and (lookup.takes_null(field.type) or (is_patch and not field.required)),
            )
    unnamed = others(model)
    if unnamed is not None:
        yield ir.Argument(
            name=unnamed.name.python,
            wire="",
            type=unnamed.type,
            required=False,
            doc=_OTHERS,
            place="others",
            origin=unnamed,
        )


def _doc_of(field: ir.Field, body: ir.RequestBody) -> ir.Doc:
    if body.required or not field.required:
        return field.doc
    return replace(field.doc, limits=("required if a body is sent", *field.doc.limits))


def _type_of_body(media: ir.MediaType | None) -> ir.Type:
    if media is None:
        return ir.Any()
    return ir.ListOf(media.type) if media.is_sequence else media.type


def _is_file_body(media: ir.MediaType, lookup: Lookup) -> bool:
    """Return whether a body is given as a file, or as a list of parts which may be files."""
    if media.content == "multipart":
        return isinstance(media.type, ir.ListOf) and lookup.holds_file(media.type)
    return media.content == "binary"


def _is_file(media: ir.MediaType, field: ir.Field, lookup: Lookup) -> bool:
    """Return whether a property is a separate part of a form, which may come from a file."""
    if media.content != "multipart":
        return False
    if lookup.holds_file(field.type) or field.name.wire in media.untyped_files:
        return True
    encodings = {item.property: item for item in media.encodings if not item.parts}
    encoding = encodings.get(field.name.wire)
    return encoding is not None and not _encodes_text(encoding) and _is_text(field.type)


def _encodes_text(encoding: ir.Encoding) -> bool:
    """Return whether a text is sent as what it is: without a media type, as text, or in JSON."""
    names = [name.partition(";")[0].strip() for name in encoding.content_type.lower().split(",")]
    is_json = all(name.endswith(("/json", "+json")) for name in names)
    return names == [""] or is_json or names[0].startswith("text/") or encoding.is_whole


def _is_text(type_: ir.Type) -> bool:
    """Return whether a type is text, or a list of texts."""
    match type_:
        case ir.Nullable(inner=inner) | ir.ListOf(item=inner):
            return _is_text(inner)
    return isinstance(type_, ir.Primitive) and type_.kind == "string"


# What comes back


def _answer(results: tuple[ir.MediaType | None, ...], *, may_stream: bool) -> ir.Answer:
    for media in filter(None, results):
        if media.content == "binary":
            return "bytes"
        if media.content in _IN_PARTS:
            return "stream"
        if may_stream:
            return "either"
    return "value"


def _selector(operation: ir.Operation, arguments: list[ir.Argument]) -> ir.Argument | None:
    """Return the argument with the property that requests a stream, if the body has it."""
    found = (item for item in arguments if item.place == "property")
    return next((item for item in found if item.wire == operation.stream), None)


def _parts(operation: ir.Operation) -> ir.MediaType | None:
    """Return the first representation that is a stream, whichever others its response has."""
    found = (media for response in operation.responses for media in response.media_types)
    return next((media for media in found if media.content in _IN_PARTS), None)
