"""Exceptions, and the types of their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .badrequestresponse_error import BadRequestResponseError, BadRequestResponseErrorData
    from .forbiddenresponse_error import ForbiddenResponseError, ForbiddenResponseErrorData
    from .general import (
        NoResponseError,
        OpenRouterDefaultError,
        RequestValidationError,
        ResponseTimeoutError,
        ResponseValidationError,
    )
    from .internalserverresponse_error import (
        InternalServerResponseError,
        InternalServerResponseErrorData,
    )
    from .notfoundresponse_error import NotFoundResponseError, NotFoundResponseErrorData
    from .openroutererror import OpenRouterError
    from .toomanyrequestsresponse_error import (
        TooManyRequestsResponseError,
        TooManyRequestsResponseErrorData,
    )
    from .unauthorizedresponse_error import UnauthorizedResponseError, UnauthorizedResponseErrorData

__all__ = ["BadRequestResponseError", "BadRequestResponseErrorData", "ForbiddenResponseError"]
__all__ += ["ForbiddenResponseErrorData", "InternalServerResponseError"]
__all__ += ["InternalServerResponseErrorData", "NoResponseError", "NotFoundResponseError"]
__all__ += ["NotFoundResponseErrorData", "OpenRouterDefaultError", "OpenRouterError"]
__all__ += ["RequestValidationError", "ResponseTimeoutError", "ResponseValidationError"]
__all__ += ["TooManyRequestsResponseError", "TooManyRequestsResponseErrorData"]
__all__ += ["UnauthorizedResponseError", "UnauthorizedResponseErrorData"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".badrequestresponse_error": ("BadRequestResponseError", "BadRequestResponseErrorData"),
            ".forbiddenresponse_error": ("ForbiddenResponseError", "ForbiddenResponseErrorData"),
            ".general": (
                "NoResponseError",
                "OpenRouterDefaultError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
            ),
            ".internalserverresponse_error": (
                "InternalServerResponseError",
                "InternalServerResponseErrorData",
            ),
            ".notfoundresponse_error": ("NotFoundResponseError", "NotFoundResponseErrorData"),
            ".toomanyrequestsresponse_error": (
                "TooManyRequestsResponseError",
                "TooManyRequestsResponseErrorData",
            ),
            ".unauthorizedresponse_error": (
                "UnauthorizedResponseError",
                "UnauthorizedResponseErrorData",
            ),
        },
    )
