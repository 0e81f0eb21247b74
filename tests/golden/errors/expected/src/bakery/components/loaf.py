"""The type `Loaf`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Loaf(Model, kw_only=True):
    """A `Loaf` object."""

    grams: float | UnsetType = UNSET
