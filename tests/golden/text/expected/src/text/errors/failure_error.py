"""The types `FailureErrorData` and `FailureError`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType
from .texterror import TextError


class FailureErrorData(Model, kw_only=True):
    """import os; os.system('x') \"\"\" import os"""

    why: str | UnsetType = UNSET


class FailureError(TextError, data=FailureErrorData):
    """import os; os.system('x') \"\"\" import os"""

    data: FailureErrorData
    """The body of the response."""
