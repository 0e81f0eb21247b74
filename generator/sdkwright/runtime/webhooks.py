"""Requests that the API's server sends to you: their signatures, and their payloads.

A request is genuine if its signature is valid: anybody can send one to a public address. The
signature covers the received bytes, so these are checked first, and only then decoded.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    NoReturn,
    Protocol,
    TypeVar,
    cast,
)

from .json.decoding import NOT_TEXT, UndecodableError, decoder_for, listed
from .logs import Log
from .masking import MASK, SecretBytes
from .operation import BYTES, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    from .json.decoding import TypedDecoder

    HeaderItems: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]

__all__ = [
    "HmacSignature",
    "StandardWebhooks",
    "Verifier",
    "Webhook",
    "WebhookPayloadError",
    "WebhookSignatureError",
]

T = TypeVar("T")

_KIND: Final = b"v1,"
"""Prefix of Standard Webhooks signatures that are made with a secret."""


class WebhookSignatureError(ValueError):
    """A request is not genuine, or too old to be accepted. Respond with 400."""


class WebhookPayloadError(ValueError):
    """The payload of a request is invalid.

    It can't be read, or, with `validation="strict"`, does not match the API's document. The message
    contains the place, but no value.
    """


class Verifier(Protocol):
    """Checks whether a request is genuine. Implement it for signatures that no class here supports.

    Example:
        ```python
        class Token:
            def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
                if not hmac.compare_digest(headers.get("x-token", ""), TOKEN):
                    raise WebhookSignatureError("The token is not ours.")
        ```
    """

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request.

        Args:
            body: The body as received.
            headers: The headers, with names in lower case.

        Raises:
            WebhookSignatureError: The request is not genuine.
        """


class StandardWebhooks:
    """Signatures by https://www.standardwebhooks.com: HMAC-SHA256 of id, time and body.

    Args:
        *secrets: The secret that the server signs with: `whsec_` and base64, or its bytes. During a
            rotation, pass both the old and the new one; signatures of either are accepted.
        tolerance: Maximum difference of the clocks in seconds. Older requests are rejected, since
            somebody may have recorded them.
        prefix: The prefix of the names of the three headers.
        now: Returns the time, in seconds since 1970.

    Raises:
        ValueError: There is no secret, or one that is not base64.
    """

    def __init__(
        self,
        *secrets: str | bytes,
        tolerance: float = 300,
        prefix: str = "webhook-",
        now: Callable[[], float] = time.time,
    ) -> None:
        self._keys = tuple(_standard_key(secret) for secret in secrets)
        if not self._keys:
            raise ValueError("Pass the secret that the server signs with.")
        self._tolerance = tolerance
        self._prefix = prefix.lower()
        self._now = now

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request; see `Verifier.verify`."""
        id_, sent, signatures = (self._header(headers, name) for name in _STANDARD_HEADERS)
        if not (sent.isascii() and sent.isdecimal() and len(sent) <= _LONGEST_TIME):
            raise WebhookSignatureError(f"The header {self._prefix}timestamp is not a valid time.")
        age = self._now() - int(sent)
        if age > self._tolerance:
            raise WebhookSignatureError("The request is too old.")
        if age < -self._tolerance:
            raise WebhookSignatureError("The request is from the future; check the clock.")
        signed = b".".join([_encoded(id_), sent.encode(), body])
        given = [
            signature.removeprefix(_KIND)
            for signature in _encoded(signatures).split()
            if signature.startswith(_KIND)
        ]
        if not _is_signed(self._keys, signed, given, base64.b64encode):
            raise WebhookSignatureError("The signature does not match the request and the secret.")

    def _header(self, headers: Mapping[str, str], name: str) -> str:
        value = headers.get(f"{self._prefix}{name}")
        if not value:
            raise WebhookSignatureError(f"The header {self._prefix}{name} is missing.")
        return value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK}, tolerance={self._tolerance!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("A secret can't be pickled.")


_STANDARD_HEADERS: Final = ("id", "timestamp", "signature")
_LONGEST_TIME: Final = 20
"""Maximum number of digits of a time."""


class HmacSignature:
    """A signature of the body alone, in one header: HMAC-SHA256, as GitHub uses it.

    It does not contain a time, so a recorded request stays valid: remember which requests you have
    handled.

    Args:
        *secrets: The secret that the server signs with; several during a rotation.
        header: The header with the signature, such as `"X-Hub-Signature-256"`.
        prefix: The prefix of the signature in it, such as `"sha256="`.
        encoding: The encoding of the signature.

    Raises:
        ValueError: There is no secret.
    """

    def __init__(
        self,
        *secrets: str | bytes,
        header: str,
        prefix: str = "",
        encoding: Literal["hex", "base64"] = "hex",
    ) -> None:
        self._keys = tuple(SecretBytes(_bytes(secret)) for secret in secrets)
        if not all(self._keys) or not self._keys:
            raise ValueError("Pass the secret that the server signs with.")
        self._header = header.lower()
        self._prefix = prefix.encode()
        self._write = base64.b64encode if encoding == "base64" else binascii.hexlify

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request; see `Verifier.verify`."""
        value = _encoded(headers.get(self._header, ""))
        if not value:
            raise WebhookSignatureError(f"The header {self._header} is missing.")
        given = [value.removeprefix(self._prefix)] if value.startswith(self._prefix) else []
        if not _is_signed(self._keys, body, given, self._write):
            raise WebhookSignatureError("The signature does not match the request and the secret.")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK}, header={self._header!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("A secret can't be pickled.")


class Webhook(Generic[T]):
    """A request that the server sends: its name, and its payload.

    Args:
        name: Its name in the document.
        type: Returns the type of its payload, or the decoder of one that is not JSON; `TEXT` or
            `BYTES` if it is not decoded, None if there is none. It is a function so that nothing is
            imported before it is used.
    """

    __slots__ = ("_decoder", "_log", "_type", "name")

    def __init__(self, name: str, type: Callable[[], Any] | str | None) -> None:
        self.name = name
        self._type = type
        self._decoder: TypedDecoder | None = None
        self._log = Log((__package__ or "").rpartition(".")[0], None)

    def __repr__(self) -> str:
        return f"<Webhook {self.name}>"

    def parse(
        self,
        body: bytes | str,
        headers: HeaderItems = (),
        *,
        verifier: Verifier | None,
        validation: Literal["lenient", "strict"] = "lenient",
    ) -> T:
        """Check that a request is genuine, and return its payload.

        Args:
            body: The body exactly as received: parsed and encoded again, it has another signature.
            headers: The headers, as your web framework provides them.
            verifier: Checks whether the request is genuine; None if you have already checked it.
            validation: `"lenient"` keeps values that do not match the document, and logs a warning;
                `"strict"` raises.

        Returns:
            The payload.

        Raises:
            WebhookSignatureError: The request is not genuine.
            WebhookPayloadError: The payload is invalid.
        """
        content = _body(body)
        if validation not in {"lenient", "strict"}:
            raise ValueError(f'validation must be "lenient" or "strict", not {validation!r}.')
        if verifier is not None:
            verifier.verify(content, _by_name(headers))
        value: T = self._read(content, is_strict=validation == "strict")
        return value

    def _read(self, content: bytes, *, is_strict: bool) -> Any:
        if self._type is None:
            return None
        if self._type == BYTES:
            return content
        if self._type == TEXT:
            return self._text(content, is_strict=is_strict)
        decoder = self._decoder or self._made()
        try:
            return decoder.decode(content)
        except (ValueError, RecursionError):
            pass
        try:
            value, misfits = decoder.decode_leniently(content)
        except UndecodableError as error:
            raise WebhookPayloadError(f"Invalid payload: {error}") from None
        if misfits and is_strict:
            raise WebhookPayloadError(f"Invalid payload: {listed(misfits)}")
        for misfit in misfits:
            self._log.drift(f"webhook {self.name}", misfit.place, misfit.problem, "payload")
        return value

    def _text(self, content: bytes, *, is_strict: bool) -> str:
        try:
            return content.decode()
        except UnicodeDecodeError:
            if is_strict:
                raise WebhookPayloadError(f"Invalid payload: $: {NOT_TEXT}") from None
        self._log.drift(f"webhook {self.name}", "$", NOT_TEXT, "payload")
        return content.decode(errors="replace")

    def _made(self) -> TypedDecoder:
        # Threads may make it at the same time; their decoders are alike.
        self._decoder = made = decoder_for(self._type() if callable(self._type) else None)
        return made


def _is_signed(
    keys: Iterable[bytes],
    signed: bytes,
    given: list[bytes],
    write: Callable[[bytes], bytes],
) -> bool:
    """Return whether one of the signatures was made with one of the keys, in constant time."""
    found = False
    for key in keys:
        right = write(hmac.digest(key, signed, hashlib.sha256))
        for signature in given:
            found |= hmac.compare_digest(right, signature)
    return found


def _standard_key(secret: str | bytes) -> SecretBytes:
    if isinstance(secret, bytes):
        key = SecretBytes(secret)
    else:
        try:
            key = SecretBytes(base64.b64decode(secret.removeprefix("whsec_"), validate=True))
        except ValueError:
            raise ValueError("A webhook's secret must be `whsec_` and base64, or bytes.") from None
    if not key:
        raise ValueError("A webhook's secret must not be empty.")
    return key


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _encoded(header: str) -> bytes:
    return header.encode(errors="replace")  # other types match nothing


def _body(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes", body))
    raise TypeError(f"The body must be bytes or text, as received, not {type(body).__name__}.")


def _by_name(headers: Any) -> dict[str, str]:
    """Return headers by their names in lower case, repeated ones joined (RFC 9110, section 5.3)."""
    items = headers.items() if hasattr(headers, "items") else headers
    found: dict[str, str] = {}
    for name, value in items:
        key, text = _header_text(name).lower(), _header_text(value)
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def _header_text(item: object) -> str:
    if isinstance(item, bytes):
        return item.decode("latin-1")
    if not isinstance(item, str):
        raise TypeError(f"Names and values of headers must be text, not {type(item).__name__}.")
    return item
