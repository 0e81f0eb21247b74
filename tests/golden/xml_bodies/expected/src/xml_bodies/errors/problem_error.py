"""The exception `ProblemError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .xmlbodieserror import XmlBodiesError

__all__ = ["ProblemError", "ProblemErrorData"]


class ProblemErrorData(BaseModel, kw_only=True):
    code: int
    message: str | UnsetType = UNSET


class ProblemError(XmlBodiesError, data=ProblemErrorData):
    """There is no such book."""

    data: ProblemErrorData
    """The decoded body of the response."""
