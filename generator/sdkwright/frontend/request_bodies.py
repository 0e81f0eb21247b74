"""Request bodies, and the payloads of webhooks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sdkwright.frontend import engine, keywords, merging
from sdkwright.frontend.bodies import lower_media, offers_of, scope_of_body
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import DataType, Operation, RequestBody, Schema
from sdkwright.frontend.form_bodies import representable
from sdkwright.frontend.form_texts import with_texts
from sdkwright.frontend.media_types import Offer
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.text_bodies import typed_text
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child

_SUFFIXES: Final[dict[ir.Content, str]] = {
    "json": "json",
    "xml": "xml",
    "form": "form",
    "multipart": "multipart",
    "text": "text",
    "binary": "raw",
    "events": "events",
    "lines": "lines",
}
"""Suffixes that distinguish methods for bodies of different kinds."""

_UNREAD: Final = frozenset({"form", "multipart", "events", "lines"})
"""The kinds of content that are not parsed in a webhook's payload."""


@dataclass(frozen=True, slots=True)
class Request:
    """One way to pass the body of an operation; `suffix` is "" for the first way."""

    body: ir.RequestBody | None
    suffix: str = ""


def lower_requests(types: Types, operation: Operation, at: str, id_: str) -> list[Request]:
    """Lower the request body of an operation (OpenAPI 3.1, section 4.8.13).

    A body with several kinds of content and different schemas becomes several requests, JSON first:
    each becomes a separate method.
    """
    context = types.context
    body, place = context.follow(operation.request_body, RequestBody, child(at, "requestBody"))
    if body is None or not body.content:
        return [Request(None)]
    requests: list[Request] = []
    for offer in offers_of(context, body.content, place, "request"):
        suffix = _SUFFIXES[offer.content] if requests else ""
        prefix = naming.operation_prefix(f"{id_}_{suffix}" if suffix else id_)
        scope = Scope("operations", prefix, "RequestBody")
        scope = scope_of_body(place, scope)
        media = lower_media(types, offer, body, scope)
        media = with_texts(types, typed_text(types, media, offer, scope))
        if _is_one_text(context, offer, media):
            media = replace(media, content="text")
        is_of_part = offer.is_item and media.content == "multipart"
        media = replace(media, schema=_schema_of(types, offer, media), is_schema_of_part=is_of_part)
        media = representable(types, media, offer)
        requests.append(
            Request(
                ir.RequestBody(
                    media_types=(media,),
                    required=body.required,
                    doc=context.count_text(
                        ir.Doc(description=engine.text(body.description)), place
                    ),
                    source=ir.SourcePointer(place),
                ),
                suffix,
            )
        )
    return requests or [Request(None)]


def _schema_of(types: Types, offer: Offer, media: ir.MediaType) -> str:
    """Return the place of the schema of what is sent; "" if it has none.

    Of lines, and of parts that have one, it is that of each.
    """
    item, at = offer.schema, offer.schema_at
    if item is None:
        return ""
    schema, place = types.context.follow(item, Schema, at)
    if media.content == "text":
        return at if schema is None or _is_of_text(types.context, offer, schema, place) else ""
    if not media.is_sequence or offer.is_item:
        return at
    if schema is None or keywords.kinds(schema) != [DataType.ARRAY]:
        return at
    if schema.items is None or schema.prefixItems:  # which differ by line
        return ""
    return child(place, "items")


def _is_one_text(context: Context, offer: Offer, media: ir.MediaType) -> bool:
    """Return whether a schema describes all events together, as text that callers write."""
    if media.content != "events" or offer.is_item or media.type != ir.Primitive("string"):
        return False
    schema, _ = context.follow(offer.schema, Schema, offer.schema_at)
    return schema is None or keywords.kinds(schema) == [DataType.STRING]


def _is_of_text(context: Context, offer: Offer, schema: Schema, at: str) -> bool:
    """Return whether the schema of a text is about the text, not about what is written in it."""
    leaves = merging.leaves(context, schema, at)
    kinds = {*(merging.kinds(leaves) or ())}
    if offer.content == "xml":
        return kinds == {DataType.STRING} and not any(leaf.schema.xml for leaf in leaves)
    return kinds.isdisjoint({DataType.ARRAY, DataType.OBJECT}) and not any(
        keywords.choices(leaf.schema, leaf.at) for leaf in leaves
    )


def lower_payload(types: Types, body: RequestBody, at: str, scope: Scope) -> ir.MediaType | None:
    """Lower the payload of a webhook; JSON is preferred.

    Args:
        types: Lowers its schema.
        body: The body of the request that the server makes.
        at: Its JSON pointer.
        scope: The basis for names of inline types.
    """
    offers = offers_of(types.context, body.content, at, "payload")
    if not offers:
        return None
    payload = lower_media(types, offers[0], body, scope_of_body(at, scope))
    if payload.content not in _UNREAD:
        return payload
    types.context.warn_weak_type(
        f"webhook payloads of type {payload.name} are not parsed; they are passed as bytes",
        fix="use JSON, or parse the bytes in your own code",
        at=offers[0].at,
    )
    return replace(payload, type=ir.Primitive("string", "binary"), content="binary")
