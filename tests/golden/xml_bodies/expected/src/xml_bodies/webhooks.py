"""Verify and parse the requests that the API sends to your server.

Pass `parse` the raw body, the headers, and a verifier, which checks the signature.
"""

from __future__ import annotations

from typing import Final

from . import components
from ._runtime.webhooks import (
    HmacSignature,
    StandardWebhooks,
    Verifier,
    Webhook,
    WebhookPayloadError,
    WebhookSignatureError,
)
from ._xml import XML

__all__ = [
    "HmacSignature",
    "StandardWebhooks",
    "Verifier",
    "Webhook",
    "WebhookPayloadError",
    "WebhookSignatureError",
    "lent",
]

lent: Final[Webhook[components.Problem]] = Webhook(
    "lent", lambda: XML.decoder("/components/schemas/Problem", components.Problem)
)
"""The webhook `lent`."""
