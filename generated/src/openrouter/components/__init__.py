"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .badrequestresponseerrordata import BadRequestResponseErrorData
    from .forbiddenresponseerrordata import ForbiddenResponseErrorData
    from .internalserverresponseerrordata import InternalServerResponseErrorData
    from .notfoundresponseerrordata import NotFoundResponseErrorData
    from .toomanyrequestsresponseerrordata import TooManyRequestsResponseErrorData
    from .unauthorizedresponseerrordata import UnauthorizedResponseErrorData

__all__ = ["BadRequestResponseErrorData", "ForbiddenResponseErrorData"]
__all__ += ["InternalServerResponseErrorData", "NotFoundResponseErrorData"]
__all__ += ["TooManyRequestsResponseErrorData", "UnauthorizedResponseErrorData"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {},
    )
