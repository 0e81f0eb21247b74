"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .createkeys import (
        CreateKeysData,
        CreateKeysLimitReset,
        CreateKeysRequestBody,
        CreateKeysResponse,
    )
    from .deletekeys import DeleteKeysResponse
    from .getcurrentkey import GetCurrentKeyData, GetCurrentKeyResponse, RateLimit
    from .getkey import GetKeyData, GetKeyResponse
    from .list import ListData, ListResponse
    from .updatekeys import (
        UpdateKeysData,
        UpdateKeysLimitReset,
        UpdateKeysRequestBody,
        UpdateKeysResponse,
    )

__all__ = ["CreateKeysData", "CreateKeysLimitReset", "CreateKeysRequestBody", "CreateKeysResponse"]
__all__ += ["DeleteKeysResponse", "GetCurrentKeyData", "GetCurrentKeyResponse", "GetKeyData"]
__all__ += ["GetKeyResponse", "ListData", "ListResponse", "RateLimit", "UpdateKeysData"]
__all__ += ["UpdateKeysLimitReset", "UpdateKeysRequestBody", "UpdateKeysResponse"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".createkeys": (
                "CreateKeysData",
                "CreateKeysLimitReset",
                "CreateKeysRequestBody",
                "CreateKeysResponse",
            ),
            ".deletekeys": ("DeleteKeysResponse",),
            ".getcurrentkey": ("GetCurrentKeyData", "GetCurrentKeyResponse", "RateLimit"),
            ".getkey": ("GetKeyData", "GetKeyResponse"),
            ".list": ("ListData", "ListResponse"),
            ".updatekeys": (
                "UpdateKeysData",
                "UpdateKeysLimitReset",
                "UpdateKeysRequestBody",
                "UpdateKeysResponse",
            ),
        },
    )
