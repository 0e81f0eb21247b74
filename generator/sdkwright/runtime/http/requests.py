"""Builds requests from the arguments of calls: URL, headers and body. Nothing is sent here."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from msgspec import UNSET

from ..auth.credentials import NO_SECRETS
from ..json.plain import encode, encode_object
from ..masking import SecretBytes, SecretText
from .urls import joined
from .wire import header_value, is_sent, sent_properties

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

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


def prepare(
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    body: Any,
    *,
    base_url: str,
    headers: Mapping[str, bytes],
    extra_headers: Mapping[str, str] | None,
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
        extra_headers: Headers that the caller adds or replaces.
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
    content: bytes | StreamedBody | None = None
    if operation.body is not None:
        content, media_type = _body(operation, body)
        if content is not None:
            sent["Content-Type"] = media_type
            if not isinstance(content, bytes) and content.length is not None:
                sent["Content-Length"] = str(content.length).encode()
    keyed: tuple[str, ...] = ()
    if key_header is not None or operation.idempotency_key is not None:
        keyed = _add_key(operation, sent, key_header, key)
    if extra_headers:
        _override(sent, extra_headers)
    if keyed:  # the header as sent, since a caller may have replaced it
        key = next((value for name, value in sent.items() if name.lower() in keyed and value), b"")
    url = joined(base_url, operation.target(arguments))
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


def _body(operation: Operation[Any, Any], body: Any) -> tuple[bytes | StreamedBody | None, bytes]:
    encoder = operation.encoder
    if operation.is_json or encoder is None:
        return _content(operation, body), operation.content_type
    return encoder.encode(operation, body)


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
        type_ = types.get("")
        return encode(body, None if type_ is None else type_())
    given = sent_properties(operation, body)
    if not given and not operation.body_required:
        return None
    return encode_object(given, types) if types else encode(given)


def _override(headers: dict[str, bytes], extra: Mapping[str, str]) -> None:
    """Merge headers; names are case-insensitive (RFC 9110, section 5.1)."""
    spelled = {name.lower(): name for name in headers}
    for name, value in extra.items():
        if not _TOKEN.fullmatch(name):
            raise ValueError(f"{name!r} is not a valid header name.")
        if name.lower() in FRAMING:
            raise ValueError(f"http_headers can't contain {name}, which depends on the body.")
        if name.lower() == "accept-encoding":
            name = "Accept-Encoding"  # as `build` looks for it
        headers.pop(spelled.get(name.lower(), name), None)
        spelled[name.lower()] = name
        headers[name] = SecretBytes(
            header_value(name, value)
        )  # it is unknown which of them are secret
