"""The type `Whole`."""

from __future__ import annotations

from datetime import date

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Whole(Model, kw_only=True):
    """A `Whole` object."""

    id: int
    """A number."""

    size: float | UnsetType = UNSET
    """How large it is, in metres."""

    note: str | UnsetType | None = UNSET
    """What there is to say."""

    state: components.State
    """What is becoming of it."""

    made: date | UnsetType = UNSET

    inner: components.Inner | UnsetType = UNSET

    box: components.Part | UnsetType | None = UNSET
