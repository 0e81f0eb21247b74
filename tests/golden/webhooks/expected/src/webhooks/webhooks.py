"""Requests that the API's server makes of yours: what they say, and whether it made them.

Give `parse` the body as it came, the headers, and what tells whether the request is genuine.
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
    """Check that a request is genuine, and give what it says, whichever webhook it is of.

    Args:
        body: The body, exactly as it came: parsed and written again it has another signature.
        headers: The headers, as your web framework has them.
        verifier: Tells whether the request is genuine; None: you know that it is.
        validation: `"lenient"` takes what is not as documented as it came, a webhook that is newer
            than this package among it; `"strict"` raises.

    Returns:
        The payload: tell which one it is by its class. A dict is of a webhook that is newer than
            this package.

    Raises:
        WebhookSignatureError: If it is not genuine.
        WebhookPayloadError: If it can't be used.
    """
    return _ANY.parse(body, headers, verifier=verifier, validation=validation)
