"""The types `RefusedErrorData` and `RefusedError`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType
from .bakeryerror import BakeryError


class RefusedErrorData(Model, kw_only=True):
    """The order is not understood."""

    error: components.Problem | UnsetType = UNSET


class RefusedError(BakeryError, data=RefusedErrorData):
    """The order is not understood."""

    data: RefusedErrorData
    """The body of the response."""
