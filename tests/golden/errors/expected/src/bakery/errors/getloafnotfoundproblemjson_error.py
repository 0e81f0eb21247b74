"""The exception `GetLoafNotFoundProblemJSONError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .bakeryerror import BakeryError

__all__ = ["GetLoafNotFoundProblemJSONError", "GetLoafNotFoundProblemJSONErrorData"]


class GetLoafNotFoundProblemJSONErrorData(BaseModel, kw_only=True):
    """There is no such loaf."""

    title: str
    status: int | UnsetType = UNSET


class GetLoafNotFoundProblemJSONError(BakeryError, data=GetLoafNotFoundProblemJSONErrorData):
    """There is no such loaf."""

    data: GetLoafNotFoundProblemJSONErrorData
    """The decoded body of the response."""
