"""Exceptions, and the types of their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .general import (
        NoResponseError,
        RequestValidationError,
        ResponseTimeoutError,
        ResponseValidationError,
        ShadowedDefaultError,
    )
    from .shadowederror import ShadowedError

__all__ = ["NoResponseError", "RequestValidationError", "ResponseTimeoutError"]
__all__ += ["ResponseValidationError", "ShadowedDefaultError", "ShadowedError"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".general": (
                "NoResponseError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
                "ShadowedDefaultError",
            ),
        },
    )
