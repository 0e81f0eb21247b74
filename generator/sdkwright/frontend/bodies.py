"""Bodies of requests and responses: which of their media types are used, and the types of these.

JSON is preferred, unless the body contains files; a note names the media types that are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.frontend import assertions, descriptions, engine, xml_nodes
from sdkwright.frontend.context import Context, Scope, UntypedXmlError
from sdkwright.frontend.encodings import encodings_of
from sdkwright.frontend.engine import (
    MediaType,
    RequestBody,
    Response,
    Schema,
    SchemaOrReference,
    UntrustedString,
)
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.media import holds_files, is_valid, kind_of
from sdkwright.frontend.media_names import essence_of
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.untyped_files import with_untyped_files
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Origin, component_of, node_at

_JSON: Final = "application/json"
"""The media type that is preferred."""

_OF_EVENTS: Final = frozenset({"data", "event", "id", "retry"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A media type that a body is offered in.

    `is_other` is set if callers must ask for it, `is_same` if it has the value that JSON has.
    """

    name: str
    media: MediaType
    at: str
    content: ir.Content
    is_other: bool = False
    is_same: bool = False


def offers_of(
    context: Context,
    content: dict[UntrustedString, MediaType] | None,
    place: str,
    what: str,
) -> list[Offer]:
    """Return the media types of a body to use, and note which others are ignored.

    For a request, those with different schemas; for a response, JSON if possible, the events that
    may come instead, XML, text and bytes that are something else, and other forms of the value that
    JSON has; for a webhook's payload, one.
    """
    offers = []
    for name, media in engine.keys(content):
        at = child(place, "content", name)
        if is_valid(name):
            offers.append(Offer(name, media, at, kind_of(context, name, media, at)))
        else:
            context.diagnostics.warning(
                "invalid-media-type",
                f"`{name}` is not a valid media type; it is ignored",
                fix="correct it",
                at=at,
            )
    offers.sort(key=lambda offer: (offer.content != "json", essence_of(offer.name) != _JSON))
    if what == "request" and _needs_parts(context, offers):
        offers.sort(key=lambda offer: offer.content != "multipart")
    used: list[Offer] = []
    for offer in offers:
        if _is_used(offer, used, what):
            used.append(offer)
    others = [offer for offer in offers if what == "response" and _is_other(offer, used)]
    same = [offer for offer in offers if what == "response" and _is_same(offer, used)]
    for offer in offers:
        if offer not in used and offer not in others and offer not in same:
            context.diagnostics.note(
                "ignored-media-type",
                f"{offer.name} is ignored; the {what} uses {used[0].name}",
                at=offer.at,
            )
    return [
        *used,
        *(replace(offer, is_other=True) for offer in others),
        *(replace(offer, is_same=True) for offer in same),
    ]


def _needs_parts(context: Context, offers: list[Offer]) -> bool:
    """Return whether the first offer, JSON, can only be sent as multipart.

    That is the case if both have the same schema, and it contains files.
    """
    parts = next((offer for offer in offers if offer.content == "multipart"), None)
    return (
        parts is not None
        and offers[0].content == "json"
        and offers[0].media.media_type_schema == parts.media.media_type_schema
        and holds_files(context, parts.media, parts.at)
    )


def _is_used(offer: Offer, used: list[Offer], what: str) -> bool:
    if not used:
        return True
    if what == "payload":
        return False
    if what == "response":
        return offer.content == "events" and [item.content for item in used] == ["json"]
    schema = offer.media.media_type_schema
    is_same = any(item.media.media_type_schema == schema for item in used)
    return not is_same and all(item.content != offer.content for item in used)


def _is_other(offer: Offer, used: list[Offer]) -> bool:
    """Return whether a representation of a response is another one than the first."""
    if offer in used or len(used) != 1 or offer.content not in {"xml", "text", "binary"}:
        return False
    (first,) = used
    if first.content == offer.content == "binary":
        return True
    is_whole = first.content in {"json", "xml", "text", "binary"}
    return is_whole and offer.media.media_type_schema != first.media.media_type_schema


def _is_same(offer: Offer, used: list[Offer]) -> bool:
    """Return whether a representation of a response has the value that JSON has."""
    if offer in used or [item.content for item in used] != ["json"]:
        return False
    is_read = (
        offer.content in {"form", "multipart", "xml"} or essence_of(offer.name) == "text/plain"
    )
    return is_read and offer.media.media_type_schema == used[0].media.media_type_schema


def lower_media(
    types: Types,
    offer: Offer,
    body: RequestBody | Response,
    scope: Scope,
) -> ir.MediaType:
    media, at = offer.media, offer.at
    item, schema_at = media.media_type_schema, child(at, "schema")
    parts = [Part(item, schema_at)] if item is not None else []
    lowered = ir.MediaType(
        name=offer.name,
        type=ir.Primitive("string"),
        example=descriptions.example_of_media(types.context, media, at),
        content=offer.content,
        constraints=assertions.constraints_of(types.context, parts),
    )
    if offer.content == "xml":
        root = xml_root_of(types, media.media_type_schema, schema_at)
        lowered = replace(lowered, xml=root, content="text" if root is None else "xml")
    match lowered.content:
        case "text":
            return lowered
        case "binary":
            return replace(lowered, type=ir.Primitive("string", "binary"))
    if offer.content in {"events", "lines"}:
        scope = replace(
            scope, root=f"{scope.root}{'Event' if offer.content == 'events' else 'Line'}"
        )
    kind = types.lower(described(media, body), schema_at, scope)
    if offer.content == "lines":
        kind = _line_of(types.context, kind, schema_at)
    if offer.content == "events":
        sentinel = engine.extras(media).get("x-speakeasy-sse-sentinel")
        kind, is_wrapped = _unwrapped(types, kind, schema_at)
        lowered = replace(
            lowered,
            sentinel=sentinel if isinstance(sentinel, str) else "",
            is_wrapped=is_wrapped,
        )
    lowered = replace(lowered, type=kind)
    lowered = replace(lowered, encodings=encodings_of(types, lowered, media, at))
    return with_untyped_files(types, lowered, media, schema_at)


def _line_of(context: Context, kind: ir.Type, at: str) -> ir.Type:
    """Return the type of each line, given that of all of them (OpenAPI 3.2, section 4.14)."""
    match kind:
        case ir.ListOf(item=item):
            return item
        case ir.TupleOf():
            context.warn_weak_type(
                "`prefixItems` of lines gives each line its own type; lines are typed as `Any`",
                fix="use `items`: for lines that are tuples, with `prefixItems` in it",
                at=at,
            )
            return ir.Any()
    return kind


def xml_root_of(types: Types, item: SchemaOrReference | None, at: str) -> ir.XmlRoot | None:
    """Return the root element of XML; None, with a warning if it has structure, if it is text."""
    try:
        return None if item is None else xml_nodes.root_of(types, item, at)
    except UntypedXmlError as problem:
        message = f"this XML is passed as text: {problem.reason}"
        types.context.warn_weak_type(message, fix=problem.fix, at=problem.at)
        return None


def xml_root_or_reason(types: Types, media: MediaType, at: str) -> tuple[ir.XmlRoot | None, str]:
    """Return the root element of XML beside another representation, or why there is none."""
    item = media.media_type_schema
    if item is None:
        return None, "it has no schema"
    try:
        root = xml_nodes.root_of(types, item, child(at, "schema"))
    except UntypedXmlError as problem:
        return None, problem.reason
    return root, "" if root is not None else "it is text"


def _unwrapped(types: Types, kind: ir.Type, at: str) -> tuple[ir.Type, bool]:
    """Return the data of an event if the type describes only that, else the type.

    A model may have the fields of the event itself (HTML, section 9.2.6), as may each variant of a
    union. If `data` is the only one, its type is what matters. The second value says whether the
    type is that of a whole event.
    """
    types.finish()
    variants = [*_variants(types.context, kind, set())]
    fields = [{} if each is None else _fields(each) for each in variants]
    if not any("data" in each and each.keys() <= _OF_EVENTS for each in fields):
        return kind, False
    if not all(each and each.keys() <= _OF_EVENTS for each in fields):
        if len(fields) > 1:
            types.context.warn_weak_type(
                "not all variants have the fields of an event, such as `data`; "
                "all are read as the data of events",
                fix="declare `data` in all variants, or in none",
                at=at,
            )
        return kind, False
    is_data_only = len(fields) == 1 and len(fields[0]) == 1
    return (fields[0]["data"], False) if is_data_only else (kind, True)


def _variants(context: Context, kind: ir.Type, seen: set[Origin]) -> Iterator[ir.Model | None]:
    """Yield the models that an event may be, those of unions in unions included.

    None stands for another type.
    """
    declared = context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    match declared:
        case ir.Union(id=id_):
            if id_ not in seen:
                seen.add(id_)
                for variant in declared.variants:
                    yield from _variants(context, variant, seen)
        case ir.Model():
            yield declared
        case _:
            yield None


def _fields(model: ir.Model) -> dict[str, ir.Type]:
    return {field.name.wire: field.type for field in model.fields}


def described(media: MediaType, body: RequestBody | Response) -> SchemaOrReference | None:
    """Return the schema of a body; an inline one without a description gets that of the body."""
    schema = media.media_type_schema
    if not isinstance(schema, Schema) or schema.description or not body.description:
        return schema
    return schema.model_copy(update={"description": body.description})


def scope_of_body(place: str, inline: Scope) -> Scope:
    """Return a scope named after the component that contains the body, else after the operation."""
    component = component_of(node_at(place))
    if component is None:
        return inline
    prefix = naming.class_name(component.name).removesuffix(inline.root)
    return Scope("components", prefix, inline.root)
