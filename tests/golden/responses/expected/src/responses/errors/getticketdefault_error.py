"""The exception `GetTicketDefaultError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .responseserror import ResponsesError

__all__ = ["GetTicketDefaultError", "GetTicketDefaultErrorData"]


class GetTicketDefaultErrorData(BaseModel, kw_only=True):
    """Another fault, in parts."""

    reason: str | UnsetType = UNSET


class GetTicketDefaultError(ResponsesError, data=GetTicketDefaultErrorData):
    """Another fault, in parts."""

    data: GetTicketDefaultErrorData
    """The decoded body of the response."""
