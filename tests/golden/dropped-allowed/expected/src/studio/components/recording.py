"""The type `Recording`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Recording(Model, kw_only=True):
    """A `Recording` object."""

    id: int | UnsetType = UNSET
