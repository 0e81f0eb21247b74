"""The type `Price`."""

from __future__ import annotations

from msgspec import field

from .._runtime.json.decimals import Decimal, DecimalText
from .._runtime.json.models import OpenModel
from ..types import UNSET, UnsetType

__all__ = ["Price"]


class Price(OpenModel, kw_only=True):
    """Numbers that must not be rounded, with others by name."""

    text: DecimalText

    number: Decimal
    """At least 0."""

    more: list[DecimalText] | UnsetType = UNSET

    additional_properties: dict[str, DecimalText] = field(default_factory=dict[str, DecimalText])
    """All other properties, by name."""
