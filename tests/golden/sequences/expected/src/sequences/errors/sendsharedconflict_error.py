"""The exception `SendSharedConflictError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .sequenceserror import SequencesError

__all__ = ["SendSharedConflictError", "SendSharedConflictErrorData"]


class SendSharedConflictErrorData(BaseModel, kw_only=True):
    """Also as a failure."""

    message: str | UnsetType = UNSET


class SendSharedConflictError(SequencesError, data=SendSharedConflictErrorData):
    """Also as a failure."""

    data: SendSharedConflictErrorData
    """The decoded body of the response."""
