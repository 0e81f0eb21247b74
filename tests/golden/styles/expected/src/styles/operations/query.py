"""The types `Filter` and `Range`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Filter(Model, kw_only=True):
    """A `Filter` object."""

    shade: str | UnsetType = UNSET

    range: Range | UnsetType = UNSET

    tags: list[str] | UnsetType = UNSET


class Range(Model, kw_only=True):
    """A `Range` object."""

    from_: int | UnsetType = field(name="from", default=UNSET)

    to: int | UnsetType = UNSET
