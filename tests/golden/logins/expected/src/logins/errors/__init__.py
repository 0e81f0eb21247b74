"""Exceptions, and the types of their `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .general import *
    from .loginserror import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".general": (
                "LoginsDefaultError",
                "NoResponseError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
                "SDKError",
            ),
            ".loginserror": ("LoginsError",),
        },
    )
