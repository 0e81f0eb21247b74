"""Request and response of `boxes.update_box` (`PATCH /boxes`)."""

from __future__ import annotations

from datetime import date

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["UpdateBoxRequestBody"]


class UpdateBoxRequestBody(BaseModel, kw_only=True):
    version: int
    name: str | UnsetType = UNSET
    opened: date | UnsetType = UNSET
