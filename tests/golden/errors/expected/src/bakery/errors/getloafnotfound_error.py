"""The exception `GetLoafNotFoundError` and the types of its data."""

from __future__ import annotations

from datetime import datetime

from ..types import UNSET, BaseModel, UnsetType
from .bakeryerror import BakeryError

__all__ = ["GetLoafNotFoundError", "GetLoafNotFoundErrorData"]


class GetLoafNotFoundErrorData(BaseModel, kw_only=True):
    """There is no such loaf."""

    message: str

    sold_out_at: datetime | UnsetType = UNSET
    """When the last one went."""


class GetLoafNotFoundError(BakeryError, data=GetLoafNotFoundErrorData):
    """There is no such loaf."""

    data: GetLoafNotFoundErrorData
    """The decoded body of the response."""
