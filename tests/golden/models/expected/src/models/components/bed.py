"""The type `Bed`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Bed(Model, kw_only=True):
    """A `Bed` object."""

    row: int

    model_dump_: str | UnsetType = field(name="model_dump", default=UNSET)
    """A name that every model has already."""
