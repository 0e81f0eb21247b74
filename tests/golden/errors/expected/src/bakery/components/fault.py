"""The type `Fault`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Fault(Model, kw_only=True):
    """What went wrong, as a number."""

    code: int

    by: str | UnsetType | None = UNSET
