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

__all__ = [
    "BakeryDefaultError",
    "BakeryError",
    "FaultError",
    "FaultErrorData",
    "GetLoafNotFoundError",
    "GetLoafNotFoundErrorData",
    "NoResponseError",
    "RefusedError",
    "RefusedErrorData",
    "RequestValidationError",
    "ResponseTimeoutError",
    "ResponseValidationError",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "BakeryDefaultError": ".general",
            "BakeryError": ".bakeryerror",
            "FaultError": ".fault_error",
            "FaultErrorData": ".fault_error",
            "GetLoafNotFoundError": ".getloafnotfound_error",
            "GetLoafNotFoundErrorData": ".getloafnotfound_error",
            "NoResponseError": ".general",
            "RefusedError": ".refused_error",
            "RefusedErrorData": ".refused_error",
            "RequestValidationError": ".general",
            "ResponseTimeoutError": ".general",
            "ResponseValidationError": ".general",
        },
    )
