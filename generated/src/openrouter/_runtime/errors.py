"""Exceptions of calls, which the SDK's own classes derive from.

An error keeps the server's answer: status, headers and body, whatever shape the body has. Errors
hold no request, so that no exception carries credentials into a pickle.
"""

from __future__ import annotations

import codecs
import contextlib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from .json.shapes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx2

UNTRUSTED_ENCODINGS: Final = frozenset(
    {"base64", "bz2", "hex", "idna", "punycode", "quopri", "rot-13", "uu", "zlib"}
)
"""Python codecs that are refused.

Two are for host names and take quadratic time; two are not text encodings and can expand to
gigabytes.
"""


_MOST: Final = 10
"""How many problems of a request a message lists."""

REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id")
"""Headers in which servers send the identity of a request, for their support."""


class SDKError(Exception):
    """Base class of the exceptions of this SDK, besides `ValueError` for arguments."""


class ResponseError(SDKError):
    """The server responded, but not with a success.

    Attributes:
        message: The message in the body if there is one, else the body: its first 1,000 characters,
            with line ends and control characters escaped.
        status_code: The HTTP status.
        headers: The response headers; names are case-insensitive.
        body: The body as text.
        data: The decoded body: an object of the type that the class documents, plain Python values
            if the body has another shape, or None if it can't be decoded.
        raw_response: The response itself; None after unpickling.
        attempts: Number of times the request was sent.
    """

    message: str
    status_code: int
    headers: Mapping[str, str]
    body: str
    data: Any
    raw_response: httpx2.Response
    attempts: int

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
        attempts: int = 1,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = raw_response.status_code
        self.headers = raw_response.headers
        self.body = text_of(raw_response) if body is None else body
        self.data = data
        self.raw_response = raw_response
        self.attempts = attempts
        self._operation = operation

    @property
    def request_id(self) -> str | None:
        """The identity that the server gave the request, for its support; None if it has none.

        It is taken from the header `x-request-id`, `request-id` or `x-correlation-id`.
        """
        return next(filter(None, map(self.headers.get, REQUEST_ID_HEADERS)), None)

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
    """A value in a request that violates the document.

    Attributes:
        place: The name of a parameter, or a place in the body, such as `$.tags[2].name`.
        problem: The problem, without the value.
    """

    place: str
    problem: str


class RequestValidationError(SDKError, ValueError):
    """A request violates the API's document and was not sent.

    Raised only by a client with `validate_requests=True`.

    Args:
        operation: The operation that was called.
        violations: All violations in the request.
    """

    def __init__(self, operation: str, violations: tuple[Violation, ...]) -> None:
        super().__init__(operation, violations)
        self.operation = operation
        self.violations = violations

    @property
    def message(self) -> str:
        """All violations on one line."""
        problems = "; ".join(f"{each.place}: {each.problem}" for each in self.violations)
        return f"{self.operation} was not sent: {problems}"

    def __str__(self) -> str:
        return self.message


class NoResponseError(SDKError):
    """No response was received: the connection failed or broke off. `__cause__` is the reason.

    Attributes:
        message: What happened, and to which request.
        attempts: Number of times the request was tried.
    """

    def __init__(self, message: str = "No response received", attempts: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.attempts = attempts


class ResponseTimeoutError(NoResponseError, TimeoutError):
    """No response was received in time; see `timeout_ms`."""


def message_in(value: object) -> str | None:
    """Find the message in the decoded body of an error.

    Looks where APIs put it: `error.message`, `error`, `message`, `detail` (RFC 9457 and others);
    then for lists of what is wrong with a request, in `detail` (FastAPI) or `errors` (RFC 9457,
    JSON:API).

    Returns:
        The first of these that is non-empty text, or a list such as "body.title: Field required";
        None if there is none.
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
    found = next((text for text in places if isinstance(text, str) and text), None)
    return found or _listed(value.get("detail")) or _listed(value.get("errors"))


def _listed(problems: object) -> str | None:
    """Return a list of problems as text; None if one of them has no message."""
    if not is_array(problems) or not problems:
        return None
    texts = [_problem(each) for each in problems[:_MOST]]
    if None in texts:
        return None
    more = len(problems) - _MOST
    return "; ".join([*map(str, texts), *([f"and {more} more"] if more > 0 else [])])


def _problem(value: object) -> str | None:
    """Return a problem with its place, which is a path (`loc`) or a JSON pointer."""
    if isinstance(value, str):
        return value or None
    if not is_object(value):
        return None
    keys = ("msg", "message", "detail", "title")
    text = next((text for key in keys if isinstance(text := value.get(key), str) and text), None)
    source = value.get("source")
    place = value.get("pointer") or (source.get("pointer") if is_object(source) else None)
    if is_array(path := value.get("loc")):
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        place = "".join(steps).removeprefix(".")
    return f"{place}: {text}" if text and isinstance(place, str) and place else text


def content_of(response: httpx2.Response) -> bytes:
    """Return the body of a response; empty if it broke off."""
    try:
        return response.content
    except Exception:  # noqa: BLE001 - whatever the HTTP library raises, there is no body
        return b""


def text_of(response: httpx2.Response) -> str:
    """Return the body of a response as text, whatever encoding it claims."""
    try:
        return trusted(response).text
    except Exception:  # noqa: BLE001 - some Python codecs are not text encodings
        return content_of(response).decode(errors="replace")


def is_encoded(response: httpx2.Response) -> bool:
    """Return whether nothing is lost in the text of a response; see `text_of`."""
    content = content_of(response)
    try:
        content.decode(trusted(response).encoding or "utf-8")
    except UnicodeDecodeError:
        return False
    except Exception:  # noqa: BLE001 - some Python codecs are not text encodings
        return content.decode(errors="ignore").encode() == content
    return True


def trusted(response: httpx2.Response) -> httpx2.Response:
    """Return a response whose text can be decoded in time proportional to its length."""
    name = response.charset_encoding
    if name is not None:
        with contextlib.suppress(LookupError, ValueError):
            if codecs.lookup(name).name in UNTRUSTED_ENCODINGS:
                response.encoding = "utf-8"
    return response
