"""The exception `RefusedError` and the types of its data."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .bakeryerror import BakeryError

__all__ = ["RefusedError", "RefusedErrorData"]


class RefusedErrorData(BaseModel, kw_only=True):
    """The order is not understood."""

    error: components.Problem | UnsetType = UNSET


class RefusedError(BakeryError, data=RefusedErrorData):
    """The order is not understood."""

    data: RefusedErrorData
    """The decoded body of the response."""
