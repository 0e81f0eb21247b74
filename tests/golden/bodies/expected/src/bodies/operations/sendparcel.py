"""Request and response of `parcels.send_parcel` (`POST /parcels`)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import field

from .. import components
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Content", "SendParcelRequestBody"]


class SendParcelRequestBody(BaseModel, kw_only=True):
    to: components.Address

    weight: Number
    """In kilograms."""

    contents: list[Content] | UnsetType = UNSET
    """What is inside."""

    fragile: bool | UnsetType = UNSET
    send_at: datetime | UnsetType = UNSET
    on: date | UnsetType = UNSET

    insured_for: Number | UnsetType | None = UNSET
    """In euros; null is not at all."""

    from_: str | UnsetType = field(name="from", default=UNSET)
    labels: dict[str, str] | UnsetType = UNSET


class Content(BaseModel, kw_only=True):
    name: str
    value: Number | UnsetType = UNSET
