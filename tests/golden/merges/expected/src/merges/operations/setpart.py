"""The type `SetPartRequestBody`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class SetPartRequestBody(Model, kw_only=True):
    """A `SetPartRequestBody` object."""

    id: int
    """A number."""

    size: float | None
    """How large it is, in metres."""

    note: str | UnsetType | None = UNSET
    """What there is to say."""
