"""Bodies: request bodies, responses, and the exceptions of failures.

If a body has several media types, JSON is preferred, unless it contains files; a note names those
that are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.frontend import assertions, descriptions, engine
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import (
    MediaType,
    Operation,
    RequestBody,
    Response,
    Schema,
    SchemaOrReference,
    UntrustedString,
)
from sdkwright.frontend.errors import lower_error
from sdkwright.frontend.headers import lower_headers
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.media import holds_files, is_valid, kind_of
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import component_of, node_at

_SUFFIXES: Final[dict[ir.Content, str]] = {
    "json": "json",
    "form": "form",
    "multipart": "multipart",
    "text": "text",
    "binary": "raw",
    "events": "events",
    "lines": "lines",
}
"""Suffixes that distinguish methods for bodies of different kinds."""

_FORM_STYLES: Final[tuple[ir.Style, ...]] = (
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
)
_UNREAD: Final = frozenset({"form", "multipart", "events", "lines"})
"""The kinds of content that are not parsed in a webhook's payload."""
_OF_EVENTS: Final = frozenset({"data", "event", "id", "retry"})
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
"""Names for statuses, to which `Error` is appended (RFC 9110, section 15, and the IANA registry).

They are listed here, since those of Python's `http` change between its versions.
"""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A media type that a body is offered in."""

    name: str
    media: MediaType
    at: str
    content: ir.Content


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All documented responses of an operation."""

    responses: tuple[ir.Response, ...]
    errors: tuple[ir.ErrorResponse, ...]
    headers: ir.Named | None


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
    made: list[Request] = []
    for offer in _offers(context, body.content, place, "request"):
        suffix = _SUFFIXES[offer.content] if made else ""
        prefix = naming.operation_prefix(f"{id_}_{suffix}" if suffix else id_)
        scope = Scope("operations", prefix, "RequestBody")
        media = _lower_media(types, offer, body, _scope(place, scope))
        made.append(
            Request(
                ir.RequestBody(
                    media_types=(media,),
                    required=body.required,
                    doc=context.told(ir.Doc(description=engine.text(body.description)), place),
                    source=ir.SourcePointer(place),
                ),
                suffix,
            )
        )
    return made or [Request(None)]


def lower_payload(types: Types, body: RequestBody, at: str, scope: Scope) -> ir.MediaType | None:
    """Lower the payload of a webhook; JSON is preferred.

    Args:
        types: Lowers its schema.
        body: The body of the request that the server makes.
        at: Its JSON pointer.
        scope: The basis for names of inline types.
    """
    offers = _offers(types.context, body.content, at, "payload")
    if not offers:
        return None
    made = _lower_media(types, offers[0], body, _scope(at, scope))
    if made.content not in _UNREAD:
        return made
    types.context.weak(
        f"webhook payloads of type {made.name} are not parsed; they are passed as bytes",
        fix="use JSON, or parse the bytes in your own code",
        at=offers[0].at,
    )
    return replace(made, type=ir.Primitive("string", "binary"), content="binary")


def lower_responses(types: Types, operation: Operation, at: str, prefix: str) -> Outcomes:
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
        successes = _without_unseen(context, successes, at)
    failures = [status for status in found if status[0] in "45"]
    if "default" in found and "default" not in successes:
        failures.append("default")
    responses = [_success(types, status, *found[status], prefix) for status in successes]
    _warn_of_mixture(context, responses)
    return Outcomes(
        tuple(responses) or (_undocumented(context, at),),
        tuple(_failure(types, status, *found[status], prefix) for status in failures),
        lower_headers(types, [found[status] for status in successes], at, prefix),
    )


def _warn_of_mixture(context: Context, responses: list[ir.Response]) -> None:
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
        context.weak(
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


def _without_unseen(context: Context, statuses: list[str], at: str) -> list[str]:
    for status in statuses:
        if status[0] in "13":
            context.diagnostics.note(
                "ignored-response",
                f"{status} responses are handled by the client and never returned",
                at=child(at, "responses", status),
                subject=context.subject,
            )
    return [status for status in statuses if status[0] not in "13"]


def _success(types: Types, status: str, response: Response, place: str, prefix: str) -> ir.Response:
    scope = _scope(place, Scope("operations", prefix, "Response"))
    offers = _offers(types.context, response.content, place, "response")
    return ir.Response(
        status=status,
        media_types=tuple(_lower_media(types, offer, response, scope) for offer in offers),
        doc=types.context.told(ir.Doc(description=engine.text(response.description)), place),
        source=ir.SourcePointer(place),
    )


def _failure(
    types: Types, status: str, response: Response, place: str, prefix: str
) -> ir.ErrorResponse:
    context = types.context
    doc = context.told(ir.Doc(description=engine.text(response.description)), place)
    made = ir.ErrorResponse(status, None, None, doc, ir.SourcePointer(place))
    content = dict(engine.keys(response.content))
    chosen = next(
        (
            (name, media)
            for name, media in content.items()
            if kind_of(context, name, media, child(place, "content", name)) == "json"
        ),
        None,
    )
    if chosen is None:
        for name in content:
            context.diagnostics.note(
                "untyped-error",
                f"error bodies of type {name} are not parsed; they are kept as text",
                at=child(place, "content", name),
            )
        return made
    name, media = chosen
    at = child(place, "content", name)
    scope = _scope(place, Scope("operations", f"{prefix}{_REASONS.get(status, status)}"))
    kind, error = lower_error(types, _described(media, response), child(at, "schema"), scope, doc)
    if error is None:
        context.diagnostics.note(
            "untyped-error", "the error body is not a plain object; it is kept as plain data", at=at
        )
    media_type = ir.MediaType(name, kind, descriptions.example_of_media(context, media, at))
    return replace(made, media_type=media_type, error=error)


def _offers(
    context: Context,
    content: dict[UntrustedString, MediaType] | None,
    place: str,
    what: str,
) -> list[_Offer]:
    """Return the media types of a body to use, and note which others are left out.

    For a request, those with different schemas; for a response, JSON if possible, and the events
    that may come instead; for a webhook's payload, one.
    """
    offers = []
    for name, media in engine.keys(content):
        at = child(place, "content", name)
        if is_valid(name):
            offers.append(_Offer(name, media, at, kind_of(context, name, media, at)))
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
    taken: list[_Offer] = []
    for offer in offers:
        if _is_taken(offer, taken, what):
            taken.append(offer)
        else:
            context.diagnostics.note(
                "ignored-media-type",
                f"{offer.name} is ignored; the {what} uses {taken[0].name}",
                at=offer.at,
            )
    return taken


def _needs_parts(context: Context, offers: list[_Offer]) -> bool:
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


def _is_taken(offer: _Offer, taken: list[_Offer], what: str) -> bool:
    if not taken:
        return True
    if what == "payload":
        return False
    if what == "response":
        return offer.content == "events" and [item.content for item in taken] == ["json"]
    schema = offer.media.media_type_schema
    is_same = any(item.media.media_type_schema == schema for item in taken)
    return not is_same and all(item.content != offer.content for item in taken)


def _lower_media(
    types: Types,
    offer: _Offer,
    body: RequestBody | Response,
    scope: Scope,
) -> ir.MediaType:
    media, at = offer.media, offer.at
    item, inside = media.media_type_schema, child(at, "schema")
    parts = [Part(item, inside)] if item is not None else []
    made = ir.MediaType(
        name=offer.name,
        type=ir.Primitive("string"),
        example=descriptions.example_of_media(types.context, media, at),
        content=offer.content,
        constraints=assertions.constraints_of(types.context, parts),
    )
    match offer.content:
        case "text":
            return made
        case "binary":
            return replace(made, type=ir.Primitive("string", "binary"))
    if offer.content in {"events", "lines"}:
        scope = replace(
            scope, root=f"{scope.root}{'Event' if offer.content == 'events' else 'Line'}"
        )
    kind = types.lower(_described(media, body), inside, scope)
    if offer.content == "events":
        sentinel = engine.extras(media).get("x-speakeasy-sse-sentinel")
        kind, is_wrapped = _unwrapped(types, kind)
        made = replace(
            made,
            sentinel=sentinel if isinstance(sentinel, str) else "",
            is_wrapped=is_wrapped,
        )
    encodings = tuple(_encodings(types.context, media, at))
    return replace(made, type=kind, encodings=encodings)


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


def _described(media: MediaType, body: RequestBody | Response) -> SchemaOrReference | None:
    """Return the schema of a body; an inline one without a description gets that of the body."""
    schema = media.media_type_schema
    if not isinstance(schema, Schema) or schema.description or not body.description:
        return schema
    return schema.model_copy(update={"description": body.description})


def _scope(place: str, inline: Scope) -> Scope:
    """Return a scope named after the component that contains the body, else after the operation."""
    component = component_of(node_at(place))
    if component is None:
        return inline
    prefix = naming.class_name(component.name).removesuffix(inline.root)
    return Scope("components", prefix, inline.root)
