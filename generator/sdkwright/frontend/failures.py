"""Failures: documented error responses, and the names of their exceptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sdkwright.frontend import descriptions
from sdkwright.frontend.bodies import described, encodings_of, scope_of_body, xml_root_of
from sdkwright.frontend.context import Scope
from sdkwright.frontend.engine import Response
from sdkwright.frontend.errors import lower_error
from sdkwright.frontend.form_bodies import unreadable
from sdkwright.frontend.media_types import Offer, read_offers
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir

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


def lower_failure(
    types: Types, status: str, response: Response, place: str, prefix: str
) -> ir.ErrorResponse:
    context = types.context
    doc = context.count_text(descriptions.of_response(response), place)
    failure = ir.ErrorResponse(status, None, None, doc, ir.SourcePointer(place))
    offers = [*read_offers(context, response.content, place)]
    chosen = _chosen(types, offers)
    if chosen is None:
        for offer in offers:
            context.diagnostics.note(
                "untyped-error",
                f"error bodies of type {offer.name} are not parsed; they are kept as text",
                at=offer.at,
            )
        return failure
    offer, root = chosen
    name, form, media, at = offer.name, offer.content, offer.media, offer.at
    scope = scope_of_body(place, Scope("operations", f"{prefix}{_REASONS.get(status, status)}"))
    kind, error = lower_error(types, described(offer.schema, response), offer.schema_at, scope, doc)
    if form in {"form", "multipart"}:
        encodings = tuple(encodings_of(context, media, at))
        body = ir.MediaType(name, kind, None, content=form, encodings=encodings)
        if reason := unreadable(types, body):
            context.diagnostics.note("untyped-error", f"{reason}; it is kept as text", at=at)
            return failure
    if error is None:
        context.diagnostics.note(
            "untyped-error", "the error body is not a plain object; it is kept as plain data", at=at
        )
    media_type = ir.MediaType(
        name=name,
        type=kind,
        example=descriptions.example_of_media(context, media, at, offer.schema_at, form),
        content=form,
        xml=root,
    )
    return replace(failure, media_type=media_type, error=error)


def _chosen(types: Types, offers: Sequence[Offer]) -> tuple[Offer, ir.XmlRoot | None] | None:
    """Return the media type of an error body that is parsed, and the root of XML."""
    for wanted in _TYPED:
        for offer in offers:
            has_no_schema = offer.content != "json" and offer.schema is None
            if offer.content != wanted or offer.is_item or has_no_schema:
                continue
            if offer.content != "xml":
                return offer, None
            root = xml_root_of(types, offer.schema, offer.schema_at)
            if root is not None:
                return offer, root
    return None
