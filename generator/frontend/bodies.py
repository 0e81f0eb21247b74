"""Bodies: what an operation sends, what it answers, and the exceptions of its failures.

JSON only, so far. Where a body comes in several media types, JSON is taken and the others are
named in a note; where it comes in none that we know, the operation has a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator import ir, naming
from generator.frontend import docs, engine
from generator.frontend.context import Context, Scope
from generator.frontend.engine import (
    MediaType,
    Operation,
    RequestBody,
    Response,
    Schema,
    SchemaOrReference,
)
from generator.frontend.references import steps
from generator.frontend.schemas import Types

_JSON: Final = re.compile(r"application/(?:[a-z0-9.!#$&^_-]+\+)?json(?:\s*;.*)?", re.IGNORECASE)
_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|DEFAULT")

_REASONS: Final = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "402": "PaymentRequired",
    "403": "Forbidden",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "406": "NotAcceptable",
    "407": "ProxyAuthenticationRequired",
    "408": "RequestTimeout",
    "409": "Conflict",
    "410": "Gone",
    "411": "LengthRequired",
    "412": "PreconditionFailed",
    "413": "PayloadTooLarge",
    "414": "URITooLong",
    "415": "UnsupportedMediaType",
    "416": "RangeNotSatisfiable",
    "417": "ExpectationFailed",
    "421": "MisdirectedRequest",
    "422": "UnprocessableEntity",
    "423": "Locked",
    "424": "FailedDependency",
    "425": "TooEarly",
    "426": "UpgradeRequired",
    "428": "PreconditionRequired",
    "429": "TooManyRequests",
    "431": "RequestHeaderFieldsTooLarge",
    "451": "UnavailableForLegalReasons",
    "4XX": "Client",
    "500": "InternalServer",
    "501": "NotImplemented",
    "502": "BadGateway",
    "503": "ServiceUnavailable",
    "504": "GatewayTimeout",
    "505": "HTTPVersionNotSupported",
    "507": "InsufficientStorage",
    "508": "LoopDetected",
    "511": "NetworkAuthenticationRequired",
    "5XX": "Server",
    "default": "Default",
}
"""Names for statuses, which `Error` is put after (RFC 9110, section 15, and the IANA registry).

Written out, since those of Python's `http` change between its versions."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All documented responses of an operation."""

    responses: tuple[ir.Response, ...]
    errors: tuple[ir.ErrorResponse, ...]


def lower_request(
    types: Types, operation: Operation, at: str, prefix: str
) -> ir.RequestBody | None:
    """Lower the request body of an operation (OpenAPI 3.1, section 4.8.13)."""
    context = types.context
    body, place = context.follow(
        operation.request_body, RequestBody, engine.child(at, "requestBody")
    )
    if body is None or not body.content:
        return None
    scope = Scope("operations", prefix, "RequestBody")
    chosen = _json_of(context, dict(engine.keys(body.content)), place, "request")
    if chosen is None:
        return None
    return ir.RequestBody(
        media_types=(_lower_media(types, chosen, body, place, _scope(place, scope)),),
        required=body.required,
        doc=ir.Doc(description=engine.text(body.description)),
        source=ir.SourcePointer(place),
    )


def lower_responses(types: Types, operation: Operation, at: str, prefix: str) -> Outcomes:
    """Lower the responses of an operation (OpenAPI 3.1, section 4.8.16).

    `default` is a failure where a success is documented, and the success where none is.
    """
    context = types.context
    found = {
        status: (response, place) for status, response, place in _responses(context, operation, at)
    }
    successes = [status for status in found if status[0] in "123"]
    if "default" in found and not any(status[0] == "2" for status in successes):
        successes.append("default")
    if any(status[0] == "2" for status in successes):
        successes = _without_unseen(context, successes, at)
    failures = [status for status in found if status[0] in "45"]
    if "default" in found and "default" not in successes:
        failures.append("default")
    responses = [_success(types, status, *found[status], prefix) for status in successes]
    return Outcomes(
        tuple(responses) or (_undocumented(context, at),),
        tuple(_failure(types, status, *found[status], prefix) for status in failures),
    )


def _undocumented(context: Context, at: str) -> ir.Response:
    context.diagnostics.note(
        "undocumented-success",
        "no success is documented, so the method returns nothing",
        fix="add the response of a success",
        at=at,
        subject=context.subject,
    )
    return ir.Response("2XX", (), ir.Doc(), ir.SourcePointer(at))


def _responses(
    context: Context, operation: Operation, at: str
) -> Iterator[tuple[str, Response, str]]:
    for key, item in engine.keys(operation.responses):
        place = engine.child(at, "responses", key)
        if not _STATUS.fullmatch(key.upper()):
            context.problem(
                f"`{key}` is no status",
                fix="write a status such as 200 or 4XX, or `default`",
                at=place,
            )
            continue
        response, place = context.follow(item, Response, place)
        if response is not None:
            yield ("default" if key.lower() == "default" else key.upper()), response, place


def _without_unseen(context: Context, statuses: list[str], at: str) -> list[str]:
    for status in statuses:
        if status[0] in "13":
            context.diagnostics.note(
                "ignored-response",
                f"the response {status} is handled by the client and never returned",
                at=engine.child(at, "responses", status),
                subject=context.subject,
            )
    return [status for status in statuses if status[0] not in "13"]


def _success(types: Types, status: str, response: Response, place: str, prefix: str) -> ir.Response:
    media_types: tuple[ir.MediaType, ...] = ()
    content = dict(engine.keys(response.content))
    if content:
        chosen = _json_of(types.context, content, place, "response")
        if chosen is not None:
            scope = _scope(place, Scope("operations", prefix, "Response"))
            media_types = (_lower_media(types, chosen, response, place, scope),)
    return ir.Response(
        status=status,
        media_types=media_types,
        doc=ir.Doc(description=engine.text(response.description)),
        source=ir.SourcePointer(place),
    )


def _failure(
    types: Types, status: str, response: Response, place: str, prefix: str
) -> ir.ErrorResponse:
    context = types.context
    doc = ir.Doc(description=engine.text(response.description))
    made = ir.ErrorResponse(status, None, None, doc, ir.SourcePointer(place))
    content = dict(engine.keys(response.content))
    chosen = next(((name, media) for name, media in content.items() if _is_json(name)), None)
    if chosen is None:
        for name in content:
            context.diagnostics.note(
                "untyped-error",
                f"an error body of {name} is kept as text",
                at=engine.child(place, "content", name),
            )
        return made
    name, media = chosen
    at = engine.child(place, "content", name)
    scope = _scope(place, Scope("operations", f"{prefix}{_REASONS.get(status, status)}"))
    kind, error = types.lower_error(
        _described(media, response), engine.child(at, "schema"), scope, doc
    )
    if error is None:
        context.diagnostics.note(
            "untyped-error", "an error body that is no plain object is kept as it came", at=at
        )
    media_type = ir.MediaType(name, kind, docs.example_of_media(context, media, at))
    return replace(made, media_type=media_type, error=error)


def _json_of(
    context: Context, content: dict[str, MediaType], place: str, what: str
) -> tuple[str, MediaType] | None:
    """Choose the JSON of a body, and say what became of the others."""
    names = list(content)
    streams = [name for name in names if name.lower().startswith("text/event-stream")]
    chosen = next((name for name in names if _is_json(name)), None)
    if chosen is None or streams:
        context.problem(
            f"the {what} is of {' or '.join(streams or names)}, and only JSON is supported",
            fix="offer application/json alone, or allow the operation to be dropped",
            at=engine.child(place, "content", (streams or names)[0]),
        )
        return None
    for name in names:
        if name != chosen:
            context.diagnostics.note(
                "ignored-media-type",
                f"the {what} is taken as {chosen}; {name} is left out",
                at=engine.child(place, "content", name),
            )
    return chosen, content[chosen]


def _lower_media(
    types: Types,
    chosen: tuple[str, MediaType],
    body: RequestBody | Response,
    place: str,
    scope: Scope,
) -> ir.MediaType:
    name, media = chosen
    at = engine.child(place, "content", name)
    return ir.MediaType(
        name=name,
        type=types.lower(_described(media, body), engine.child(at, "schema"), scope),
        example=docs.example_of_media(types.context, media, at),
    )


def _described(media: MediaType, body: RequestBody | Response) -> SchemaOrReference | None:
    """Give the schema of a body; an inline one that says nothing says what the body does."""
    schema = media.media_type_schema
    if not isinstance(schema, Schema) or schema.description or not body.description:
        return schema
    return schema.model_copy(update={"description": body.description})


def _scope(place: str, inline: Scope) -> Scope:
    """Name types after the component that a body is, and after the operation otherwise."""
    match steps(place):
        case ("components", _, name, *_):
            prefix = naming.class_name(name).removesuffix(inline.root)
            return Scope("components", prefix, inline.root)
    return inline


def _is_json(name: str) -> bool:
    return _JSON.fullmatch(name) is not None
