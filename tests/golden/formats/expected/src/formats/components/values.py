"""The type `Values` and the types that it contains."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, TypeAlias

from msgspec import field

from .._runtime.json.decimals import Decimal, DecimalText
from ..types import UNSET, BaseModel, Number, SecretStr, UnsetType

__all__ = ["Date", "Either", "PairItem", "Values"]

Date: TypeAlias = Literal["tomorrow"] | str


class Values(BaseModel, kw_only=True):
    moment: datetime | UnsetType = UNSET

    day: date | UnsetType = UNSET
    """Default: `'2030-01-01'`."""

    time: str | UnsetType = UNSET
    """An RFC 3339 time."""

    span: str | UnsetType = UNSET
    """An ISO 8601 duration."""

    id: str | UnsetType = UNSET

    link: str | UnsetType = UNSET
    """At most 200 characters."""

    bytes_: bytes | UnsetType = field(name="bytes", default=UNSET)

    price: DecimalText | UnsetType = UNSET
    """Must match `^[0-9]+\\.[0-9]{2}$`."""

    small: int | UnsetType = UNSET
    """At least 0, at most 10."""

    large: int | UnsetType = UNSET

    ratio: Number | UnsetType = UNSET
    """More than 0."""

    exact: Decimal | UnsetType = UNSET
    secret: SecretStr | UnsetType = UNSET
    encoded: bytes | UnsetType = UNSET
    prices: list[DecimalText] | UnsetType = UNSET
    amounts: dict[str, Decimal] | UnsetType = UNSET

    either: Either | UnsetType = UNSET
    """Text is exact, a number is not."""

    odd: str | UnsetType = UNSET
    nothing: UnsetType | None = UNSET

    pair: list[PairItem] | UnsetType = UNSET
    """At most 3 elements."""

    dates: list[Date] | UnsetType = UNSET


Either: TypeAlias = DecimalText | Number
"""Text is exact, a number is not."""

PairItem: TypeAlias = str | int | bool
