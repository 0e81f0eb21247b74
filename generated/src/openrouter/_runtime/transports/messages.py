"""Requests and responses of the transports that are not httpx2.

They have the attributes of httpx2's that hooks and the rest of the runtime use.
"""

from __future__ import annotations

import functools
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, overload
from urllib.parse import quote, urljoin, urlsplit

from ..http.urls import DEFAULT_PORTS, host_of
from ..http.wire import header_text
from ..masking import MASK, SecretBytes, SecretText
from .redirects import Origin, is_followed, is_left_behind, may_lead
from .transport import ACCEPTED_ENCODINGS, BrokenError, Failure, Hop, phases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..http.requests import Prepared, StreamedBody

T = TypeVar("T")

LONGEST_URL: Final = 65_536
"""Maximum characters of a URL, as in httpx2."""

_BASE: Final = re.compile(r"(https?)://([^/]*)(.*)", re.IGNORECASE | re.DOTALL)
_UNSAFE: Final = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")
_HOST: Final = re.compile(r"[!-~]+")
_SAFE: Final = "!#$%&'()*+,-./:;=?@[]_~"
LOWEST_STATUS: Final = 100
SWITCHING_PROTOCOLS: Final = 101

_LENGTH: Final = re.compile("[0-9]{1,20}")
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)


class Headers(Mapping[str, str]):
    """Headers of a response. Names are case-insensitive; repeated ones are joined with commas.

    Args:
        pairs: Names and values, in the order received.
    """

    __slots__ = ("_pairs", "_values")

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = list(pairs)
        values: dict[str, str] = {}
        for name, value in self._pairs:
            key = name.lower()
            values[key] = f"{values[key]}, {value}" if key in values else value
        self._values = values

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._values

    @overload
    def get(self, name: str, /) -> str | None: ...
    @overload
    def get(self, name: str, /, default: str) -> str: ...
    @overload
    def get(self, name: str, /, default: T) -> str | T: ...
    def get(self, name: str, /, default: object = None) -> object:
        """Return the value of a header, or `default`; `Mapping` would raise an exception first."""
        return self._values.get(name.lower(), default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def get_list(self, name: str) -> list[str]:
        """Return all values of a header, in the order received."""
        return [value for key, value in self._pairs if key.lower() == name.lower()]

    def multi_items(self) -> list[tuple[str, str]]:
        """Return all names and values, in the order received."""
        return list(self._pairs)

    def __repr__(self) -> str:
        return f"Headers({self._pairs!r})"


class RequestHeaders(MutableMapping[str, str]):
    """Headers of a request. Names are case-insensitive; values are not displayed.

    Args:
        encoded: Values by name.
    """

    def __init__(self, encoded: Mapping[str, bytes]) -> None:
        self._encoded = {name.lower(): (name, value) for name, value in encoded.items()}

    def __getitem__(self, name: str) -> str:
        return _shown(self._encoded[name.lower()][1])

    def __setitem__(self, name: str, value: str) -> None:
        """Set a header.

        Raises:
            ValueError: The value contains a control character.
        """
        self._encoded[name.lower()] = (name, SecretBytes(header_text(name, value)))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._encoded

    def __delitem__(self, name: str) -> None:
        del self._encoded[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)

    def spelled(self) -> dict[str, str]:
        """Return the values by name, as the caller spells it."""
        return {name: _shown(value) for name, value in self._encoded.values()}

    def encoded(self) -> dict[str, bytes]:
        """Return the values by name, as they are sent."""
        return dict(self._encoded.values())

    def __repr__(self) -> str:
        return f"Headers({dict.fromkeys(self._encoded, MASK)})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("A secret can't be pickled.")


def _shown(value: bytes) -> str:
    """Return the value of a header as text, which masks itself if the value does."""
    return SecretText(value.decode()) if isinstance(value, SecretBytes) else value.decode()


class Url:
    """Where a request goes. Its query is not displayed if it contains a secret.

    Args:
        text: The URL.

    Raises:
        ValueError: It is invalid.
    """

    def __init__(self, text: str) -> None:
        self.has_hidden = isinstance(text, SecretText)
        base, self.query = _divided(text)
        parts = _BASE.fullmatch(base)
        if parts is None:
            raise ValueError(f"Cannot call {host_of(base)}: its scheme is not http or https")
        if len(text) > LONGEST_URL:
            raise ValueError(f"Cannot call {host_of(base)}: URL too long")
        scheme, netloc, path = parts.groups()
        self.origin, self.netloc = _place(scheme, netloc)
        self.path = _quoted(path) or "/"

    @property
    def scheme(self) -> str:
        """The scheme, in lower case."""
        return self.origin.scheme

    @property
    def host(self) -> str:
        """The host, without brackets."""
        return self.origin.host

    @property
    def target(self) -> str:
        """The path and the query, as they are sent."""
        target = self.path + self.query
        return SecretText(target) if self.has_hidden else target

    def join(self, reference: str) -> Url:
        """Return the URL that a relative reference leads to (RFC 3986, section 5).

        Raises:
            ValueError: It is invalid.
        """
        return Url(urljoin(self.without_query(), reference))

    @property
    def absolute(self) -> str:
        """The whole URL, as it is sent to a proxy."""
        text = self.without_query() + self.query
        return SecretText(text) if self.has_hidden else text

    def without_query(self) -> str:
        """Return all before the query."""
        return f"{self.origin.scheme}://{self.netloc}{self.path}"

    def __str__(self) -> str:
        return self.without_query() + (f"?{MASK}" if self.has_hidden else self.query)

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)


def _divided(text: str) -> tuple[str, str]:
    """Return a URL without query and fragment, and its query, which stays a secret if it was."""
    base, mark, query = text.partition("#")[0].partition("?")
    query = _quoted(mark + query)
    return base, SecretText(query) if isinstance(text, SecretText) else query


def _quoted(text: str) -> str:
    """Percent-encode what can't be in a URL, and nothing else (RFC 3986, section 2.1)."""
    return quote(text, safe=_SAFE) if _UNSAFE.search(text) else text


@functools.lru_cache(maxsize=128)
def _place(scheme: str, netloc: str) -> tuple[Origin, str]:
    """Return the origin of a URL, and the value of the `Host` header (RFC 9110, section 7.2).

    Raises:
        ValueError: There is no valid host or port.
    """
    scheme, netloc = scheme.lower(), netloc.rpartition("@")[2]
    shown = f"Cannot call {scheme}://{netloc}"
    try:
        parts = urlsplit(f"{scheme}://{netloc}")
        host = _in_ascii(parts.hostname or "")
        port = DEFAULT_PORTS[scheme] if parts.port is None else parts.port
    except ValueError as error:
        raise ValueError(f"{shown}: {error}") from None
    origin = Origin(scheme, host, port)
    if not origin.is_reachable() or not _HOST.fullmatch(host):
        raise ValueError(f"{shown}: its host or its port is invalid")
    bracketed = f"[{host}]" if ":" in host else host
    return origin, bracketed if port == DEFAULT_PORTS[scheme] else f"{bracketed}:{port}"


def _in_ascii(host: str) -> str:
    """Return a host name as it is resolved (RFC 5891).

    Raises:
        ValueError: It is invalid.
    """
    if host.isascii():
        return host
    import idna

    return idna.encode(host).decode()


class Request:
    """A request.

    Args:
        method: The HTTP method.
        url: Where it goes.
        headers: The headers. `Host` and the length of the body are added.
        content: The body.
        timeouts: The time-outs of its steps, in seconds.

    Attributes:
        extensions: The time-outs, as `{"timeout": {"connect": …, "read": …, …}}`.
        line: The connection that it is sent with, until the response was read.
        is_interrupted: Whether it was given up.
    """

    def __init__(
        self,
        method: str,
        url: Url | str,
        *,
        headers: RequestHeaders | Mapping[str, str] | None = None,
        content: Any = None,
        timeouts: Mapping[str, float] | None = None,
    ) -> None:
        self.method = method
        self.url = Url(url) if isinstance(url, str) else url
        if isinstance(headers, RequestHeaders):
            self.headers = headers
        else:
            self.headers = RequestHeaders({"Host": self.url.netloc.encode()})
            self.headers.update(headers or {})
        self.content = content
        self.extensions: dict[str, Any] = {"timeout": timeouts or phases(None, None)}
        self.line: Any = None
        self.is_interrupted = False

    def __repr__(self) -> str:
        return f"<Request({self.method!r}, {str(self.url)!r})>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("A request can't be pickled.")


class Response:
    """A response.

    Attributes:
        status_code: The status (RFC 9110, section 15).
        reason_phrase: The text after the status.
        headers: The headers; names are case-insensitive.
        request: The request, the last one if redirects were followed.
        encoding: The charset that the caller chose for `text`; None for that of the headers.
        is_closed: Whether its connection was given back or closed.
        body: What the body is read from.
    """

    __slots__ = (
        "__weakref__",
        "_content",
        "body",
        "encoding",
        "headers",
        "is_closed",
        "is_consumed",
        "reason_phrase",
        "request",
        "status_code",
    )

    def __init__(
        self, status_code: int, reason: str, headers: Headers, request: Request, body: Any
    ) -> None:
        self.status_code = status_code
        self.reason_phrase = reason
        self.headers = headers
        self.request = request
        self.body = body
        self.encoding: str | None = None
        self.is_closed = False
        self.is_consumed = False
        self._content: bytes | None = None

    @property
    def url(self) -> Url:
        """Where it came from."""
        return self.request.url

    @property
    def is_success(self) -> bool:
        """Whether the status is 2XX."""
        return 200 <= self.status_code < 300

    @property
    def has_redirect_location(self) -> bool:
        """Whether it is a redirect that says where to."""
        return self.status_code in {301, 302, 303, 307, 308} and "Location" in self.headers

    @property
    def charset_encoding(self) -> str | None:
        """The charset that the headers name."""
        found = _CHARSET.search(self.headers.get("Content-Type", ""))
        return None if found is None else found[1]

    @property
    def content(self) -> bytes:
        """The body, decompressed.

        Raises:
            RuntimeError: It was not read.
        """
        return self.read()

    def read(self) -> bytes:
        """Return the body, which was read before.

        Raises:
            RuntimeError: It was not.
        """
        if self._content is None:
            raise RuntimeError("The body of this response was not read.")
        return self._content

    def begin(self) -> None:
        """Begin to read the body, which can be done once.

        Raises:
            RuntimeError: It was done before.
        """
        if self.is_consumed:
            raise RuntimeError("The body of this response was read before.")
        self.is_consumed = True

    def keep(self, content: bytes) -> bytes:
        """Keep the body, and return it."""
        self._content = content
        return content

    def kept(self) -> bytes | None:
        """Return the body if it was read."""
        return self._content

    @property
    def text(self) -> str:
        """The body as text; what can't be decoded is replaced."""
        try:
            return self.content.decode(self.encoding or self.charset_encoding or "utf-8", "replace")
        except LookupError:
            return self.content.decode(errors="replace")

    def json(self) -> Any:
        """Return the body, decoded from JSON.

        Raises:
            ValueError: It is not JSON.
        """
        import json

        return json.loads(self.content)

    def __repr__(self) -> str:
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


def decoded(value: bytes) -> str:
    """Return the name or the value of a header, which is UTF-8, or else Latin-1."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def fault_of(status: int, headers: Headers) -> str | None:
    """Return what is wrong with the beginning of a response; None if nothing is.

    Libraries take an unknown encoding, and a length of thousands of digits, for a body that ends
    with the connection (RFC 9112, section 6.3).

    Args:
        status: The status.
        headers: The headers.
    """
    if status < LOWEST_STATUS or status == SWITCHING_PROTOCOLS:
        return f"nobody asked for a response with the status {status}"
    encoding = headers.get("Transfer-Encoding")
    if encoding is not None and encoding.strip().lower() != "chunked":
        return "unknown Transfer-Encoding"
    lengths = headers.get("Content-Length")
    if lengths is not None and not _is_one_length(lengths):
        return "invalid Content-Length"
    return None


def _is_one_length(text: str) -> bool:
    """Return whether a list of lengths names one."""
    if "," in text:
        lengths = {each.strip() for each in text.split(",")}
        return len(lengths) == 1 and _LENGTH.fullmatch(lengths.pop()) is not None
    return _LENGTH.fullmatch(text.strip()) is not None


class Cutter:
    """Cuts a body into pieces of one size, the last of which may be shorter.

    Args:
        size: The size in bytes.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._waiting = bytearray()

    def take(self, piece: bytes) -> Iterator[bytes]:
        """Add bytes, and yield the pieces that they complete."""
        self._waiting += piece
        whole, start = self._waiting, 0
        while len(whole) - start >= self._size:
            yield bytes(whole[start : start + self._size])
            start += self._size
        del whole[:start]

    def rest(self) -> Iterator[bytes]:
        """Yield the last piece."""
        if self._waiting:
            yield bytes(self._waiting)


@functools.lru_cache(maxsize=128)
def _parsed(url: str) -> Url:
    return Url(url)


def built(prepared: Prepared, timeouts: Mapping[str, float], content: Any) -> Request:
    """Build the request of a call.

    Args:
        prepared: The call's request.
        timeouts: The time-outs of its steps, in seconds.
        content: The body, as the library takes it.

    Raises:
        ValueError: The URL is invalid.
    """
    # What is cached is kept for long, so no secret is.
    is_secret = isinstance(prepared.url, SecretText)
    url = Url(prepared.url) if is_secret else _parsed(prepared.url)
    own = {"Host": url.netloc.encode(), "Accept-Encoding": ACCEPTED_ENCODINGS}
    headers = RequestHeaders({**own, **prepared.headers})
    return Request(prepared.method, url, headers=headers, content=content, timeouts=timeouts)


def redirected(response: Response, first: Request) -> Hop | None:
    """Return the request that a redirect leads to; None if there is none that is followed.

    Args:
        response: The last response.
        first: The original request.
    """
    if not is_followed(first.method, response.status_code) or not response.has_redirect_location:
        return None
    last = response.request
    try:
        url = last.url.join(response.headers["Location"])
    except ValueError:
        return None
    if not may_lead(last.url.origin, url.origin):
        return None
    headers = last.headers.encoded()
    is_elsewhere = url.origin != first.url.origin
    content = None if is_elsewhere else last.content
    if is_elsewhere:
        headers = {name: value for name, value in headers.items() if not is_left_behind(name)}
    headers["Host"] = url.netloc.encode()
    timeouts = last.extensions["timeout"]
    encoded = RequestHeaders(headers)
    following = Request(last.method, url, headers=encoded, content=content, timeouts=timeouts)
    return Hop(following, is_elsewhere=is_elsewhere)


def _length(content: bytes | StreamedBody | None) -> int | None:
    """Return the length of a body; None if it is not known."""
    if content is None:
        return 0
    return len(content) if isinstance(content, bytes) else content.length


def checked(request: object) -> Request:
    """Return a request that may be sent, after a hook may have changed it.

    Raises:
        BrokenError: The length in the headers is not that of the body.
        TypeError: It is a request of another library.
    """
    if not isinstance(request, Request):
        kind = type(request).__name__
        raise TypeError(f"A hook returned {kind}, which is no request of this transport.")
    if "Content-Length" in request.headers:
        declared = request.headers["Content-Length"]
        length = _length(request.content)
        if declared != str(length):
            reason = ValueError(f"the declared Content-Length is {declared}, the body has {length}")
            raise BrokenError(Failure(sent=False, transient=False, timed_out=False, reason=reason))
    return request


class Exchanges(ABC):
    """What all transports do alike whose messages these are."""

    def redirected(self, response: Any, first: Any) -> Hop | None:
        """See `Transport.redirected`."""
        return redirected(response, first)

    def keep(self, response: Any, content: bytes) -> bytes:
        """See `Transport.keep`."""
        kept: bytes = response.keep(content)
        return kept

    async def close(self, response: Any) -> None:
        """See `Transport.close`."""
        self._close(response)

    def _close(self, response: Response) -> None:
        """Close a response unless this was done. The garbage collector may do this."""
        if not response.is_closed:
            response.is_closed = True
            self._break(response)

    @abstractmethod
    def _break(self, response: Response) -> None:
        """Break off the connection of a response that was not read to its end."""

    def failure(self, error: Exception) -> Failure | None:
        """See `Transport.failure`."""
        return error.failure if isinstance(error, BrokenError) else None
