"""The exception `FailureError` and the types of its data."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType
from .texterror import TextError

__all__ = ["FailureError", "FailureErrorData"]


class FailureErrorData(BaseModel, kw_only=True):
    """import os; os.system('x') \"\"\" import os"""

    why: str | UnsetType = UNSET


class FailureError(TextError, data=FailureErrorData):
    """import os; os.system('x') \"\"\" import os"""

    data: FailureErrorData
    """The decoded body of the response."""
