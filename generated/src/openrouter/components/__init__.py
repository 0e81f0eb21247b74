"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .badrequestresponseerrordata import *
    from .forbiddenresponseerrordata import *
    from .internalserverresponseerrordata import *
    from .notfoundresponseerrordata import *
    from .toomanyrequestsresponseerrordata import *
    from .unauthorizedresponseerrordata import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".badrequestresponseerrordata": ("BadRequestResponseErrorData",),
            ".forbiddenresponseerrordata": ("ForbiddenResponseErrorData",),
            ".internalserverresponseerrordata": ("InternalServerResponseErrorData",),
            ".notfoundresponseerrordata": ("NotFoundResponseErrorData",),
            ".toomanyrequestsresponseerrordata": ("TooManyRequestsResponseErrorData",),
            ".unauthorizedresponseerrordata": ("UnauthorizedResponseErrorData",),
        },
    )
