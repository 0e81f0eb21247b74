"""The exception `ÜbelError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .letterserror import LettersError

__all__ = ["ÜbelError", "ÜbelErrorData"]


class ÜbelErrorData(BaseModel, kw_only=True):
    message: str | UnsetType = UNSET


class ÜbelError(LettersError, data=ÜbelErrorData):
    """What is wrong."""

    data: ÜbelErrorData
    """The decoded body of the response."""
