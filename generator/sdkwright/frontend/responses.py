"""Responses: what an operation returns, by status, and what it raises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.frontend import descriptions, engine
from sdkwright.frontend.bodies import (
    lower_media,
    offers_of,
    scope_of_body,
    xml_root_or_reason,
)
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.encodings import encodings_of
from sdkwright.frontend.engine import Operation, Response
from sdkwright.frontend.failures import lower_failures
from sdkwright.frontend.form_bodies import readable, unreadable
from sdkwright.frontend.headers import Headers, lower_headers
from sdkwright.frontend.media import is_valid
from sdkwright.frontend.media_names import essence_of
from sdkwright.frontend.media_types import ANYTHING, ITEM_SCHEMA, Offer, followed
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.text_bodies import typed_text
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

_IN_TEXT: Final = frozenset(
    {
        ir.Primitive("string"),
        ir.Primitive("integer"),
        ir.Primitive("number"),
        ir.Primitive("boolean"),
    }
)
"""Types whose values are spelled in one way in plain text."""

_WHOLE: Final[tuple[object, ...]] = (
    ("text", ir.Primitive("string")),
    ("binary", ir.Primitive("string", "binary")),
)
"""The meanings of bodies that are returned as they are."""

_BODILESS: Final = frozenset({"204", "205", "304"})
"""Statuses of responses that never have a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5)."""

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|DEFAULT")


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All documented responses of an operation."""

    responses: tuple[ir.Response, ...]
    errors: tuple[ir.ErrorResponse, ...]
    headers: Headers


def lower_responses(
    types: Types, operation: Operation, at: str, prefix: str, method: str = ""
) -> Outcomes:
    """Lower the responses of an operation (OpenAPI 3.1, section 4.8.16).

    `default` is a failure if a success is documented, and the success if none is.
    """
    context = types.context
    found = {
        status: (response, place) for status, response, place in _responses(context, operation, at)
    }
    successes = [status for status in found if status[0] in "123"]
    if "default" in found and not any(status[0] == "2" for status in successes):
        successes.append("default")
    if any(status[0] == "2" for status in successes):
        successes = _without_hidden(context, successes, at)
    failures = [status for status in found if status[0] in "45"]
    if "default" in found and "default" not in successes:
        failures.append("default")
    for status in successes:
        found[status] = _without_body(context, method, status, *found[status])
    lowered = [_success(types, status, *found[status], prefix) for status in successes]
    meanings = [_meanings(context, item, *found[item.status]) for item in lowered]
    responses = [
        _unambiguous(context, item, own, [each for each in meanings if each is not own])
        for item, own in zip(lowered, meanings, strict=True)
    ]
    _warn_mixed_streaming(context, responses)
    return Outcomes(
        tuple(responses) or (_undocumented(context, at),),
        tuple(
            failure
            for status in failures
            for failure in lower_failures(types, status, *found[status], prefix)
        ),
        lower_headers(types, [found[status] for status in successes], at, prefix),
    )


def _warn_mixed_streaming(context: Context, responses: list[ir.Response]) -> None:
    """Warn if some successes are read at once and others are streamed.

    A method does one or the other, whatever the status.
    """
    kinds = {media.content for item in responses for media in item.media_types[:1]}
    streamed = kinds & {"binary", "events", "lines"}
    if streamed and kinds - streamed:
        others = next(
            item
            for item in responses
            for media in item.media_types[:1]
            if media.content not in streamed
        )
        context.warn_weak_type(
            f"another success response is streamed, so {others.status} is streamed as well",
            fix="declare an operation for each",
            at=others.source.pointer,
        )


def _undocumented(context: Context, at: str) -> ir.Response:
    context.diagnostics.note(
        "undocumented-success",
        "no success response is documented; the method returns `None`",
        fix="document the success response",
        at=at,
        subject=context.subject,
    )
    return ir.Response("2XX", (), ir.Doc(), ir.SourcePointer(at))


def _responses(
    context: Context, operation: Operation, at: str
) -> Iterator[tuple[str, Response, str]]:
    for key, item in engine.keys(operation.responses):
        place = child(at, "responses", key)
        if not _STATUS.fullmatch(key.upper()):
            context.diagnostics.warning(
                "invalid-status",
                f"`{key}` is not a valid status; the response is ignored",
                fix="use a status such as 200 or 4XX, or `default`",
                at=place,
                subject=context.subject,
            )
            continue
        response, place = context.follow(item, Response, place)
        if response is not None:
            yield ("default" if key.lower() == "default" else key.upper()), response, place


def _without_hidden(context: Context, statuses: list[str], at: str) -> list[str]:
    for status in statuses:
        if status[0] in "13":
            context.diagnostics.note(
                "ignored-response",
                f"{status} responses are handled by the client and never returned",
                at=child(at, "responses", status),
                subject=context.subject,
            )
    return [status for status in statuses if status[0] not in "13"]


def _without_body(
    context: Context, method: str, status: str, response: Response, place: str
) -> tuple[Response, str]:
    """Remove the content of a success that never has a body.

    Rubrik's and Jira's documents have a schema for 204, and jellyfin's has media types for HEAD.
    """
    is_head = method.lower() == "head"
    if not response.content or not (is_head or status in _BODILESS):
        return response, place
    what = "the response to HEAD" if is_head else f"a response with the status {status}"
    report = context.diagnostics.note if is_head else context.diagnostics.warning
    report(
        "ignored-body",
        f"{what} has no body, so its content is ignored",
        fix="" if is_head else "remove `content`, or use another status",
        at=child(place, "content"),
        subject=context.subject,
    )
    return response.model_copy(update={"content": None}), place


def _success(types: Types, status: str, response: Response, place: str, prefix: str) -> ir.Response:
    scope = scope_of_body(place, Scope("operations", prefix, "Response"))
    offers = offers_of(types.context, response.content, place, "response")
    media: list[tuple[ir.MediaType, bool]] = []
    for offer in offers:
        if offer.is_same:
            continue
        if offer.is_item and offer.content == "multipart":
            types.context.diagnostics.warning(
                "ignored-keyword",
                "parts are not streamed: they are returned as a list when all of them are there",
                fix="offer application/jsonl or text/event-stream, whose items are streamed",
                at=offer.schema_at,
                subject=types.context.subject,
            )
        lowered = readable(types, lower_media(types, offer, response, scope), offer.schema_at)
        if not offer.is_other:
            lowered = typed_text(types, lowered, offer, scope)
        media.append((lowered, offer.is_other))
    return ir.Response(
        status=status,
        media_types=tuple(item for item, is_other in media if not is_other),
        doc=types.context.count_text(descriptions.of_response(response), place),
        source=ir.SourcePointer(place),
        others=tuple(item for item, is_other in media if is_other),
        also=tuple(
            same
            for offer in offers
            if offer.is_same
            for same in [_same(types, offer, media[0][0].type)]
            if same is not None
        ),
    )


def _meanings(
    context: Context, response: ir.Response, raw: Response, place: str
) -> dict[str, object]:
    """Return what each representation of a success means, by media type."""
    schemas: dict[str, object] = {}
    for name, given in engine.keys(raw.content):
        media, _ = followed(context, given, child(place, "content", name))
        item = None if media is None else engine.extras(media).get(ITEM_SCHEMA)
        named = name if is_valid(name) else ANYTHING
        schemas[named] = item or (media and media.media_type_schema)
    return {
        essence_of(media.name): (
            media.content,
            media.type if media.content in {"text", "binary"} else schemas.get(media.name),
        )
        for media in reversed(response.all_media)
    }


def _unambiguous(
    context: Context,
    response: ir.Response,
    own: Mapping[str, object],
    others: Sequence[Mapping[str, object]],
) -> ir.Response:
    """Return a success without representations that mean something else with another status.

    What comes besides the first is known by its media type alone.
    """
    ambiguous = {
        name
        for other in others
        for name, meaning in other.items()
        if name in own and own[name] != meaning
    }
    for media in response.others:
        if essence_of(media.name) in ambiguous:
            context.diagnostics.note(
                "ignored-media-type",
                f"{media.name} is ignored; it has another schema with another status",
                at=child(response.source.pointer, "content", media.name),
            )
    whole = {name for other in others for name in other if other[name] in _WHOLE}
    return replace(
        response,
        others=tuple(m for m in response.others if essence_of(m.name) not in ambiguous),
        also=tuple(each for each in response.also if essence_of(each.name) not in whole),
    )


def _same(types: Types, offer: Offer, type_: ir.Type) -> ir.MediaType | None:
    """Return another representation of the value that JSON has; None if it can't be read as such.

    Text of any other type is read as JSON.
    """
    body = ir.MediaType(offer.name, type_, None, content=offer.content)
    if offer.content == "text":
        return body if type_ in _IN_TEXT else None
    if offer.content == "xml":
        root, reason = xml_root_or_reason(types, offer)
        body = replace(body, xml=root)
    else:
        encodings = encodings_of(types, body, offer.media, offer.at)
        reason = unreadable(types, replace(body, encodings=encodings))
    if not reason:
        return body
    types.context.diagnostics.note(
        "ignored-media-type", f"{offer.name} is ignored: {reason}", at=offer.at
    )
    return None
