"""Lowers the headers of responses (OpenAPI 3.1, section 4.8.21) to one model per operation.

All its fields are optional: a server, or a proxy in between, may omit any header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.frontend import engine
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import Header, Response
from sdkwright.frontend.media_names import essence_of, is_json
from sdkwright.frontend.media_types import followed
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import component_of, node_at

_SHARED: Final = Scope("components", "", root="Header")
"""The scope for inline types of headers that belong to no single operation."""

_BY_CLIENT: Final = "content-type"
"""The header that is no field: the media types define it (OpenAPI 3.1, section 4.8.17)."""


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of an operation: their model, and the forms of those that are not plain text."""

    type: ir.Named | None = None
    forms: tuple[tuple[str, ir.HeaderForm], ...] = ()


def lower_headers(
    types: Types, responses: Iterable[tuple[Response, str]], at: str, prefix: str
) -> Headers:
    """Lower the headers of all successful responses of an operation.

    Args:
        types: Lowers their schemas, and receives the model.
        responses: The successful responses, with their JSON pointers.
        at: The JSON pointer of the operation.
        prefix: The class prefix of the operation.

    Returns:
        The model, with a field for each header, and their forms; none if none is documented.
    """
    scope = Scope("operations", prefix, "ResponseHeaders")
    found: dict[str, ir.Field] = {}
    known: dict[str, tuple[object, object, ir.HeaderForm | None]] = {}
    forms: dict[str, ir.HeaderForm] = {}
    for name, header, place in _headers(types.context, responses):
        key = name.lower()
        if key == _BY_CLIENT:
            continue
        if key not in found:
            found[key] = _field(types, name, header, place, scope)
            known[key] = header.param_schema, header.content, _form(header)
            if (form := _form(header)) is not None:
                forms[found[key].name.wire] = form
        elif (header.param_schema, header.content, _form(header)) != known[key]:
            other = _field(types, name, header, place, scope)
            is_same = other.type == found[key].type and _form(header) == known[key][-1]
            if is_same or found[key].type == ir.Primitive("string"):
                continue
            types.context.warn_weak_type(
                f"the header `{name}` has another schema in another response; typed as `str`",
                fix="use one schema",
                at=place,
            )
            found[key] = replace(found[key], type=ir.Primitive("string"))
            forms.pop(found[key].name.wire, None)
    if not found:
        return Headers()
    id_ = types.context.origin(at, "headers")
    types.context.declarations[id_] = ir.Model(
        id=id_,
        package="operations",
        hints=(naming.class_name(f"{prefix}ResponseHeaders"),),
        doc=ir.Doc(description="The headers of a response."),
        source=ir.SourcePointer(child(at, "responses")),
        name=ir.Name("headers"),
        module="",
        fields=tuple(found.values()),
    )
    return Headers(ir.Named(id_), tuple(forms.items()))


def _headers(
    context: Context, responses: Iterable[tuple[Response, str]]
) -> Iterator[tuple[str, Header, str]]:
    for response, place in responses:
        for name, item in engine.keys(response.headers):
            header, at = context.follow(item, Header, child(place, "headers", name))
            if header is not None:
                yield name, header, at


def _form(header: Header) -> ir.HeaderForm | None:
    """Return the form of a header, which is `content` or the style `simple` (section 4.8.21)."""
    if any(is_json(essence_of(media_type)) for media_type, _ in engine.keys(header.content)):
        return "json"
    return "pairs" if header.explode else None


def _field(types: Types, name: str, header: Header, at: str, scope: Scope) -> ir.Field:
    scope = (scope if component_of(node_at(at)) is None else _SHARED).down(name)
    kind: ir.Type = ir.Primitive("string")
    schema, schema_at = header.param_schema, child(at, "schema")
    for media_type, given in engine.keys(header.content):
        if is_json(essence_of(media_type)):
            media, place = followed(types.context, given, child(at, "content", media_type))
            schema = None if media is None else media.media_type_schema
            schema_at = child(place, "schema")
    if schema is not None:
        kind = types.lower(schema, schema_at, scope)
    return ir.Field(
        name=ir.Name(name),
        type=kind,
        required=False,
        doc=ir.Doc(
            description=engine.text(header.description),
            deprecated="" if header.deprecated else None,
        ),
        source=ir.SourcePointer(at),
    )
