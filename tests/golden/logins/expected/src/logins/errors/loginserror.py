"""Base class of the exceptions that are raised for a response."""

from __future__ import annotations

from .._runtime.errors import ResponseError

__all__ = ["LoginsError"]


class LoginsError(ResponseError):
    """Base class of the exceptions that are raised for a response.

    Attributes:
        message: The error message in the body if there is one, else the body.
        status_code: The HTTP status code (RFC 9110, section 15).
        headers: The headers of the response; names are case-insensitive.
        body: The body, as text.
        data: The decoded body: of the type that the class documents, else plain values; None if it
            is not JSON.
        raw_response: The response object of the HTTP client; None after unpickling.
        attempts: Number of times the request was sent.
        request_id: The ID that the server gave the request, for its support; None if it sent none.
    """
