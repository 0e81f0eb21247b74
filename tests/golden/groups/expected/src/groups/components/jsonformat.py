"""The type `JSONFormat`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class JSONFormat(Model, kw_only=True):
    """A `JSONFormat` object."""

    id: str | UnsetType = UNSET
