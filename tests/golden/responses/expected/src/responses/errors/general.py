"""The exceptions that are not tied to a status."""

from __future__ import annotations

from .._runtime.errors import NoResponseError, RequestValidationError, ResponseTimeoutError
from .responseserror import ResponsesError

__all__ = [
    "NoResponseError",
    "RequestValidationError",
    "ResponseTimeoutError",
    "ResponseValidationError",
    "ResponsesDefaultError",
]


class ResponsesDefaultError(ResponsesError):
    """The server answered with a failure that the API's document does not describe."""


class ResponseValidationError(ResponsesError):
    """The server answered with a success that can't be used: it is not JSON, it is larger than
    `max_response_bytes`, or, with `response_validation="strict"`, it is not what the API's document
    says. The message names the place.
    """
