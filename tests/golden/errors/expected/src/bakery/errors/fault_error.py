"""The exception `FaultError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .bakeryerror import BakeryError

__all__ = ["FaultError", "FaultErrorData"]


class FaultErrorData(BaseModel, kw_only=True):
    """What went wrong, as a number."""

    code: int
    by: str | UnsetType | None = UNSET


class FaultError(BakeryError, data=FaultErrorData):
    """What went wrong, as a number."""

    data: FaultErrorData
    """The decoded body of the response."""
