"""The type `FindSealsRequestBody`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class FindSealsRequestBody(Model, kw_only=True):
    """A `FindSealsRequestBody` object."""

    colour: str | UnsetType = UNSET

    from_: str | UnsetType = field(name="from", default=UNSET)
