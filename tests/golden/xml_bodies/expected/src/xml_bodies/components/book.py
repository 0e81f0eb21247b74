"""The type `Book` and the types that it contains."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, TypeAlias

from .. import components
from .._runtime.json.decimals import DecimalText
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Book", "Kind", "Publisher"]

Kind: TypeAlias = Literal["novel", "poems"]


class Book(BaseModel, kw_only=True):
    shelf: int | UnsetType = UNSET
    language: str | UnsetType = UNSET
    title: str
    lent: bool
    bought: date | UnsetType = UNSET
    checked_at: datetime | UnsetType = UNSET
    price: DecimalText | UnsetType = UNSET
    weight: Number | UnsetType = UNSET
    rating: Number | UnsetType | None = UNSET
    kind: Kind | UnsetType = UNSET
    authors: list[components.Author] | UnsetType = UNSET
    words: list[str]
    numbers: list[int] | UnsetType = UNSET
    publisher: Publisher | UnsetType = UNSET
    sequel: Book | UnsetType = UNSET
    notes: dict[str, str] | UnsetType = UNSET
    form: components.Form | UnsetType = UNSET


class Publisher(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET
    city: str | UnsetType = UNSET
