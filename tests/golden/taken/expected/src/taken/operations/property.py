"""Request and response of `pages.property_` (`PUT /pages`)."""

from __future__ import annotations

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["PropertyRequestBody"]


class PropertyRequestBody(BaseModel, kw_only=True):
    options_: str | UnsetType = field(name="options", default=UNSET)
    self_: str | UnsetType | None = field(name="self", default=UNSET)
    hooks: str | UnsetType = UNSET
