"""The type `Closed`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Closed(Model, kw_only=True):
    """A `Closed` object."""

    name: str | UnsetType = UNSET
