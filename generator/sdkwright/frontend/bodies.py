"""Bodies of requests and responses: which of their media types are used, and the types of these.

JSON is preferred, unless the body contains files; a note names the media types that are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.frontend import assertions, descriptions, engine
from sdkwright.frontend.context import Context, Scope
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
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import component_of, node_at

_FORM_STYLES: Final[tuple[ir.Style, ...]] = (
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
)
_OF_EVENTS: Final = frozenset({"data", "event", "id", "retry"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A media type that a body is offered in."""

    name: str
    media: MediaType
    at: str
    content: ir.Content


def offers_of(
    context: Context,
    content: dict[UntrustedString, MediaType] | None,
    place: str,
    what: str,
) -> list[Offer]:
    """Return the media types of a body to use, and note which others are ignored.

    For a request, those with different schemas; for a response, JSON if possible, and the events
    that may come instead; for a webhook's payload, one.
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
    offers.sort(key=lambda offer: offer.content != "json")
    if what == "request" and _needs_parts(context, offers):
        offers.sort(key=lambda offer: offer.content != "multipart")
    used: list[Offer] = []
    for offer in offers:
        if _is_used(offer, used, what):
            used.append(offer)
        else:
            context.diagnostics.note(
                "ignored-media-type",
                f"{offer.name} is ignored; the {what} uses {used[0].name}",
                at=offer.at,
            )
    return used


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
    match offer.content:
        case "text":
            return lowered
        case "binary":
            return replace(lowered, type=ir.Primitive("string", "binary"))
    if offer.content in {"events", "lines"}:
        scope = replace(
            scope, root=f"{scope.root}{'Event' if offer.content == 'events' else 'Line'}"
        )
    kind = types.lower(described(media, body), schema_at, scope)
    if offer.content == "events":
        sentinel = engine.extras(media).get("x-speakeasy-sse-sentinel")
        kind, is_wrapped = _unwrapped(types, kind)
        lowered = replace(
            lowered,
            sentinel=sentinel if isinstance(sentinel, str) else "",
            is_wrapped=is_wrapped,
        )
    encodings = tuple(_encodings(types.context, media, at))
    return replace(lowered, type=kind, encodings=encodings)


def _unwrapped(types: Types, kind: ir.Type) -> tuple[ir.Type, bool]:
    """Return the data of an event if the type describes only that, else the type.

    A model may have the fields of the event itself (HTML, section 9.2.6): if `data` is the only
    one, its type is what matters. The second value says whether the type is that of a whole event.
    """
    types.finish()
    declared = types.context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    if not isinstance(declared, ir.Model):
        return kind, False
    fields = {field.name.wire: field.type for field in declared.fields}
    if "data" not in fields or fields.keys() - _OF_EVENTS:
        return kind, False
    return (fields["data"], False) if len(fields) == 1 else (kind, True)


def _encodings(context: Context, media: MediaType, at: str) -> Iterator[ir.Encoding]:
    for name, encoding in engine.keys(media.encoding):
        if encoding.headers:
            context.diagnostics.note(
                "ignored-keyword",
                f"headers of the part `{name}` are not sent",
                at=child(at, "encoding", name, "headers"),
            )
        style = next((item for item in _FORM_STYLES if item == engine.text(encoding.style)), None)
        explode = encoding.explode if "explode" in encoding.model_fields_set else None
        content_type = engine.text(encoding.contentType)
        yield ir.Encoding(
            property=name,
            content_type=content_type if is_valid(content_type.partition(",")[0]) else "",
            style=style,
            explode=explode,
            allow_reserved=encoding.allowReserved,
        )


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
