"""Responses that come in parts: server-sent events (HTML, section 9.2), and JSON line by line."""

from __future__ import annotations

import codecs
import contextlib
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from .decoding import TypedDecoder, fields_of
from .errors import ResponseError
from .masking import SecretBytes
from .operation import is_json

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterator
    from types import TracebackType
    from typing import Self

    import httpx2

    from .operation import Operation, Parts
    from .session import Session

__all__ = ["AsyncEventStream", "EventStream", "ServerSentEvent"]

T = TypeVar("T")

DONE: Final = "[DONE]"
"""What ends a stream by convention: it is no JSON, so it can't be an event."""


LONGEST_RETRY: Final = 18
"""How many digits a time to wait may have."""


class ServerSentEvent(NamedTuple):
    """An event as the server sent it.

    Attributes:
        data: What it says.
        event: What kind of event it is; "" is a message.
        id: What the server can be told after a break, in the header `Last-Event-ID`.
        retry: How long to wait before that, in milliseconds.
    """

    data: str
    event: str = ""
    id: str = ""
    retry: int | None = None


class Lines:
    """Splits bytes into lines, whatever ends these: CR, LF, or both (HTML, section 9.2.5).

    A line is given as soon as it has ended, and is put together once: however long it is, it costs
    no more than its length, in time as in memory.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._begun = bytearray()
        self._has_cr = False

    def feed(self, content: bytes, *, final: bool = False) -> list[str]:
        """Take bytes, and give the lines that have ended."""
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
        """Give what came after the last line end."""
        return self._begun.decode()

    def held(self) -> int:
        """Say how many bytes of a line came that has not ended."""
        return len(self._begun)


class EventParser:
    """Puts lines together to events; what is not ended by an empty line is none."""

    def __init__(self) -> None:
        self.last_id = ""
        self.retry: int | None = None
        self._id = ""
        self._data = bytearray()  # a list of short lines would take many times their size
        self._event = ""

    def feed(self, line: str) -> ServerSentEvent | None:
        """Take a line, and give the event that it ends."""
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
            case _:  # another field, or a value that may not be: ignored
                pass
        return None

    def _dispatch(self) -> ServerSentEvent | None:
        data, event = self._data, self._event
        self._data, self._event = bytearray(), ""
        self.last_id = self._id  # not before: an event that breaks off is to come again
        if not data:
            return None
        data.pop()  # the end of its last line
        return ServerSentEvent(data.decode(), event, self.last_id, self.retry)

    def held(self) -> int:
        """Say how many bytes of an event came that has not ended."""
        return len(self._data)


class _Reading:
    """From bytes to values: what the sync and the async form share.

    The walk through a stream refers to this, and not to the stream: whoever leaves a stream in the
    middle lets go of both, and so the connection is closed.
    """

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        parts = operation.parts
        if parts is None:
            raise TypeError(f"{operation} does not answer in parts.")
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
        """Take bytes, and give the values that are whole."""
        for line in self._lines.feed(content, final=final):
            if not self.is_done:
                yield from self._values(line)
        most = self.session.most
        if most is not None and self._lines.held() + self.parser.held() > most:
            problem = f"a part of it is larger than the {most:,} bytes of max_response_bytes"
            raise self.session.unusable(self.operation, self.response, problem)
        if not final or self.is_done:
            return
        if not self._parts.are_events:
            yield from self._values(self._lines.rest())
        elif self._is_empty and is_json(self.response.headers.get("Content-Type", "")):
            problem = "it is JSON, where events were asked for"
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
    """What both forms have.

    Attributes:
        http_response: The response of the HTTP client.
    """

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        self.http_response = response
        self._reading = _Reading(session, operation, response)

    @property
    def status_code(self) -> int:
        """The HTTP status (RFC 9110, section 15)."""
        return self.http_response.status_code

    @property
    def last_event_id(self) -> str:
        """The id of the last event: to go on after a break, send it as `Last-Event-ID`."""
        return self._reading.parser.last_id

    @property
    def retry(self) -> int | None:
        """How long the server wants to be left alone after a break, in milliseconds."""
        return self._reading.parser.retry


def _wrapped(event: ServerSentEvent, *, is_text: bool) -> str:
    """Write a whole event as JSON, with its data as it is where that is JSON itself."""
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
    """Whether the data of wrapped events is text."""
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
        raise error.with_traceback(None) from None  # its frames hold what came
    finally:
        reading.response.close()


async def _walk_async(reading: _Reading) -> AsyncGenerator[Any]:
    try:
        with reading.session.reading(reading.operation, reading.response):
            async for content in reading.response.aiter_bytes():
                values = reading.take(SecretBytes(content))
                del content  # no frame shall hold it
                for value in values:
                    yield value
                if reading.is_done:
                    return
            for value in reading.take(b"", final=True):
                yield value
    except ResponseError as error:
        raise error.with_traceback(None) from None  # its frames hold what came
    finally:
        await reading.response.aclose()


class EventStream(_Stream[T]):
    """What a server sends bit by bit, as it comes. Use it in `with`, or walk it to its end.

    Attributes:
        http_response: The response of the HTTP client.
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
        """Close the connection; what is left is not read, and the walk is over."""
        with contextlib.suppress(ValueError):  # it is being walked, in another thread
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
    """Async form of `EventStream`, for `async with` and `async for`."""

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
        """Close the connection; what is left is not read, and the walk is over."""
        with contextlib.suppress(RuntimeError):  # it is being walked, in another task
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
