"""The type `OnDeliveryPayload`."""

from __future__ import annotations

from datetime import datetime

from ..types import BaseModel


class OnDeliveryPayload(BaseModel, kw_only=True):
    """Where it is now."""

    place: str
    at: datetime
