"""Exceptions, and the types of their `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .badrequestresponse_error import *
    from .forbiddenresponse_error import *
    from .general import *
    from .internalserverresponse_error import *
    from .notfoundresponse_error import *
    from .openroutererror import *
    from .toomanyrequestsresponse_error import *
    from .unauthorizedresponse_error import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".badrequestresponse_error": ("BadRequestResponseError", "BadRequestResponseErrorData"),
            ".forbiddenresponse_error": ("ForbiddenResponseError", "ForbiddenResponseErrorData"),
            ".general": (
                "NoResponseError",
                "OpenRouterDefaultError",
                "RequestValidationError",
                "ResponseTimeoutError",
                "ResponseValidationError",
                "SDKError",
            ),
            ".internalserverresponse_error": (
                "InternalServerResponseError",
                "InternalServerResponseErrorData",
            ),
            ".notfoundresponse_error": ("NotFoundResponseError", "NotFoundResponseErrorData"),
            ".openroutererror": ("OpenRouterError",),
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
