"""What generated code says of an operation: the part that differs from one to the next."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, NamedTuple, TypeVar
from urllib.parse import quote

from msgspec import UNSET

from .locks import making
from .retries import SAFE_METHODS
from .shapes import is_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .credentials import Alternatives
    from .decoding import TypedDecoder
    from .errors import ResponseError
    from .retries import Policy

__all__ = ["OffsetPages", "Operation"]

T = TypeVar("T")

_DOTS: Final = frozenset({".", ".."})
_UNSAFE_IN_HEADERS: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class OffsetPages(NamedTuple):
    """How the results of an operation are split into pages by an offset.

    Attributes:
        offset: The query parameter that says how many results to skip.
        results: The names of the attributes that lead from the response to the list of results.
        limit: The query parameter for the size of a page, where there is one.
    """

    offset: str
    results: tuple[str, ...]
    limit: str | None = None


class Operation(Generic[T]):
    """An operation: a method and a path, where its arguments go, and what comes back.

    Args:
        id: The operationId of the document.
        method: The HTTP method, in capitals.
        path: The path template (OpenAPI 3.1, section 4.8.8.1).
        query: The names of the query parameters.
        headers: The names of the header parameters.
        body: What the JSON body is made of: the properties that are given, or one value; None if
            there is no body.
        body_required: False if no body is sent where none of its properties is given.
        nullable: The properties of the body that may be null; others are left out when None.
        returns: For each status (`200`), range (`"2XX"`) or `"default"`: a function that gives the
            type of its body, or None if it has none. A function, so that nothing is imported
            before it is used.
        errors: The same for the exceptions that other statuses are raised as.
        retries: When to try again, where the document says it for this operation.
        pages: How to walk its pages.
        security: The ways to authenticate, where they are others than the SDK's; `()` is none.
    """

    __slots__ = (
        "_decoders",
        "_pieces",
        "body",
        "body_required",
        "errors",
        "headers",
        "id",
        "idempotency_key",
        "method",
        "nullable",
        "pages",
        "path",
        "query",
        "repeatable",
        "retries",
        "returns",
        "security",
    )

    def __init__(
        self,
        id: str,
        method: str,
        path: str,
        *,
        query: Sequence[str] = (),
        headers: Sequence[str] = (),
        body: Literal["properties", "value"] | None = None,
        body_required: bool = True,
        nullable: Iterable[str] = (),
        returns: Mapping[int | str, Callable[[], Any] | None],
        errors: Mapping[int | str, Callable[[], type[ResponseError]]] | None = None,
        retries: Policy | None = None,
        pages: OffsetPages | None = None,
        security: Alternatives | None = None,
    ) -> None:
        self.id = id
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.body_required = body_required
        self.nullable = frozenset(nullable)
        self.returns = returns
        self.errors = errors or {}
        self.retries = retries
        self.pages = pages
        self.security = security
        self.idempotency_key = next((n for n in headers if n.lower() == "idempotency-key"), None)
        # A server that is told the key does the thing once, however often it is asked.
        self.repeatable = method in SAFE_METHODS or self.idempotency_key is not None
        self._pieces = re.split(r"\{([^{}]*)\}", path)
        self._decoders: dict[int, TypedDecoder | None] = {}

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def target(self, arguments: Mapping[str, Any]) -> str:
        """Put arguments into the path and the query.

        Raises:
            ValueError: If an argument can't stand in a path.
        """
        pieces = self._pieces
        path = pieces[0]
        for index in range(1, len(pieces), 2):
            path += _segment(pieces[index], arguments[pieces[index]]) + pieces[index + 1]
        pairs = [
            f"{quote(name, safe='')}={_quoted(name, text)}"
            for name in self.query
            if (value := arguments[name]) is not None and value is not UNSET
            for text in _texts(value)
        ]
        return f"{path}?{'&'.join(pairs)}" if pairs else path

    def decoder(self, status: int) -> TypedDecoder | None:
        """Give the decoder for a success with this status; None: no body is documented.

        A status that the document doesn't know is decoded as the first that it knows.
        """
        if status in self._decoders:
            return self._decoders[status]
        type_ = self._type(status)  # this may import modules, so it is done without the lock
        with making:
            if status not in self._decoders:
                self._decoders[status] = None if type_ is None else _make_decoder(type_)
            return self._decoders[status]

    def _type(self, status: int) -> Any:
        returns = self.returns
        for key in (status, f"{status // 100}XX", "default", *returns):
            if key in returns:
                type_ = returns[key]
                return None if type_ is None else type_()
        return None

    def error(self, status: int) -> Callable[[], type[ResponseError]] | None:
        """Give the function that gives the exception for this status, if the document has one."""
        errors = self.errors
        return errors.get(status) or errors.get(f"{status // 100}XX") or errors.get("default")


def text_of(value: Any) -> str:
    """Write a scalar as it stands in a URL or a header (OpenAPI 3.1, section 4.8.12.3)."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def header_value(name: str, value: Any) -> bytes:
    """Write a scalar as the value of a header (RFC 9110, section 5.5).

    Raises:
        ValueError: If it has a line end or another control character in it, which could start
            another header.
    """
    text = text_of(value)
    if _UNSAFE_IN_HEADERS.search(text):
        raise ValueError(f"The value of the header {name} has a control character in it.")
    try:
        return text.strip(" \t").encode()
    except UnicodeEncodeError:
        raise ValueError(f"The value of the header {name} can't be written as UTF-8.") from None


def _segment(name: str, value: Any) -> str:
    if value is None or value is UNSET:
        raise ValueError(f"{name} is part of the path, so it is required.")
    text = text_of(value)
    if text in _DOTS or not text:
        raise ValueError(f"{name} can't be {text!r}: it would name another path.")
    return _quoted(name, text)


def _quoted(name: str, text: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError(f"{name} can't be written as UTF-8.") from None


def _make_decoder(type_: Any) -> TypedDecoder:
    from .decoding import TypedDecoder

    return TypedDecoder(type_)


def _texts(value: Any) -> list[str]:
    return [text_of(item) for item in value] if is_collection(value) else [text_of(value)]
