"""The type `Inner`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Inner(Model, kw_only=True):
    """A `Inner` object."""

    a: int

    b: str | UnsetType = UNSET
