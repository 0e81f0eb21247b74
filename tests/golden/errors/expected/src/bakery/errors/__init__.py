"""Exceptions, and the types of their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .bakeryerror import BakeryError
    from .fault_error import FaultError, FaultErrorData
    from .general import (
        BakeryDefaultError,
        NoResponseError,
        RequestValidationError,
        ResponseTimeoutError,
        ResponseValidationError,
    )
    from .getloafnotfound_error import GetLoafNotFoundError, GetLoafNotFoundErrorData
    from .refused_error import RefusedError, RefusedErrorData

__all__ = ["BakeryDefaultError", "BakeryError", "FaultError", "FaultErrorData"]
__all__ += ["GetLoafNotFoundError", "GetLoafNotFoundErrorData", "NoResponseError", "RefusedError"]
__all__ += ["RefusedErrorData", "RequestValidationError", "ResponseTimeoutError"]
__all__ += ["ResponseValidationError"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".fault_error": ("FaultError", "FaultErrorData"),
            ".general": (
                "BakeryDefaultError",
                "NoResponseError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
            ),
            ".getloafnotfound_error": ("GetLoafNotFoundError", "GetLoafNotFoundErrorData"),
            ".refused_error": ("RefusedError", "RefusedErrorData"),
        },
    )
