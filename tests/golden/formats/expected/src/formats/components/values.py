"""The type `Values`."""

from __future__ import annotations

import builtins
from datetime import date, datetime

from msgspec import field

from .. import components
from .._runtime.decimals import Decimal, DecimalText
from .._runtime.models import Model
from ..types import UNSET, SecretStr, UnsetType


class Values(Model, kw_only=True):
    """A `Values` object."""

    moment: datetime | UnsetType = UNSET

    day: date | UnsetType = UNSET
    """Default: `'2030-01-01'`."""

    time: str | UnsetType = UNSET
    """A time as in RFC 3339."""

    span: str | UnsetType = UNSET
    """A duration as in ISO 8601."""

    id: str | UnsetType = UNSET

    link: str | UnsetType = UNSET
    """At most 200 characters."""

<<<<<<< HEAD
    bytes: builtins.bytes | UnsetType = UNSET
=======
    bytes_: str | UnsetType = field(name="bytes", default=UNSET)
    """In base64."""
>>>>>>> surface

    price: DecimalText | UnsetType = UNSET
    """Of the pattern `^[0-9]+\\.[0-9]{2}$`."""

    small: int | UnsetType = UNSET
    """At least 0, at most 10."""

    large: int | UnsetType = UNSET

    ratio: float | UnsetType = UNSET
    """More than 0."""

    exact: Decimal | UnsetType = UNSET

    secret: SecretStr | UnsetType = UNSET

    encoded: builtins.bytes | UnsetType = UNSET

    prices: list[DecimalText] | UnsetType = UNSET

    amounts: dict[str, Decimal] | UnsetType = UNSET

    either: components.Either | UnsetType = UNSET
    """Text is exact, a number is not."""

    odd: str | UnsetType = UNSET

    nothing: UnsetType | None = UNSET

    pair: list[components.PairItem] | UnsetType = UNSET
    """At most 3 elements."""

    dates: list[components.Date] | UnsetType = UNSET
