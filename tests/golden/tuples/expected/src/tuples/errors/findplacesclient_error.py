"""The exception `FindPlacesClientError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .tupleserror import TuplesError

__all__ = ["FindPlacesClientError", "FindPlacesClientErrorData"]


class FindPlacesClientErrorData(BaseModel, kw_only=True):
    """The places that are wrong."""

    wrong: tuple[str, int] | UnsetType = UNSET
    """A unit and a number of it. Exactly 2 elements."""


class FindPlacesClientError(TuplesError, data=FindPlacesClientErrorData):
    """The places that are wrong."""

    data: FindPlacesClientErrorData
    """The decoded body of the response."""
