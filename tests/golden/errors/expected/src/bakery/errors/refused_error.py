"""The type `RefusedError`, and the types that it consists of."""

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
    """The body of the response."""
