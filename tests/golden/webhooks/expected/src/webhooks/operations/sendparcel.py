"""The type `OnDeliveryPayload`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.models import Model


class OnDeliveryPayload(Model, kw_only=True):
    """Where it is now."""

    place: str

    at: datetime
