"""The types `RefusedErrorData` and `RefusedError`."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .bakeryerror import BakeryError


class RefusedErrorData(BaseModel, kw_only=True):
    """The order is not understood."""

    error: components.Problem | UnsetType = UNSET


class RefusedError(BakeryError, data=RefusedErrorData):
    """The order is not understood."""

    data: RefusedErrorData
    """The body of the response."""
