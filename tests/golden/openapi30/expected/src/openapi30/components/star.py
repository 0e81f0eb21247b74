"""The type `Star` and the types that it contains."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .. import components
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Colour", "Star"]

Colour: TypeAlias = Literal["blue", "red"]


class Star(BaseModel, kw_only=True):
    name: str | None
    """Its name, if it has one."""

    magnitude: Number
    """More than -30."""

    colour: Colour | UnsetType | None = UNSET

    catalogue: components.Entry | UnsetType | None = UNSET
    """Where to find it."""

    near: components.Entry | UnsetType | None = UNSET
    seen: list[datetime | None] | UnsetType = UNSET
