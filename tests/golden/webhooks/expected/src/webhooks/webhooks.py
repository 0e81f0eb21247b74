"""Verify and parse the requests that the API sends to your server.

Pass `parse` the raw body, the headers, and a verifier, which checks the signature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from . import components, operations
from ._runtime.operation import BYTES, TEXT
from ._runtime.webhooks import (
    HmacSignature,
    StandardWebhooks,
    Verifier,
    Webhook,
    WebhookPayloadError,
    WebhookSignatureError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Literal

__all__ = [
    "HmacSignature",
    "StandardWebhooks",
    "Verifier",
    "Webhook",
    "WebhookPayloadError",
    "WebhookSignatureError",
    "on_delivery",
    "parcel_lost",
    "parcel_sent",
    "send_parcel_parcel_lost",
    "unwrap",
    "unwrap_",
    "unwrap_post",
    "unwrap_put",
]

parcel_sent: Final[Webhook[components.ParcelSent]] = Webhook(
    "parcel.sent", lambda: components.ParcelSent
)
"""A parcel was handed over.

It comes once for each parcel."""

parcel_lost: Final[Webhook[operations.ParcelLostPayload]] = Webhook(
    "parcel-lost", lambda: operations.ParcelLostPayload
)
"""The webhook `parcel-lost`.

Deprecated."""

unwrap_: Final[Webhook[None]] = Webhook("unwrap", None)
"""The webhook `unwrap`."""

unwrap_post: Final[Webhook[str]] = Webhook("unwrap", TEXT)
"""The webhook `unwrap`."""

unwrap_put: Final[Webhook[bytes]] = Webhook("unwrap", BYTES)
"""The webhook `unwrap`."""

on_delivery: Final[Webhook[operations.OnDeliveryPayload]] = Webhook(
    "onDelivery", lambda: operations.OnDeliveryPayload
)
"""Where it is now."""

send_parcel_parcel_lost: Final[Webhook[list[components.Parcel]]] = Webhook(
    "parcel-lost", lambda: list[components.Parcel]
)
"""The webhook `parcel-lost`."""

_ANY: Final[Webhook[operations.WebhookEvent | dict[str, Any]]] = Webhook(
    "of any kind", lambda: operations.WebhookEvent
)


def unwrap(
    body: bytes | str,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    *,
    verifier: Verifier | None,
    validation: Literal["lenient", "strict"] = "lenient",
) -> operations.WebhookEvent | dict[str, Any]:
    """Verify the request of any webhook, and return its payload.

    Args:
        body: The raw, unmodified body, since the signature covers its exact bytes.
        headers: The headers, as your web framework provides them.
        verifier: Checks the signature. Pass None only if you have verified the request yourself.
        validation: How to treat a payload that does not match the OpenAPI document: `"lenient"`
            keeps its data and logs a warning, `"strict"` raises `WebhookPayloadError`.

    Returns:
        The payload, whose class tells which webhook it belongs to. It is a dict if the webhook is
            newer than this package.

    Raises:
        WebhookSignatureError: If the request is not genuine, or too old.
        WebhookPayloadError: If the payload cannot be used.
    """
    return _ANY.parse(body, headers, verifier=verifier, validation=validation)
