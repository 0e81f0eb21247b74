"""Verify and parse the requests that the API sends to your server.

Pass `parse` the raw body, the headers, and a verifier, which checks the signature.
"""

from __future__ import annotations

from typing import Final

from ._runtime.operation import TEXT
from ._runtime.webhooks import (
    HmacSignature,
    StandardWebhooks,
    Verifier,
    Webhook,
    WebhookPayloadError,
    WebhookSignatureError,
)

__all__ = [
    "HmacSignature",
    "StandardWebhooks",
    "Verifier",
    "Webhook",
    "WebhookPayloadError",
    "WebhookSignatureError",
    "moved",
]

moved: Final[Webhook[str]] = Webhook("moved", TEXT)
"""The webhook `moved`."""
