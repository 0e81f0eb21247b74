"""Exceptions, and the types of their `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .bakeryerror import *
    from .fault_error import *
    from .general import *
    from .getloafnotfound_error import *
    from .getloafnotfoundproblemjson_error import *
    from .refused_error import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".bakeryerror": ("BakeryError",),
            ".fault_error": ("FaultError", "FaultErrorData"),
            ".general": (
                "BakeryDefaultError",
                "NoResponseError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
                "SDKError",
            ),
            ".getloafnotfound_error": ("GetLoafNotFoundError", "GetLoafNotFoundErrorData"),
            ".getloafnotfoundproblemjson_error": (
                "GetLoafNotFoundProblemJSONError",
                "GetLoafNotFoundProblemJSONErrorData",
            ),
            ".refused_error": ("RefusedError", "RefusedErrorData"),
        },
    )
