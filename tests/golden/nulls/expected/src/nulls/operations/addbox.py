"""Request and response of `boxes.add_box` (`POST /boxes`)."""

from __future__ import annotations

from typing import Any

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["AddBoxRequestBody"]


class AddBoxRequestBody(BaseModel, kw_only=True):
    any: Any
    nothing: None
    constant: UnsetType | None = UNSET
    name: str
    label: str | None
    kept: Any | UnsetType = UNSET
    note: str | UnsetType = UNSET
    either: str | UnsetType | None = UNSET
