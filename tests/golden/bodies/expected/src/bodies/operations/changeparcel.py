"""The type `ChangeParcelRequestBody`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class ChangeParcelRequestBody(Model, kw_only=True):
    """What shall be different."""

    id: str | UnsetType = UNSET

    weight: float

    note: str | UnsetType | None = UNSET
