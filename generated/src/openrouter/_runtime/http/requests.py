"""Builds requests from the arguments of calls: URL, headers and body. Nothing is sent here."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

import msgspec
from msgspec import UNSET

from ..arguments import expect
from ..auth.credentials import NO_SECRETS
from ..json.plain import encode, encode_object
from ..masking import SecretBytes, SecretText
from ..operation import pairs
from .urls import joined
from .wire import header_value, is_sent, sent_properties

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ..auth.credentials import Secrets
    from ..operation import Operation

KEPT_ACROSS_ORIGINS: Final = frozenset({"accept", "accept-encoding", "connection", "user-agent"})
"""The only headers kept in a redirect to another origin; none of them authenticates."""

NOT_FOR_KEYS: Final = frozenset(
    {
        *("accept", "accept-encoding", "authorization", "connection", "content-encoding"),
        *("content-length", "content-type", "cookie", "host", "proxy-authorization", "te"),
        *("transfer-encoding", "upgrade", "user-agent"),
    }
)
"""Headers with another meaning, which can't carry an idempotency key."""

FRAMING: Final = frozenset({"content-length", "transfer-encoding"})
"""Headers that say where the body ends, which only the HTTP library can know (RFC 9112, 6)."""

_IN_ALL: Final = frozenset({"accept-encoding", "host"})
"""Headers of every request, which can be replaced and not removed."""

_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


class StreamedBody(Protocol):
    """A body that is read while it is sent; see `bodies.Streamed`."""

    @property
    def length(self) -> int | None: ...

    def is_spent(self) -> bool: ...

    def rewind(self) -> None: ...

    def __iter__(self) -> Iterator[bytes]: ...

    def read_async(self) -> AsyncIterator[bytes]: ...


class Prepared(NamedTuple):
    """A request that can be sent with any HTTP client.

    Attributes:
        method: The HTTP method.
        url: The complete URL; masks itself if it contains a secret.
        headers: The headers; secret values mask themselves.
        content: The body.
        has_hidden: Whether it contains secrets that the HTTP library would display.
        key: The idempotency key, by which a server recognizes a repeated request; "" if none is
            sent.
    """

    method: str
    url: str
    headers: dict[str, bytes]
    content: bytes | StreamedBody | None
    has_hidden: bool = False
    key: bytes = b""

    @property
    def is_spent(self) -> bool:
        """Whether the body can't be sent again."""
        content = self.content
        return not (content is None or isinstance(content, bytes)) and content.is_spent()

    def rewind(self) -> None:
        """Rewind the files of the body, before the request is built again from them."""
        content = self.content
        if not (content is None or isinstance(content, bytes)):
            content.rewind()


class Extra(NamedTuple):
    """What a caller adds to a request that the document does not describe.

    Attributes:
        headers: Headers to add or to replace; None removes one.
        query: Parameters of the query.
        body: Properties of a JSON body.
    """

    headers: Mapping[str, str | None] | None = None
    query: Mapping[str, Any] | None = None
    body: Mapping[str, Any] | None = None


def prepare(
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    body: Any,
    *,
    base_url: str,
    headers: Mapping[str, bytes],
    extra: Extra,
    secrets: Secrets = NO_SECRETS,
    key_header: str | None = None,
    key: bytes = b"",
) -> Prepared:
    """Build the request of a call.

    Args:
        operation: The operation to call.
        arguments: The parameters, by their names in the API; None and `UNSET` are omitted.
        body: The properties of the body, or the whole body; see `Operation`.
        base_url: The URL of the server.
        headers: The headers of every request of this client, credentials included.
        extra: What the caller adds to the request, or removes from it.
        secrets: Credentials outside of headers.
        key_header: The header for an idempotency key, besides a documented one.
        key: The idempotency key of this call, if it already has one.

    Raises:
        ValueError: An argument can't be sent. Nothing has been sent then.
    """
    for name in operation.required:
        if (value := arguments[name]) is None or value is UNSET:
            raise ValueError(f"{name} is required.")
    sent = dict(headers)
    _add_headers(operation, arguments, sent)
    content = _add_body(operation, body, extra.body, sent)
    keyed: tuple[str, ...] = ()
    if key_header is not None or operation.idempotency_key is not None:
        keyed = _add_key(operation, sent, key_header, key)
    if extra.headers:
        _override(sent, extra.headers)
    if keyed:  # the header as sent, since a caller may have replaced it
        key = next((value for name, value in sent.items() if name.lower() in keyed and value), b"")
    url = joined(base_url, operation.target(arguments))
    if extra.query:
        url = _with_query(operation, url, extra.query)
    if secrets is not NO_SECRETS:
        url = _with_secrets(url, sent, secrets)
    has_hidden = bool(secrets.query) or secrets.in_headers
    return Prepared(operation.method, url, sent, content, has_hidden, key)


def _add_headers(
    operation: Operation[Any, Any], arguments: Mapping[str, Any], sent: dict[str, bytes]
) -> None:
    if operation.accept:
        sent["Accept"] = operation.accept
    for name in operation.headers:
        value = arguments[name]
        if value is not None and value is not UNSET:
            sent[name] = header_value(name, value, operation.types.get(name))
    if operation.styled_headers or operation.cookies:
        from .serialize import add_headers

        add_headers(operation, arguments, sent)


def _add_key(
    operation: Operation[Any, Any], sent: dict[str, bytes], header: str | None, key: bytes
) -> tuple[str, ...]:
    """Set one idempotency key in its headers, and return their names in lower case."""
    present = {name.lower(): value for name, value in sent.items()}
    names = {n.lower(): n for n in (operation.idempotency_key, header) if n is not None}
    if header is not None and header.lower() in present:
        styled = (item.name for item in operation.styled_headers)
        if header.lower() not in {name.lower() for name in (*operation.headers, *styled)}:
            raise ValueError(
                f"idempotency_header can't be {header!r}, which this operation uses otherwise."
            )
    given = next(filter(None, (present.get(name) for name in names)), b"")
    key = key or given or str(uuid.uuid4()).encode()
    for lowered, name in names.items():
        if lowered not in present:
            sent[name] = key
    return tuple(names)


def checked_key_header(name: str) -> str:
    """Return the name of the header for idempotency keys.

    Raises:
        ValueError: The name is invalid, or the header has another meaning.
    """
    if not _TOKEN.fullmatch(name):
        raise ValueError(f"idempotency_header must be the name of a header, not {name!r}.")
    if name.lower() in NOT_FOR_KEYS:
        raise ValueError(f"idempotency_header can't be {name!r}, which has another meaning.")
    return name


def _add_body(
    operation: Operation[Any, Any],
    body: Any,
    extra: Mapping[str, Any] | None,
    sent: dict[str, bytes],
) -> bytes | StreamedBody | None:
    """Return the body, if any is sent, and add the headers that describe it."""
    if operation.body is None:
        if extra:
            raise ValueError(f"extra_body can't be sent: {operation} has no body.")
        return None
    content, media_type = _body(operation, body, extra)
    if content is not None:
        sent["Content-Type"] = media_type
        if not isinstance(content, bytes) and content.length is not None:
            sent["Content-Length"] = str(content.length).encode()
    return content


def _body(
    operation: Operation[Any, Any], body: Any, extra: Mapping[str, Any] | None
) -> tuple[bytes | StreamedBody | None, bytes]:
    encoder = operation.encoder
    if operation.is_json or encoder is None:
        content = _content(operation, body)
        return _merged(content, extra) if extra else content, operation.content_type
    if extra:
        raise ValueError(f"extra_body can't be sent: the body of {operation} is not JSON.")
    return encoder.encode(operation, body)


def _merged(content: bytes | None, extra: Mapping[str, Any]) -> bytes:
    """Return a JSON object with more properties; those that it has keep their digits."""
    try:
        given = msgspec.json.decode(content or b"{}", type=dict[str, msgspec.Raw])
    except msgspec.ValidationError:
        raise ValueError("extra_body can't be sent: the body is not a JSON object.") from None
    added = msgspec.json.decode(encode({**extra}), type=dict[str, msgspec.Raw])
    return msgspec.json.encode({**given, **added})


def _with_query(operation: Operation[Any, Any], url: str, extra: Mapping[str, Any]) -> str:
    for name in extra:
        if operation.key_of("query", name) is not None:
            raise ValueError(f"extra_query can't contain {name}, which is an argument.")
    query = "&".join(
        pair
        for name, value in extra.items()
        if value is not None and value is not UNSET
        for pair in pairs(name, value)
    )
    return f"{url}{'&' if '?' in url else '?'}{query}" if query else url


def _with_secrets(url: str, headers: dict[str, bytes], secrets: Secrets) -> str:
    if secrets.cookies:
        own = headers.get("Cookie", b"")
        cookies = [own, secrets.cookies.encode()] if own else [secrets.cookies.encode()]
        headers["Cookie"] = SecretBytes(b"; ".join(cookies))
    if secrets.query:
        return SecretText(f"{url}{'&' if '?' in url else '?'}{secrets.query}")
    return url


def _content(operation: Operation[Any, Any], body: Any) -> bytes | None:
    types = operation.body_types
    if operation.body == "value":
        if not is_sent(operation, body):
            return None
        return encode(body, operation.body_type(""))
    given = sent_properties(operation, body)
    if not given and not operation.body_required:
        return None
    return encode_object(given, types) if types else encode(given)


def _override(headers: dict[str, bytes], extra: Mapping[str, str | None]) -> None:
    """Merge headers; names are case-insensitive (RFC 9110, section 5.1)."""
    expect("http_headers", extra, Mapping, "a mapping")
    spelled = {name.lower(): name for name in headers}
    for name, value in extra.items():
        expect("The name of a header", name, str, "a string")
        if not _TOKEN.fullmatch(name):
            raise ValueError(f"{name!r} is not a valid header name.")
        if name.lower() in FRAMING:
            raise ValueError(f"http_headers can't contain {name}, which depends on the body.")
        if name.lower() == "accept-encoding":
            name = "Accept-Encoding"  # as `build` looks for it
        headers.pop(spelled.get(name.lower(), name), None)
        if value is None:
            if name.lower() in _IN_ALL:
                raise ValueError(f"http_headers can't remove {name}, which every request has.")
            continue
        spelled[name.lower()] = name
        headers[name] = SecretBytes(
            header_value(name, value)
        )  # it is unknown which of them are secret
