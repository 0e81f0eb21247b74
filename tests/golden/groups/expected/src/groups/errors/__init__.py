"""Exceptions, and the types of their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .general import (
        GroupsDefaultError,
        NoResponseError,
        ResponseTimeoutError,
        ResponseValidationError,
    )
    from .groupserror import GroupsError

__all__ = [
    "GroupsDefaultError",
    "GroupsError",
    "NoResponseError",
    "ResponseTimeoutError",
    "ResponseValidationError",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "GroupsDefaultError": ".general",
            "GroupsError": ".groupserror",
            "NoResponseError": ".general",
            "ResponseTimeoutError": ".general",
            "ResponseValidationError": ".general",
        },
    )
