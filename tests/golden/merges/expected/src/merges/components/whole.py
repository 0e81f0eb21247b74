"""The type `Whole` and the types that it contains."""

from __future__ import annotations

from datetime import date

from .. import components
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Inner", "Whole"]


class Whole(BaseModel, kw_only=True):
    id: int
    """A number."""

    size: Number | UnsetType = UNSET
    """How large it is, in metres."""

    note: str | UnsetType | None = UNSET
    """What there is to say."""

    state: components.State
    """What is becoming of it."""

    made: date | UnsetType = UNSET
    inner: Inner | UnsetType = UNSET
    box: components.Part | UnsetType | None = UNSET


class Inner(BaseModel, kw_only=True):
    a: int
    b: str | UnsetType = UNSET
