"""What goes wrong in a call, as exceptions. The SDK's own classes derive from these.

An error always keeps what the server said: status, headers and body are there, whatever shape the
body has. Nothing here holds a request, so that no exception carries credentials into a pickle.
"""

from __future__ import annotations

import codecs
import contextlib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from .shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx2

UNTRUSTED_ENCODINGS: Final = frozenset(
    {"base64", "bz2", "hex", "idna", "punycode", "quopri", "rot-13", "uu", "zlib"}
)
"""What Python calls encodings, and is none of text; two are for names, and take the square of a
text's length, and two can make gigabytes of it."""
LONGEST_MESSAGE: Final = 1000
"""How many characters of a body that has no message are shown in its place."""


class ResponseError(Exception):
    """The server answered, but not with a success.

    Attributes:
        message: What the server said: the message in the body where there is one, else the body.
        status_code: The HTTP status.
        headers: The headers of the response; names in any case.
        body: The body, as text.
        data: The body, decoded: an object of the type that the class names, or plain Python values
            where the body has another shape; None where it is not JSON.
        raw_response: The response itself; None after unpickling.
    """

    message: str
    status_code: int
    headers: Mapping[str, str]
    body: str
    data: Any
    raw_response: httpx2.Response

    data_type: ClassVar[type | None] = None

    def __init_subclass__(cls, data: type | None = None) -> None:
        super().__init_subclass__()
        if data is not None:
            cls.data_type = data

    def __init__(
        self,
        message: str,
        raw_response: httpx2.Response,
        body: str | None = None,
        data: object = None,
        *,
        operation: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = raw_response.status_code
        self.headers = raw_response.headers
        self.body = text_of(raw_response) if body is None else body
        self.data = data
        self.raw_response = raw_response
        self._operation = operation

    def __str__(self) -> str:
        try:
            status = f"{self.status_code} {HTTPStatus(self.status_code).phrase}"
        except ValueError:
            status = str(self.status_code)
        where = f", {self._operation}" if self._operation else ""
        return f"{self.message} ({status}{where})"

    def __reduce__(self) -> tuple[Callable[..., object], tuple[Any, ...]]:
        state = {**vars(self), "headers": dict(self.headers), "raw_response": None}
        return _restore, (type(self), self.args, state)


def _restore(cls: type[Exception], args: tuple[object, ...], state: dict[str, object]) -> Exception:
    error = cls.__new__(cls)
    error.args = args
    vars(error).update(state)
    return error


class Violation(NamedTuple):
    """What is wrong with a request in one place.

    Attributes:
        place: The name of a parameter, or a place in the body, such as `$.tags[2].name`.
        problem: What is wrong there; no value is in it.
    """

    place: str
    problem: str


class RequestValidationError(ValueError):
    """A request is not what the API's document allows, so it was not sent.

    Only a client with `validate_requests=True` raises it.

    Args:
        operation: What was called.
        violations: All that is wrong with it.
    """

    def __init__(self, operation: str, violations: tuple[Violation, ...]) -> None:
        super().__init__(operation, violations)
        self.operation = operation
        self.violations = violations

    @property
    def message(self) -> str:
        """All that is wrong, in one line."""
        problems = "; ".join(f"{each.place}: {each.problem}" for each in self.violations)
        return f"{self.operation} was not sent: {problems}"

    def __str__(self) -> str:
        return self.message


class NoResponseError(Exception):
    """No response came: the connection failed, or broke off. `__cause__` is the reason.

    Attributes:
        message: What happened, and to which request.
    """

    def __init__(self, message: str = "No response received") -> None:
        super().__init__(message)
        self.message = message


class ResponseTimeoutError(NoResponseError, TimeoutError):
    """No response came in time; see `timeout_ms`."""


def message_in(value: object) -> str | None:
    """Find the message in the decoded body of an error.

    Looks where APIs put it: `error.message`, `error`, `message`, `detail` (RFC 9457 and others).

    Returns:
        The first of these that is text and not empty; None if there is none.
    """
    if not is_object(value):
        return None
    error = value.get("error")
    places = (
        error.get("message") if is_object(error) else error,
        value.get("message"),
        value.get("detail"),
        value.get("error_description"),
        value.get("title"),
    )
    return next((text for text in places if isinstance(text, str) and text), None)


def content_of(response: httpx2.Response) -> bytes:
    """Give the body of a response; nothing if it broke off."""
    try:
        return response.content
    except Exception:  # noqa: BLE001 - whatever the HTTP library says, there is none
        return b""


def text_of(response: httpx2.Response) -> str:
    """Give the body of a response as text, whatever encoding it claims to have."""
    try:
        return trusted(response).text
    except Exception:  # noqa: BLE001 - Python knows "encodings" that are none of text
        return content_of(response).decode(errors="replace")


def trusted(response: httpx2.Response) -> httpx2.Response:
    """Give a response whose text can be read with an effort that its length allows for."""
    name = response.charset_encoding
    if name is not None:
        with contextlib.suppress(LookupError, ValueError):
            if codecs.lookup(name).name in UNTRUSTED_ENCODINGS:
                response.encoding = "utf-8"
    return response


def shortened(body: str) -> str:
    """Cut a body down to what a person wants in a message."""
    if len(body) <= LONGEST_MESSAGE:
        return body
    return f"{body[:LONGEST_MESSAGE]}… ({len(body) - LONGEST_MESSAGE} more characters)"
