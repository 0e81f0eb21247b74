"""The type `Bicycle`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Bicycle(Model, kw_only=True):
    """A `Bicycle` object."""

    type: str

    wheels: int

    bell: bool | UnsetType = UNSET
