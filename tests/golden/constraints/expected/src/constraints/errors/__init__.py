"""Exceptions, and the types of their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .constraintserror import ConstraintsError
    from .general import (
        ConstraintsDefaultError,
        NoResponseError,
        RequestValidationError,
        ResponseTimeoutError,
        ResponseValidationError,
    )

__all__ = ["ConstraintsDefaultError", "ConstraintsError", "NoResponseError"]
__all__ += ["RequestValidationError", "ResponseTimeoutError", "ResponseValidationError"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".general": (
                "ConstraintsDefaultError",
                "NoResponseError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
            ),
        },
    )
