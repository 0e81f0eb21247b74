"""What generated code says of an operation: the part that differs from one to the next."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
)
from urllib.parse import quote

import msgspec
from msgspec import UNSET

from .locks import making
from .retries import IDEMPOTENT_METHODS
from .shapes import digits, is_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .credentials import Alternatives
    from .decoding import TypedDecoder
    from .errors import ResponseError
    from .pages import CursorPages, InBody, NumberedPages, Path, UrlPages
    from .retries import Policy
    from .servers import Template

__all__ = ["OffsetPages", "Operation"]

T = TypeVar("T")

ErrorTable: TypeAlias = "Mapping[int | str, Callable[[], type[ResponseError]]]"
"""For each status (`404`), range (`"4XX"`) or `"default"`: a function that returns the exception.

A function, so that nothing is imported before it is used.
"""

_FORMS: Final = ("multipart/", "application/x-www-form-urlencoded")
DOTS: Final = frozenset({".", ".."})
_UNSAFE_IN_HEADERS: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class OffsetPages(NamedTuple):
    """How the results of an operation are split into pages by an offset; `pages` has other ways.

    Attributes:
        offset: The argument that says how many results to skip.
        results: What leads from the response to the list of results: see `pages.Path`.
        limit: The argument for the size of a page, where there is one.
    """

    offset: str | InBody
    results: Path
    limit: str | InBody | None = None


TEXT: Final = "text"
"""Stands for a body that is text, and not JSON."""
BYTES: Final = "bytes"
"""Stands for a body that is bytes."""


class Parts(NamedTuple):
    """What the parts of a response are that comes bit by bit.

    Attributes:
        type: Gives the type of one of them.
        are_events: Whether they are server-sent events; else they are JSON, each on a line.
        sentinel: The data of an event that ends the stream.
        is_wrapped: Whether the type has the fields of an event: `data`, `event`, `id`, `retry`.
    """

    type: Callable[[], Any]
    are_events: bool = True
    sentinel: str = ""
    is_wrapped: bool = False


class Encoding(NamedTuple):
    """How a property of a form is written (OpenAPI 3.1, section 4.8.15).

    Attributes:
        content_type: Its media type; "" is what its value has by default.
        style: A style like that of a parameter; "" is none.
        explode: As for a parameter.
        reserved: As for a parameter.
        base64: Whether bytes are written in base64, and are no file.
    """

    content_type: str = ""
    style: str = ""
    explode: bool = False
    reserved: bool = False
    base64: bool = False


class Styled(NamedTuple):
    """A parameter that is written in another way than most (OpenAPI 3.1, section 4.8.12).

    Attributes:
        name: What it is called in the request.
        style: One of the styles of the specification, or `"json"`.
        explode: Whether the elements of a list, and the properties of an object, stand alone.
        reserved: Whether reserved characters stay as they are.
        key: What it is called among the arguments, where another place has one of the same name.
    """

    name: str
    style: str
    explode: bool = False
    reserved: bool = False
    key: str = ""


class Operation(Generic[T]):
    """An operation: a method and a path, where its arguments go, and what comes back.

    Args:
        id: The operationId of the document.
        method: The HTTP method, in capitals.
        path: The path template (OpenAPI 3.1, section 4.8.8.1).
        path_parameters: How those in the path are written that are no scalars in simple style.
        query: The names of the query parameters: scalars, and lists that repeat the name. What is
            written in another way is a `Styled`, here and in the two that follow.
        headers: The names of the header parameters.
        cookies: The names of the cookies.
        body: What the JSON body is made of: the properties that are given, or one value; None if
            there is no body.
        content_type: The media type of the body.
        encodings: How the properties of a form are written that are not like most.
        body_required: False if no body is sent where none of its properties is given.
        nullable: The properties of the body that may be null; others are left out when None.
        decimals: Where the body has exact decimal numbers: those of its properties in which they
            are text; `("",)` if the body as a whole is.
        returns: For each status (`200`), range (`"2XX"`) or `"default"`: a function that gives the
            type of its body, `TEXT` or `BYTES`, or None if it has none. A function, so that
            nothing is imported before it is used.
        parts: What the response is made of, if it comes bit by bit.
        accept: The media types that the response may have, where these are not JSON alone.
        errors: The exceptions that other statuses are raised as.
        retries: When to try again, where the document says it for this operation.
        pages: How to walk its pages.
        security: The ways to authenticate, where they are others than the SDK's; `()` is none.
        server: The URL of a server of its own, which is called unless the caller gave another.
    """

    __slots__ = (
        "_decoders",
        "_is_plain",
        "_names",
        "accept",
        "body",
        "body_required",
        "content_type",
        "cookies",
        "decimals",
        "encodings",
        "errors",
        "has_plain",
        "headers",
        "id",
        "idempotency_key",
        "is_form",
        "is_json",
        "joint",
        "method",
        "nullable",
        "pages",
        "parts",
        "path",
        "path_parameters",
        "pieces",
        "query",
        "repeatable",
        "retries",
        "returns",
        "security",
        "server",
        "styled_headers",
    )

    def __init__(
        self,
        id: str,
        method: str,
        path: str,
        *,
        path_parameters: Mapping[str, Styled] | None = None,
        query: Sequence[str | Styled] = (),
        headers: Sequence[str | Styled] = (),
        cookies: Sequence[str | Styled] = (),
        body: Literal["properties", "value"] | None = None,
        content_type: str = "application/json",
        encodings: Mapping[str, Encoding] | None = None,
        body_required: bool = True,
        nullable: Iterable[str] = (),
        decimals: Sequence[str] | None = None,
        returns: Mapping[int | str, Callable[[], Any] | str | None],
        parts: Parts | None = None,
        accept: str = "",
        errors: ErrorTable | None = None,
        retries: Policy | None = None,
        pages: OffsetPages | NumberedPages | CursorPages | UrlPages | None = None,
        security: Alternatives | None = None,
        server: str | Template = "",
    ) -> None:
        self.id = id
        self.method = method
        self.path = path
        self.path_parameters = path_parameters or {}
        self.query = query
        self.headers = [name for name in headers if isinstance(name, str)]
        self.styled_headers = [item for item in headers if isinstance(item, Styled)]
        self.cookies = cookies
        self.body = body
        self.content_type = content_type.encode()
        self.is_json = is_json(content_type)
        self.is_form = content_type.lower().startswith(_FORMS)
        self.encodings = encodings or {}
        self.body_required = body_required
        self.nullable = frozenset(nullable)
        self.decimals = decimals
        self.returns = returns
        self.parts = parts
        self.accept = accept.encode()
        self.has_plain = any(isinstance(type_, str) for type_ in returns.values())
        self.errors = errors or {}
        self.retries = retries
        self.pages = pages
        self.security = security
        self.server = server
        self.idempotency_key = next(
            (n for n in self.headers if n.lower() == "idempotency-key"), None
        )
        self.repeatable = method in IDEMPOTENT_METHODS
        self.pieces = re.split(r"\{([^{}]*)\}", path)
        self.joint = "&" if "?" in path else "?"
        self._names = [name for name in query if isinstance(name, str)]
        self._is_plain = not path_parameters and len(self._names) == len(query)
        self._decoders: dict[int, TypedDecoder | None] = {}

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def at(self, target: str) -> Operation[T]:
        """Give the same operation, but at a path and a query that are known already."""
        import copy

        made = copy.copy(self)
        made.pieces = [target]
        made._names, made._is_plain = [], True  # noqa: SLF001 - it is one of these itself
        return made

    def target(self, arguments: Mapping[str, Any]) -> str:
        """Put arguments into the path and the query.

        Raises:
            ValueError: If an argument can't stand in a path.
        """
        if not self._is_plain:
            from .serialize import target

            return target(self, arguments)
        pieces = self.pieces
        path = pieces[0]
        for index in range(1, len(pieces), 2):
            path += _segment(pieces[index], arguments[pieces[index]]) + pieces[index + 1]
        pairs = [
            f"{quote(name, safe='')}={quoted(name, text)}"
            for name in self._names
            if (value := arguments[name]) is not None and value is not UNSET
            for text in _texts(value)
        ]
        return f"{path}{self.joint}{'&'.join(pairs)}" if pairs else path

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
        type_ = self._returned(status)
        return type_() if callable(type_) else None

    def plain(self, status: int) -> str | None:
        """Say whether the body of a success is `TEXT` or `BYTES`."""
        type_ = self._returned(status)
        return type_ if isinstance(type_, str) else None

    def _returned(self, status: int) -> Callable[[], Any] | str | None:
        returns = self.returns
        for key in (status, f"{status // 100}XX", "default", *returns):
            if key in returns:
                return returns[key]
        return None

    def error(self, status: int) -> Callable[[], type[ResponseError]] | None:
        """Give the function that gives the exception for this status, if the document has one."""
        errors = self.errors
        return errors.get(status) or errors.get(f"{status // 100}XX") or errors.get("default")


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON (RFC 6839, section 3.1)."""
    return media_type.partition(";")[0].rstrip().lower().endswith(("/json", "+json"))


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
        case bytes() | bytearray() | timedelta():
            written: str = msgspec.to_builtins(value)  # in base64, or as ISO 8601 has durations
            return written
        case Decimal():
            return digits(value)
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
    if text in DOTS or not text:
        raise ValueError(f"{name} can't be {text!r}: it would name another path.")
    return quoted(name, text)


def quoted(name: str, text: str) -> str:
    """Percent-encode all that is not unreserved (RFC 3986, section 2.3).

    Raises:
        ValueError: If the text can't be written as UTF-8.
    """
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError(f"{name} can't be written as UTF-8.") from None


def _make_decoder(type_: Any) -> TypedDecoder:
    from .decoding import TypedDecoder

    return TypedDecoder(type_)


def _texts(value: Any) -> list[str]:
    return [text_of(item) for item in value] if is_collection(value) else [text_of(value)]
