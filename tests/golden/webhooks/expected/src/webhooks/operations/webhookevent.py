"""The type `WebhookEvent`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components, operations
from .._runtime.json.unions import By, Tagged

__all__ = ["WebhookEvent"]

WebhookEvent: TypeAlias = Tagged[components.ParcelSent | operations.ParcelLostPayload, By("type")]
"""The payload of any webhook."""
