"""Request and response of `parcels.send_parcel` (`POST /parcels`)."""

from __future__ import annotations

from datetime import datetime

from ..types import BaseModel

__all__ = ["OnDeliveryPayload"]


class OnDeliveryPayload(BaseModel, kw_only=True):
    """Where it is now."""

    place: str
    at: datetime
