"""The type `Address`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Address(Model, kw_only=True):
    """A `Address` object."""

    street: str

    town: str | UnsetType = UNSET
