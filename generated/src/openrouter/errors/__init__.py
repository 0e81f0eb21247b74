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

__all__ = [
    "BadRequestResponseError",
    "BadRequestResponseErrorData",
    "ForbiddenResponseError",
    "ForbiddenResponseErrorData",
    "InternalServerResponseError",
    "InternalServerResponseErrorData",
    "NoResponseError",
    "NotFoundResponseError",
    "NotFoundResponseErrorData",
    "OpenRouterDefaultError",
    "OpenRouterError",
    "RequestValidationError",
    "ResponseTimeoutError",
    "ResponseValidationError",
    "TooManyRequestsResponseError",
    "TooManyRequestsResponseErrorData",
    "UnauthorizedResponseError",
    "UnauthorizedResponseErrorData",
]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "BadRequestResponseError": ".badrequestresponse_error",
            "BadRequestResponseErrorData": ".badrequestresponse_error",
            "ForbiddenResponseError": ".forbiddenresponse_error",
            "ForbiddenResponseErrorData": ".forbiddenresponse_error",
            "InternalServerResponseError": ".internalserverresponse_error",
            "InternalServerResponseErrorData": ".internalserverresponse_error",
            "NoResponseError": ".general",
            "NotFoundResponseError": ".notfoundresponse_error",
            "NotFoundResponseErrorData": ".notfoundresponse_error",
            "OpenRouterDefaultError": ".general",
            "OpenRouterError": ".openroutererror",
            "RequestValidationError": ".general",
            "ResponseTimeoutError": ".general",
            "ResponseValidationError": ".general",
            "TooManyRequestsResponseError": ".toomanyrequestsresponse_error",
            "TooManyRequestsResponseErrorData": ".toomanyrequestsresponse_error",
            "UnauthorizedResponseError": ".unauthorizedresponse_error",
            "UnauthorizedResponseErrorData": ".unauthorizedresponse_error",
        },
    )
