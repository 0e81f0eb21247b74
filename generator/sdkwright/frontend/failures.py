"""Failures: documented error responses, and the names of their exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from sdkwright.frontend import descriptions
from sdkwright.frontend.bodies import (
    described,
    scope_of_body,
    xml_root_of,
    xml_root_or_reason,
)
from sdkwright.frontend.context import Scope
from sdkwright.frontend.encodings import encodings_of
from sdkwright.frontend.engine import Response
from sdkwright.frontend.errors import lower_error
from sdkwright.frontend.form_bodies import unreadable
from sdkwright.frontend.media_names import essence_of
from sdkwright.frontend.media_types import Offer, read_offers
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir, naming

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


_TYPED: Final[tuple[ir.Content, ...]] = ("json", "form", "multipart", "xml")
"""The kinds of content that are read as the documented type of an error, by preference."""


class _Readable(NamedTuple):
    """A media type of an error that is read, and the root element of XML."""

    offer: Offer
    root: ir.XmlRoot | None = None


def lower_failures(
    types: Types, status: str, response: Response, place: str, prefix: str
) -> Iterator[ir.ErrorResponse]:
    """Yield a failure, once for each media type whose bodies are read, the preferred one first.

    Bodies of other media types are kept as text.
    """
    context = types.context
    doc = context.count_text(descriptions.of_response(response), place)
    bare = ir.ErrorResponse(status, None, None, doc, ir.SourcePointer(place))
    reason = _REASONS.get(status, status)
    made: list[ir.ErrorResponse] = []
    by_schema: list[tuple[Offer, ir.ErrorResponse]] = []
    for readable in _offers(types, response, place):
        offer = readable.offer
        known = next((each for other, each in by_schema if other.has_schema_of(offer)), None)
        suffix = _suffix(offer) if made and not known else ""
        scope = scope_of_body(place, Scope("operations", f"{prefix}{reason}{suffix}"))
        failure = _failure(types, readable, response, bare, scope=scope, known=known)
        if failure is not None:
            made.append(replace(failure, is_other=bool(made)))
            by_schema.append((offer, failure))
    yield from made or [bare]


def _offers(types: Types, response: Response, place: str) -> list[_Readable]:
    """Return the media types of an error body that are read, and note which others are not."""
    found: list[Offer] = []
    for offer in read_offers(types.context, response.content, place):
        has_schema = offer.content == "json" or offer.schema is not None
        if offer.content in _TYPED and has_schema and not offer.is_item:
            found.append(offer)
        else:
            _note_text(types, offer)
    found.sort(key=lambda offer: _TYPED.index(offer.content))
    return [made for each in found for made in _readable(types, each, is_first=each == found[0])]


def _readable(types: Types, offer: Offer, *, is_first: bool) -> Iterator[_Readable]:
    """Yield an offer if it is read; XML is not if it can't represent its schema.

    That is a warning if nothing is better, and a note otherwise.
    """
    if offer.content != "xml":
        yield _Readable(offer)
        return
    reason = ""
    if is_first:
        root = xml_root_of(types, offer.schema, offer.schema_at)
    else:
        root, reason = xml_root_or_reason(types, offer)
    if root is None:
        _note_text(types, offer, reason)
    else:
        yield _Readable(offer, root)


def _note_text(types: Types, offer: Offer, reason: str = "") -> None:
    message = f"error bodies of type {offer.name} are not parsed; they are kept as text"
    types.context.diagnostics.note(
        "untyped-error", f"{message}: {reason}" if reason else message, at=offer.at
    )


def _suffix(offer: Offer) -> str:
    """Return what distinguishes the name of a body from that of the preferred one."""
    of_json = essence_of(offer.name).partition("/")[2].replace("+", "_")
    return naming.class_name(of_json if offer.content == "json" else offer.content)


def _failure(
    types: Types,
    readable: _Readable,
    response: Response,
    bare: ir.ErrorResponse,
    *,
    scope: Scope,
    known: ir.ErrorResponse | None,
) -> ir.ErrorResponse | None:
    """Return a failure with a body of one media type; None if that is kept as text.

    Args:
        types: Lowers its schema.
        readable: The media type.
        response: The response.
        bare: The failure without its body.
        scope: The basis for names.
        known: The failure with the same schema in another media type, if there is one.
    """
    context, offer = types.context, readable.offer
    at = offer.at
    if known is not None and known.media_type is not None:
        kind, error = known.media_type.type, known.error
    else:
        schema = described(offer.schema, response)
        kind, error = lower_error(types, schema, offer.schema_at, scope, bare.doc)
    body = ir.MediaType(
        name=offer.name,
        type=kind,
        example=descriptions.example_of_media(
            context, offer.media, at, offer.schema_at, offer.content
        ),
        content=offer.content,
        xml=readable.root,
    )
    encodings = encodings_of(types, body, offer.media, at)
    if offer.content in {"form", "multipart"} and (
        reason := unreadable(types, replace(body, encodings=encodings))
    ):
        context.diagnostics.note("untyped-error", f"{reason}; it is kept as text", at=at)
        return None
    if error is None:
        context.diagnostics.note(
            "untyped-error", "the error body is not a plain object; it is kept as plain data", at=at
        )
    return replace(bare, media_type=body, error=error)
