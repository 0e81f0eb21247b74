"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .createkeys import *
    from .deletekeys import *
    from .getcurrentkey import *
    from .getkey import *
    from .key import *
    from .list import *
    from .updatekeys import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
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
            ".key": ("Key",),
            ".list": ("ListData", "ListResponse"),
            ".updatekeys": (
                "UpdateKeysData",
                "UpdateKeysLimitReset",
                "UpdateKeysRequestBody",
                "UpdateKeysResponse",
            ),
        },
    )
