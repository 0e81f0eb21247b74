"""Exceptions that are not specific to a status code."""

from __future__ import annotations

from .._runtime.errors import (
    NoResponseError,
    RequestValidationError,
    ResponseTimeoutError,
    SDKError,
)
from .loginserror import LoginsError

__all__ = [
    "LoginsDefaultError",
    "NoResponseError",
    "RequestValidationError",
    "ResponseTimeoutError",
    "ResponseValidationError",
    "SDKError",
]


class LoginsDefaultError(LoginsError):
    """An error without a specific exception class.

    An error status without a class of its own, a redirect that is not followed, or an error that
    the server sent as a success: as the body of a 2XX response, or as an event of a stream.
    """


class ResponseValidationError(LoginsError):
    """A successful response cannot be used.

    Its body is not JSON, or is larger than the client's `max_response_bytes`. With
    `response_validation="strict"`, the error is also raised if a field is missing or has another
    type than documented; the message names the place.
    """
