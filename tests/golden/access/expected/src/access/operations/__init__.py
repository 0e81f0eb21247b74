"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .hintusers import *
    from .markusers import *
    from .scanusers import *
    from .setteams import *
    from .signusers import *
    from .usersusersrequestbody import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".hintusers": ("HintUsersRequestBody",),
            ".markusers": ("MarkUsersRequestBody",),
            ".scanusers": ("ScanUsersRequestBody",),
            ".setteams": ("SetTeamsRequestBody",),
            ".signusers": ("SignUsersRequestBody",),
            ".usersusersrequestbody": ("UsersUsersRequestBody",),
        },
    )
