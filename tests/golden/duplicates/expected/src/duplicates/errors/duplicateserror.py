"""The base of all exceptions that stand for an answer of the server."""

from __future__ import annotations

from .._runtime.errors import ResponseError

__all__ = ["DuplicatesError"]


class DuplicatesError(ResponseError):
    """The server answered, but not with a success.

    Attributes:
        message: What the server said: the message in the body where there is one, else the body.
        status_code: The HTTP status (RFC 9110, section 15).
        headers: The headers of the response; names in any case.
        body: The body, as text.
        data: The body, decoded; None where it is not JSON.
        raw_response: The response of the HTTP client.
    """
