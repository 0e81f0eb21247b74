"""Bodies of requests and responses: which of their media types are used, and the types of these.

JSON is preferred, unless the body contains files; a note names the media types that are ignored.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sdkwright.frontend import assertions, descriptions, engine, part_encodings, xml_nodes
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
from sdkwright.frontend.events import unwrapped
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.media import holds_files
from sdkwright.frontend.media_names import essence_of
from sdkwright.frontend.media_types import Offer, read_offers
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.untyped_files import with_untyped_files
from sdkwright.model import ir, naming
from sdkwright.model.origin import component_of, node_at
from sdkwright.model.versions import minor

_JSON: Final = "application/json"
"""The media type that is preferred."""


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
    offers = [*read_offers(context, content, place, is_success=what == "response")]
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
        and offers[0].has_schema_of(parts)
        and holds_files(context, parts.media, parts.schema_at)
    )


def _is_used(offer: Offer, used: list[Offer], what: str) -> bool:
    if not used:
        return True
    if what == "payload":
        return False
    if what == "response":
        return offer.content == "events" and [item.content for item in used] == ["json"]
    is_same = any(item.has_schema_of(offer) for item in used)
    return not is_same and all(item.content != offer.content for item in used)


def _is_other(offer: Offer, used: list[Offer]) -> bool:
    """Return whether a representation of a response is another one than the first."""
    if offer in used or len(used) != 1 or offer.content not in {"xml", "text", "binary"}:
        return False
    (first,) = used
    if first.content == offer.content == "binary":
        return True
    is_whole = first.content in {"json", "xml", "text", "binary"}
    return is_whole and not offer.has_schema_of(first)


def _is_same(offer: Offer, used: list[Offer]) -> bool:
    """Return whether a representation of a response has the value that JSON has."""
    if offer in used or [item.content for item in used] != ["json"]:
        return False
    is_read = (
        offer.content in {"form", "multipart", "xml"} or essence_of(offer.name) == "text/plain"
    )
    return is_read and offer.has_schema_of(used[0])


def lower_media(
    types: Types,
    offer: Offer,
    body: RequestBody | Response,
    scope: Scope,
) -> ir.MediaType:
    media, at, schema_at = offer.media, offer.at, offer.schema_at
    parts = [Part(offer.schema, schema_at)] if offer.schema is not None else []
    lowered = ir.MediaType(
        name=offer.name,
        type=ir.Primitive("string"),
        example=descriptions.example_of_media(types.context, media, at, schema_at, offer.content),
        content=offer.content,
        constraints=assertions.constraints_of(types.context, parts),
    )
    if offer.content == "xml":
        root = xml_root_of(types, offer.schema, schema_at)
        lowered = replace(lowered, xml=root, content="text" if root is None else "xml")
    match lowered.content:
        case "text":
            return lowered
        case "binary":
            return replace(lowered, type=ir.Primitive("string", "binary"))
    is_whole = not offer.is_item
    shared = _scope_of_media(at)
    item = offer.schema
    if isinstance(body, RequestBody):
        item = part_encodings.schema_with_files(types.context, offer)
    if is_whole and shared is None:
        item = described(item, body)
    kind = types.lower(item, schema_at, _scope_inside(offer, shared or scope))
    if offer.content == "lines" and is_whole:
        kind = _line_of(types.context, kind, schema_at)
    if offer.content == "multipart" and offer.is_item:
        kind = ir.ListOf(kind)
    if offer.content == "events":
        if is_whole and minor(types.context.data) > 1 and isinstance(kind, ir.ListOf):
            kind = kind.item  # older versions do not say what a list of events is
        sentinel = engine.extras(media).get("x-speakeasy-sse-sentinel")
        kind, is_wrapped = unwrapped(types, kind, schema_at, is_item=offer.is_item)
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


def xml_root_or_reason(types: Types, offer: Offer) -> tuple[ir.XmlRoot | None, str]:
    """Return the root element of XML beside another representation, or why there is none."""
    if offer.schema is None:
        return None, "it has no schema"
    try:
        root = xml_nodes.root_of(types, offer.schema, offer.schema_at)
    except UntypedXmlError as problem:
        return None, problem.reason
    return root, "" if root is not None else "it is text"


def described(
    schema: SchemaOrReference | None, body: RequestBody | Response
) -> SchemaOrReference | None:
    """Return the schema of a body; an inline one without a description gets that of the body."""
    if not isinstance(schema, Schema) or schema.description or not body.description:
        return schema
    return schema.model_copy(update={"description": body.description})


def _scope_inside(offer: Offer, scope: Scope) -> Scope:
    """Return the scope of the schema of a media type, which may be that of an item."""
    match offer.content:
        case "events":
            return replace(scope, root=f"{scope.root}Event")
        case "lines":
            return replace(scope, root=f"{scope.root}Line")
    return scope.element() if offer.is_item else scope


def _scope_of_media(at: str) -> Scope | None:
    """Return a scope named after the component that a media type is; None if it is none."""
    component = component_of(node_at(at))
    if component is None or component.section != "mediaTypes":
        return None
    return Scope("components", naming.class_name(component.name))


def scope_of_body(place: str, inline: Scope) -> Scope:
    """Return a scope named after the component that contains the body, else after the operation."""
    component = component_of(node_at(place))
    if component is None:
        return inline
    prefix = naming.class_name(component.name).removesuffix(inline.root)
    return Scope("components", prefix, inline.root)
