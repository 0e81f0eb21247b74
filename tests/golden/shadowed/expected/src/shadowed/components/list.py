"""The type `List`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class List(Model, kw_only=True):
    """A `List` object."""

    list: int | UnsetType = UNSET
