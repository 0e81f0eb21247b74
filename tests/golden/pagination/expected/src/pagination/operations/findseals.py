"""Request and response of `letters.find_seals` (`POST /seals/search`)."""

from __future__ import annotations

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["FindSealsRequestBody"]


class FindSealsRequestBody(BaseModel, kw_only=True):
    colour: str | UnsetType = UNSET
    from_: str | UnsetType = field(name="from", default=UNSET)
