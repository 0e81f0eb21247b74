"""The types `FaultErrorData` and `FaultError`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType
from .bakeryerror import BakeryError


class FaultErrorData(Model, kw_only=True):
    """What went wrong, as a number."""

    code: int

    by: str | UnsetType | None = UNSET


class FaultError(BakeryError, data=FaultErrorData):
    """What went wrong, as a number."""

    data: FaultErrorData
    """The body of the response."""
