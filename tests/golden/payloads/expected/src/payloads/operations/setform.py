"""Request and response of `jobs.set_form` (`PUT /jobs`)."""

from __future__ import annotations

from typing import TypeAlias

from ..types import UNSET, BaseModel, UnsetType
from .range import Range

__all__ = ["SetFormRange", "SetFormRequestBody", "Size"]


class Size(BaseModel, kw_only=True):
    w: int | UnsetType = UNSET
    h: int | UnsetType = UNSET


class SetFormRequestBody(BaseModel, kw_only=True):
    name: str
    colours: list[str] | UnsetType = UNSET
    shades: list[str] | UnsetType = UNSET
    size: Size | UnsetType = UNSET
    deep: dict[str, int] | UnsetType = UNSET
    link: str | UnsetType = UNSET
    plain: str | UnsetType | None = UNSET

    ranges: list[SetFormRange] | UnsetType = UNSET
    """JSON in a text."""


SetFormRange: TypeAlias = Range
