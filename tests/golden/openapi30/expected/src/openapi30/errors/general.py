"""The exceptions that are not tied to a status."""

from __future__ import annotations

from .._runtime.errors import NoResponseError, RequestValidationError, ResponseTimeoutError
from .openapi30error import Openapi30Error

__all__ = [
    "NoResponseError",
    "Openapi30DefaultError",
    "RequestValidationError",
    "ResponseTimeoutError",
    "ResponseValidationError",
]


class Openapi30DefaultError(Openapi30Error):
    """The server answered with a failure that the API's document does not describe."""


class ResponseValidationError(Openapi30Error):
    """The server answered with a success that can't be used: it is not JSON, it is larger than
    `max_response_bytes`, or, with `response_validation="strict"`, it is not what the API's document
    says. The message names the place.
    """
