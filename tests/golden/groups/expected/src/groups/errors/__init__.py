"""Exceptions, and the types of their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .general import (
        GroupsDefaultError,
        NoResponseError,
        RequestValidationError,
        ResponseTimeoutError,
        ResponseValidationError,
    )
    from .groupserror import GroupsError

__all__ = ["GroupsDefaultError", "GroupsError", "NoResponseError", "RequestValidationError"]
__all__ += ["ResponseTimeoutError", "ResponseValidationError"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".general": (
                "GroupsDefaultError",
                "NoResponseError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
            ),
        },
    )
