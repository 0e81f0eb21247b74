"""The type `CountRequest`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class CountRequest(Model, kw_only=True):
    """What to ask for."""

    from_: str | UnsetType = field(name="from", default=UNSET)

    to: str | UnsetType = UNSET
