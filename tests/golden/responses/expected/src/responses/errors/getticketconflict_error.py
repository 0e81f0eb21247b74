"""The exception `GetTicketConflictError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .responseserror import ResponsesError

__all__ = ["GetTicketConflictError", "GetTicketConflictErrorData"]


class GetTicketConflictErrorData(BaseModel, kw_only=True):
    """There is none, as a form."""

    reason: str | UnsetType = UNSET


class GetTicketConflictError(ResponsesError, data=GetTicketConflictErrorData):
    """There is none, as a form."""

    data: GetTicketConflictErrorData
    """The decoded body of the response."""
