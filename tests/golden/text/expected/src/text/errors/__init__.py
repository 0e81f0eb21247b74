"""Exceptions, and the types of their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .failure_error import FailureError, FailureErrorData
    from .general import (
        NoResponseError,
        RequestValidationError,
        ResponseTimeoutError,
        ResponseValidationError,
        TextDefaultError,
    )
    from .texterror import TextError

__all__ = ["FailureError", "FailureErrorData", "NoResponseError", "RequestValidationError"]
__all__ += ["ResponseTimeoutError", "ResponseValidationError", "TextDefaultError", "TextError"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".failure_error": ("FailureError", "FailureErrorData"),
            ".general": (
                "NoResponseError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
                "TextDefaultError",
            ),
        },
    )
