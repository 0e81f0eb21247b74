"""Descriptors of operations: what generated code defines about each of them."""

from __future__ import annotations

import re
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    NamedTuple,
    Protocol,
    TypeAlias,
    cast,
)
from urllib.parse import quote

from msgspec import UNSET

from .http.wire import DOTS, Styled, quoted, scalar, text_of
from .json.plain import plain
from .json.shapes import is_array
from .retries import IDEMPOTENT_METHODS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Self

    from typing_extensions import TypeVar

    from .auth.credentials import Alternatives
    from .drivers import Driver
    from .errors import ResponseError
    from .http.requests import StreamedBody
    from .http.servers import Template
    from .json.decoding import TypedDecoder
    from .responses.reply import Reply
    from .retries import Policy
    from .transports.transport import Until

    R = TypeVar("R")
    A = TypeVar("A", default=R)
    S = TypeVar("S")
    T = TypeVar("T")
    V = TypeVar("V")
else:
    from typing import TypeVar

    R, A = TypeVar("R"), TypeVar("A")

__all__ = ["Operation", "PageRule"]

ErrorTable: TypeAlias = "Mapping[int | str, Callable[[], type[ResponseError]]]"
"""A function that returns the exception, by status (`404`), range (`"4XX"`) or `"default"`.

It is a function so that nothing is imported before it is used.
"""

Reading: TypeAlias = "Callable[[bytes, str, Any], Any]"
"""Returns a body as plain values, from its bytes, its media type and its documented type."""

_LINES: Final = "application/stream+json"
"""A media type of JSON lines, in spite of its suffix."""

_FORMS: Final = ("multipart/", "application/x-www-form-urlencoded")


class PageRule(Protocol):
    """How each page of an operation leads to the next: one of the rules in `paging.rules`."""

    @property
    def results(self) -> tuple[str | int, ...] | None:
        """The path to the results in the response; None if the pages are the results."""


TEXT: Final = "text"
"""Marks a text body."""
BYTES: Final = "bytes"
"""Marks a binary body."""


class Into(Protocol):
    """What a call returns, other than the decoded body.

    Attributes:
        until: What of a success to read before the call returns.
    """

    @property
    def until(self) -> Until: ...

    def make(self, reply: Reply, driver: Driver) -> Any:
        """Return the result of a call.

        Args:
            reply: The response.
            driver: What ran the call; the result is sync or async, as it is.
        """


class Encoding(NamedTuple):
    """The encoding of a property of a form (OpenAPI 3.1, section 4.8.15).

    Attributes:
        content_type: Its media type; "" for the default of its value.
        style: A style, as for a parameter of a query, which replaces the media type; "" for none.
        explode: As for a parameter.
        reserved: As for a parameter.
        base64: Whether bytes are encoded in base64 instead of sent as a file.
        is_file: Whether the property is always a file, so that text is not accepted.
        write: Returns a value as XML, given it and its media type.
        parts: The encodings of the parts that it is made of itself, by index; that of `""` is for
            all others.
        whole: Whether it is one text of JSON; a string is that text already.
    """

    content_type: str = ""
    style: str = ""
    explode: bool = False
    reserved: bool = False
    base64: bool = False
    is_file: bool = False
    write: Callable[[Any, str], bytes] | None = None
    parts: Mapping[str, Encoding] | None = None
    whole: bool = False


class BodyEncoder(NamedTuple):
    """Functions for bodies that are not JSON; only packages with such a body carry them.

    Attributes:
        encode: Returns the encoded body, None to send none, and its media type.
        is_file: Returns whether a value of a form is sent as a file.
        properties_of: Returns the properties of a form, by their names in the API.
        plain: Returns a body in the form that JSON would have; None if it has no such form.
        is_sequence: Whether a body has any number of JSON values.
    """

    encode: Callable[[Operation[Any, Any], Any], tuple[bytes | StreamedBody | None, bytes]]
    is_file: Callable[[Any], bool]
    properties_of: Callable[[Any], dict[str, Any]]
    plain: Callable[[Operation[Any, Any], Any], Any] | None = None
    is_sequence: bool = False


class BodyReader(NamedTuple):
    """How a body is read that is neither JSON, text nor bytes; few packages have such a body.

    Attributes:
        type: Returns the documented type.
        read: See `Reading`.
    """

    type: Callable[[], Any]
    read: Reading


class OtherError(NamedTuple):
    """The body of an error in another media type than the preferred one.

    Attributes:
        raises: Returns the exception; None for that of the status, whose data stays plain.
        decoder: Returns the decoder of XML.
        read: How another body is read that is not JSON; see `Reading`.
    """

    raises: Callable[[], type[ResponseError]] | None = None
    decoder: Callable[[], TypedDecoder] | None = None
    read: Reading | None = None


class AllBut:
    """All names except some, such as the properties that may be null if unnamed ones may."""

    __slots__ = ("_names",)

    def __init__(self, *names: str) -> None:
        self._names = frozenset(names)

    def __contains__(self, name: object) -> bool:
        return name not in self._names


class Operation(Generic[R, A]):
    """An operation: a method and a path, its parameters and bodies, and its responses.

    Args:
        id: The operationId in the document.
        method: The HTTP method, in capitals.
        path: The path template (OpenAPI 3.1, section 4.8.8.1).
        path_parameters: Path parameters other than scalars in simple style.
        query: The names of query parameters: scalars, and lists that repeat the name. Those
            serialized otherwise are `Styled`, as in `headers` and `cookies`.
        headers: The names of header parameters.
        cookies: The names of cookies.
        body: The kind of the JSON body: the given properties, or one value; None if there is no
            body.
        content_type: The media type of the body.
        encoder: Encodes the body if it is not JSON: `http.bodies.BODIES`, or one for XML.
        encodings: The encodings of form properties, by name, other than the default.
        body_required: False if no body is sent when none of its properties is given.
        required: The keys of query, header and cookie parameters that can't be omitted.
        required_properties: The body's properties that can't be omitted.
        nullable: The body's properties that may be null; others are omitted if None. `("",)` if
            the whole body may be.
        types: Functions that return the types of parameters, by key, for those whose text depends
            on it (see `plain`).
        body_types: The same for the body's properties; "" is the whole body.
        returns: A function that returns the type of the body (or `TEXT`, `BYTES`, a `BodyReader`,
            or None for no body), by status (`200`), range (`"2XX"`) or `"default"`. It is a
            function so that nothing is imported before it is used. Of XML, it returns the decoder.
        into: What a call returns, if not the decoded body.
        accept: The media types of the response, if not only JSON.
        others: What other media types a response may have, and what they are; see `other`.
        errors: The exceptions for other statuses.
        error_decoders: The decoders of the bodies of errors that are XML, by status as above.
        error_readers: How the bodies of errors that are forms are read, by status as above.
        other_errors: The bodies of errors in other media types than these, by status and media
            type.
        retries: The retry policy, if the document defines one for this operation.
        pages: The pagination rule.
        security: The alternatives of credentials, if they differ from the SDK's; `()` for none.
        server: The URL of the operation's own server, used unless the caller passes another.
    """

    __slots__ = (
        "_decoders",
        "_is_plain",
        "_keys",
        "_names",
        "accept",
        "body",
        "body_required",
        "body_types",
        "content_type",
        "cookies",
        "encoder",
        "encodings",
        "error_decoders",
        "error_readers",
        "errors",
        "has_plain",
        "header_forms",
        "headers",
        "id",
        "idempotency_key",
        "into",
        "is_form",
        "is_json",
        "joint",
        "method",
        "nullable",
        "other_errors",
        "others",
        "pages",
        "path",
        "path_parameters",
        "pieces",
        "query",
        "repeatable",
        "required",
        "required_properties",
        "retries",
        "returns",
        "security",
        "server",
        "styled_headers",
        "types",
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
        encoder: BodyEncoder | None = None,
        encodings: Mapping[str, Encoding] | None = None,
        body_required: bool = True,
        required: Sequence[str] = (),
        required_properties: Sequence[str] = (),
        nullable: Iterable[str] | AllBut = (),
        types: Mapping[str, Callable[[], Any]] | None = None,
        body_types: Mapping[str, Callable[[], Any]] | None = None,
        returns: Mapping[int | str, Callable[[], Any] | BodyReader | str | None],
        into: Into | None = None,
        accept: str = "",
        others: Mapping[str, Callable[[], TypedDecoder] | BodyReader | str] | None = None,
        header_forms: Mapping[str, Literal["json", "pairs"]] | None = None,
        errors: ErrorTable | None = None,
        error_decoders: Mapping[int | str, Callable[[], TypedDecoder]] | None = None,
        error_readers: Mapping[int | str, Reading] | None = None,
        other_errors: Mapping[int | str, Mapping[str, OtherError]] | None = None,
        retries: Policy | None = None,
        pages: PageRule | None = None,
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
        self.encoder = encoder
        if body is not None and not self.is_json and encoder is None:
            raise TypeError(f"{method} {path} must have an encoder: its body is not JSON.")
        self.encodings = encodings or {}
        self.body_required = body_required
        self.required = required
        self.required_properties = required_properties
        self.nullable = nullable if isinstance(nullable, AllBut) else frozenset(nullable)
        self.types = types or {}
        self.body_types = body_types or {}
        self.returns = returns
        self.into = into
        self.accept = accept.encode()
        self.others = others or {}
        self.header_forms = header_forms or {}
        self.has_plain = any(isinstance(type_, str | BodyReader) for type_ in returns.values())
        self.errors = errors or {}
        self.error_decoders = error_decoders or {}
        self.error_readers = error_readers or {}
        self.other_errors = other_errors or {}
        self.retries = retries
        self.pages = pages
        self.security = security
        self.server = server
        self.idempotency_key = next(
            (n for n in self.headers if n.lower() == "idempotency-key"), None
        )
        self.repeatable = method in IDEMPOTENT_METHODS
        sent = path.partition("#")[0]  # a fragment is not sent (RFC 9110, section 4.2.5)
        self.pieces = re.split(r"\{([^{}]*)\}", sent)
        self.joint = "&" if "?" in sent else "?"
        self._names = [name for name in query if isinstance(name, str)]
        self._is_plain = not path_parameters and len(self._names) == len(query)
        self._decoders: dict[int | str, TypedDecoder | None] = {}
        self._keys: dict[tuple[str, str], str | None] = {}

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def unless(self, is_stream: object, streaming: Operation[S, T]) -> Operation[R | S, A | T]:
        """Return this operation, or the one that returns a stream if the body requests it."""
        return cast("Operation[R | S, A | T]", streaming if is_stream is True else self)

    def at(self, target: str) -> Self:
        """Return the same operation with a path and a query that are already complete."""
        import copy

        made = copy.copy(self)
        made.pieces = [target]
        # They are attributes of an instance of the same class.
        made._names, made._is_plain, made._keys = [], True, {}
        return made

    def target(self, arguments: Mapping[str, Any]) -> str:
        """Return the path and the query with the arguments inserted.

        Raises:
            ValueError: An argument can't be part of a path.
        """
        if not self._is_plain:
            from .http.serialize import target

            return target(self, arguments)
        pieces = self.pieces
        path = pieces[0]
        for index in range(1, len(pieces), 2):
            name = pieces[index]
            path += _segment(name, arguments[name], self.types.get(name)) + pieces[index + 1]
        query = "&".join(
            pair
            for name in self._names
            if (value := arguments[name]) is not None and value is not UNSET
            for pair in pairs(name, value, self.types.get(name))
        )
        return f"{path}{self.joint}{query}" if query else path

    def key_of(self, place: str, name: str) -> str | None:
        """Return the key of a parameter among the arguments; None if there is no such parameter.

        Args:
            place: `"path"`, `"query"`, `"header"` or `"cookie"`.
            name: Its name in the request.
        """
        parameter = place, name
        if parameter not in self._keys:
            self._keys[parameter] = self._find_key(place, name)
        return self._keys[parameter]

    def _find_key(self, place: str, name: str) -> str | None:
        items: Sequence[str | Styled]
        match place:
            case "path":
                names = self.pieces[1::2]
                items = [self.path_parameters.get(each, each) for each in names]
            case "query":
                items = self.query
            case "header":
                items = [*self.headers, *self.styled_headers]
            case _:
                items = self.cookies
        for item in items:
            if isinstance(item, str):
                if item == name:
                    return name
            elif item.name == name:
                return item.key or name
        return None

    def body_type(self, name: str) -> Any:
        """Return the type of a property, or of the whole body (""), if its text depends on it."""
        type_ = self.body_types.get(name)
        if type_ is None and self.body == "properties":
            type_ = self.body_types.get("")  # of all properties without a name in the document
        return None if type_ is None else type_()

    def success(self, status: int) -> int | str | None:
        """Return the key of a documented success; None if the status is not documented."""
        if status in self.returns:
            return status
        keys = (f"{status // 100}XX", "default")
        return next((key for key in keys if key in self.returns), None)

    def only_success(self, *, has_body: bool) -> int | str | None:
        """Return the key of the only documented success; several of one type count as one.

        If there are several, that is the only one with a body, or the only one without; None if
        there is no such.
        """
        kinds = {key: _kind_of(made) for key, made in self.returns.items()}
        for found in (kinds, {k: v for k, v in kinds.items() if (v is not None) == has_body}):
            keys = [*found]
            if keys and all(found[key] == found[keys[0]] for key in keys):
                return keys[0]
        return None

    def decoder(self, key: int | str) -> TypedDecoder | None:
        """Return the decoder of a documented success; None if it has no decoded body."""
        if key in self._decoders:
            return self._decoders[key]
        type_ = self.returns[key]
        if isinstance(type_, BodyReader):
            type_ = type_.type
        made = _make_decoder(type_()) if callable(type_) else None
        # Threads may make it at the same time; all of them use the first one stored.
        return self._decoders.setdefault(key, made)

    def decoders(self, status: int) -> list[TypedDecoder]:
        """Return the decoder of a status; those of all successes if it is not documented."""
        key = self.success(status)
        keys = [*self.returns] if key is None else [key]
        return [made for each in keys if (made := self.decoder(each)) is not None]

    def other(self, media_type: str) -> Callable[[], TypedDecoder] | BodyReader | str | None:
        """Return what a response of another media type than the first is; None for the first.

        It is `TEXT`, `BYTES`, how the value is read that the first has, or a function that returns
        a decoder. A range such as `image/*` is any of its media types but JSON.
        """
        return _by_media_type(self.others, media_type)

    def form(self, key: int | str) -> BodyReader | str | None:
        """Return whether the body of a success is `TEXT` or `BYTES`, or how a form is read."""
        type_ = self.returns[key]
        return type_ if isinstance(type_, str | BodyReader) else None

    def error(self, status: int) -> Callable[[], type[ResponseError]] | None:
        """Return the function that returns the exception for this status, if one is documented."""
        return self._by_status(self.errors, status)

    def error_reader(self, status: int) -> Reading | None:
        """Return how the body of an error with this status is read, if it is not JSON."""
        return self._by_status(self.error_readers, status)

    def error_decoder(self, status: int, media_type: str) -> TypedDecoder | None:
        """Return the decoder of an error's body; None if it is documented, or sent, as JSON."""
        made = None if is_json(media_type) else self._by_status(self.error_decoders, status)
        return None if made is None else made()

    def other_error(self, status: int, media_type: str) -> OtherError | None:
        """Return what an error is in another media type than the preferred one; None for that."""
        found = self._by_status(self.other_errors, status)
        return None if found is None else _by_media_type(found, media_type)

    def exceptions(self) -> list[Callable[[], type[ResponseError]]]:
        """Return the functions that return the documented exceptions, whatever their statuses."""
        others = [each.raises for table in self.other_errors.values() for each in table.values()]
        return [*dict.fromkeys([*self.errors.values(), *filter(None, others)])]

    def decoded_errors(
        self,
    ) -> Iterator[tuple[Callable[[], type[ResponseError]] | None, Callable[[], TypedDecoder]]]:
        """Yield the exceptions whose bodies have decoders, each with what returns its decoder."""
        for status, made in self.error_decoders.items():
            yield self.errors.get(status), made
        for status, table in self.other_errors.items():
            for other in table.values():
                if other.decoder is not None:
                    yield other.raises or self.errors.get(status), other.decoder

    def _by_status(self, table: Mapping[int | str, V], status: int) -> V | None:
        """Return the entry for a status, which a range has only if the status has no exception."""
        for key in (status, f"{status // 100}XX", "default"):
            if key in table:
                return table[key]
            if key in self.errors:
                break
        return None


def undocumented(method: str, path: str, type_: Any, body: object) -> Operation[Any, Any]:
    """Return an operation that the document does not have.

    Args:
        method: The HTTP method.
        path: The path after the base URL, percent-encoded.
        type_: The type of the response; None for plain values.
        body: The body, which is JSON; None for none.

    Raises:
        ValueError: The method or the path is invalid.
    """
    if not (method.isascii() and method.isalpha()):
        raise ValueError(f"method must be one such as 'GET', not {method!r}.")
    if not path.startswith("/"):
        raise ValueError(f"path must begin with '/', unlike {path!r}.")
    method = method.upper()
    returned = None if method == "HEAD" else (lambda: Any if type_ is None else type_)
    return Operation[Any, Any](
        "",
        method,
        path,
        body=None if body is None else "value",
        content_type="" if body is None else "application/json",
        returns={204: None, "default": returned},
    ).at(path)


def _kind_of(returned: Callable[[], Any] | BodyReader | str | None) -> object:
    """Return what a success is, so that equal ones are equal."""
    if isinstance(returned, BodyReader):
        return returned.type(), returned.read
    return returned() if callable(returned) else returned


def _by_media_type(table: Mapping[str, V], media_type: str) -> V | None:
    """Return the entry for a media type; a range such as `image/*` is all of its but JSON."""
    essence = essence_of(media_type)
    names = [essence] if is_json(essence) else [essence, f"{essence.partition('/')[0]}/*", "*/*"]
    known = {essence_of(name): entry for name, entry in table.items()}
    return next((known[name] for name in names if name in known), None)


def is_json(media_type: str) -> bool:
    """Return whether a media type is JSON (RFC 6839, section 3.1)."""
    essence = essence_of(media_type)
    return essence.endswith(("/json", "+json")) and essence != _LINES


def essence_of(media_type: str) -> str:
    """Return a media type without its parameters, in lower case (RFC 9110, section 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def _segment(name: str, value: Any, type_: Callable[[], Any] | None) -> str:
    if value is None or value is UNSET:
        raise ValueError(f"{name} is part of the path and required.")
    text = text_of(value, name, type_)
    if text in DOTS or not text:
        raise ValueError(f"{name} can't be {text!r}, which would change the path.")
    return quoted(name, text)


def _make_decoder(type_: Any) -> TypedDecoder:
    from .json.decoding import decoder_for

    return decoder_for(type_)


def pairs(name: str, value: object, type_: Callable[[], Any] | None = None) -> list[str]:
    """Return a parameter of a query, once for each element of a list.

    Raises:
        ValueError: The value can't be part of a query.
    """
    key = quote(name, safe="")
    return [f"{key}={quoted(name, text)}" for text in _texts(name, value, type_)]


def _texts(name: str, value: object, type_: Callable[[], Any] | None) -> list[str]:
    """Return the texts of a scalar, or of the elements of a list other than None."""
    if type(value) is str:
        return [value]
    if is_array(value) and {*map(type, value)} == {str}:
        return value
    made = plain(value, name, None if type_ is None else type_())
    if is_array(made):
        return [scalar(item, f"{name}[{i}]") for i, item in enumerate(made) if item is not None]
    return [scalar(made, name)]
