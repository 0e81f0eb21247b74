"""Streamed responses: server-sent events (HTML, section 9.2), and JSON lines."""

from __future__ import annotations

import codecs
import contextlib
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from ..errors import ResponseError
from ..json.decoding import TypedDecoder
from ..json.structs import fields_of
from ..masking import SecretBytes
from ..operation import is_json
from ..transports.exchange import close_when_dropped

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterator
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..operation import Operation, Parts
    from ..session import Session

__all__ = ["AsyncEventStream", "EventStream", "ServerSentEvent"]

T = TypeVar("T")

DONE: Final = "[DONE]"
"""Data that ends a stream by convention; it is not JSON, so it can't be an event."""


LONGEST_RETRY: Final = 18
"""Maximum number of digits of a reconnection time."""


class ServerSentEvent(NamedTuple):
    """An event as the server sent it.

    Attributes:
        data: Its data.
        event: Its type; "" means a message.
        id: The id to send as `Last-Event-ID` when reconnecting.
        retry: How long to wait before reconnecting, in milliseconds.
    """

    data: str
    event: str = ""
    id: str = ""
    retry: int | None = None


class Lines:
    """Splits bytes into lines that end in CR, LF or both (HTML, section 9.2.5).

    A line is returned as soon as it is complete, and is joined only once: time and memory are
    proportional to its length.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._begun = bytearray()
        self._has_cr = False

    def feed(self, content: bytes, *, final: bool = False) -> list[str]:
        """Add bytes, and return the completed lines."""
        text = self._decoder.decode(content, final)
        if self._has_cr and text:
            text = text.removeprefix("\n")  # the second half of a CRLF
            self._has_cr = False
        if not text:
            return []
        self._has_cr = text.endswith("\r")
        first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if self._begun or not others:
            self._begun += first.encode()
        if not others:
            return []
        lines = [self.rest() if self._begun else first, *others]
        self._begun = bytearray(lines.pop().encode())
        return lines

    def rest(self) -> str:
        """Return what follows the last line end."""
        return self._begun.decode()

    def held(self) -> int:
        """Return the number of bytes of the incomplete line."""
        return len(self._begun)


class EventParser:
    """Combines lines into events; an event must end with an empty line."""

    def __init__(self) -> None:
        self.last_id = ""
        self.retry: int | None = None
        self._id = ""
        self._data = bytearray()  # a list of short lines would take a multiple of their size
        self._event = ""

    def feed(self, line: str) -> ServerSentEvent | None:
        """Add a line, and return the event that it completes."""
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data += value.encode()
                self._data += b"\n"
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdecimal() and len(value) <= LONGEST_RETRY:
                self.retry = int(value)
            case _:  # another field or an invalid value: ignored
                pass
        return None

    def _dispatch(self) -> ServerSentEvent | None:
        data, event = self._data, self._event
        self._data, self._event = bytearray(), ""
        self.last_id = self._id  # not before: an incomplete event is to be sent again
        if not data:
            return None
        data.pop()  # the end of its last line
        return ServerSentEvent(data.decode(), event, self.last_id, self.retry)

    def held(self) -> int:
        """Return the number of bytes of the incomplete event."""
        return len(self._data)


class _Reading:
    """The conversion of bytes to values, shared by the sync and the async stream.

    The iterator refers to this object, not to the stream: if a caller abandons a stream, both are
    garbage-collected, and the connection is closed.
    """

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        parts = operation.parts
        if parts is None:
            raise TypeError(f"{operation} does not return a stream.")
        self.session = session
        self.operation = operation
        self.response = response
        self.parser = EventParser()
        self.is_done = False
        self._parts: Parts = parts
        type_ = parts.type()
        self._decoder = None if type_ is str else TypedDecoder(type_)
        self._has_text = parts.is_wrapped and _has_text(type_)
        self._lines = Lines()
        self._is_empty = True

    def take(self, content: bytes, *, final: bool = False) -> Iterator[Any]:
        """Add bytes, and return the completed values."""
        for line in self._lines.feed(content, final=final):
            if not self.is_done:
                yield from self._values(line)
        max_bytes = self.session.max_response_bytes
        if max_bytes is not None and self._lines.held() + self.parser.held() > max_bytes:
            problem = f"one element is larger than max_response_bytes ({max_bytes:,} bytes)"
            raise self.session.unusable(self.operation, self.response, problem)
        if not final or self.is_done:
            return
        if not self._parts.are_events:
            yield from self._values(self._lines.rest())
        elif self._is_empty and is_json(self.response.headers.get("Content-Type", "")):
            problem = "it is JSON, but events were requested"
            raise self.session.unusable(self.operation, self.response, problem)

    def _values(self, line: str) -> Iterator[Any]:
        if not self._parts.are_events:
            if line.strip():
                yield self._value(line)
            return
        event = self.parser.feed(line)
        if event is None:
            return
        self._is_empty = False
        done = self._parts.sentinel or DONE
        if event.data == done and (self._parts.sentinel or self._decoder is not None):
            self.is_done = True
        else:
            yield self._value(event)

    def _value(self, part: ServerSentEvent | str) -> Any:
        decoder = self._decoder
        text = part if isinstance(part, str) else part.data
        if decoder is None:
            return text
        if self._parts.is_wrapped and isinstance(part, ServerSentEvent):
            text = _wrapped(part, is_text=self._has_text)
        content = SecretBytes(text.encode())
        return self.session.decoded(self.operation, decoder, self.response, content)


class _Stream(Generic[T]):
    """What the sync and the async stream have in common.

    Attributes:
        http_response: The HTTP client's response.
    """

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        self.http_response = response
        self._reading = _Reading(session, operation, response)
        close_when_dropped(self, response)

    @property
    def status_code(self) -> int:
        """The HTTP status (RFC 9110, section 15)."""
        return self.http_response.status_code

    @property
    def last_event_id(self) -> str:
        """The id of the last event; send it as `Last-Event-ID` to resume after a break."""
        return self._reading.parser.last_id

    @property
    def retry(self) -> int | None:
        """How long the server asks to wait before reconnecting, in milliseconds."""
        return self._reading.parser.retry


def _wrapped(event: ServerSentEvent, *, is_text: bool) -> str:
    """Encode a whole event as JSON; its data is embedded if that is JSON itself."""
    import json

    data = json.dumps(event.data)
    if not is_text:
        with contextlib.suppress(ValueError, RecursionError):
            json.loads(event.data)
            data = event.data
    others = {"event": event.event, "id": event.id, "retry": event.retry}
    given = [f', "{name}": {json.dumps(value)}' for name, value in others.items() if value]
    return f'{{"data": {data}{"".join(given)}}}'


def _has_text(type_: Any) -> bool:
    """Return whether the data of wrapped events is text."""
    if not hasattr(type_, "__struct_fields__"):
        return False
    return any(field.encode_name == "data" and field.type is str for field in fields_of(type_))


def _walk(reading: _Reading) -> Generator[Any]:
    try:
        with reading.session.reading(reading.operation, reading.response):
            for content in map(SecretBytes, reading.response.iter_bytes()):
                yield from reading.take(content)
                if reading.is_done:
                    return
            yield from reading.take(b"", final=True)
    except ResponseError as error:
        raise error.with_traceback(None) from None  # its frames hold the received data
    finally:
        reading.response.close()


async def _walk_async(reading: _Reading) -> AsyncGenerator[Any]:
    try:
        with reading.session.reading(reading.operation, reading.response):
            async for content in reading.response.aiter_bytes():
                values = reading.take(SecretBytes(content))
                del content  # no frame must hold it
                for value in values:
                    yield value
                if reading.is_done:
                    return
            for value in reading.take(b"", final=True):
                yield value
    except ResponseError as error:
        raise error.with_traceback(None) from None  # its frames hold the received data
    finally:
        await reading.response.aclose()


class EventStream(_Stream[T]):
    """A streamed response, yielded as it arrives. Use it in `with`, or iterate to its end.

    Attributes:
        http_response: The HTTP client's response.
    """

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        super().__init__(session, operation, response)
        self._walk: Generator[T] = _walk(self._reading)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        return next(self._walk)

    def close(self) -> None:
        """Close the connection. The rest is not read, and the iteration ends."""
        with contextlib.suppress(ValueError):  # another thread is iterating
            self._walk.close()
        self.http_response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncEventStream(_Stream[T]):
    """Async version of `EventStream`, for `async with` and `async for`."""

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        super().__init__(session, operation, response)
        self._walk: AsyncGenerator[T] = _walk_async(self._reading)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        return await anext(self._walk)

    async def close(self) -> None:
        """Close the connection. The rest is not read, and the iteration ends."""
        with contextlib.suppress(RuntimeError):  # another task is iterating
            await self._walk.aclose()
        await self.http_response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
