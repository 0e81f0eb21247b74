"""Responses that come in parts: server-sent events (HTML, section 9.2), and JSON line by line."""

from __future__ import annotations

import codecs
import contextlib
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from .decoding import TypedDecoder, fields_of
from .masking import SecretBytes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from types import TracebackType
    from typing import Self

    import httpx2

    from .operation import Operation, Parts
    from .session import Session

__all__ = ["AsyncEventStream", "EventStream", "ServerSentEvent"]

T = TypeVar("T")

DONE: Final = "[DONE]"
"""What ends a stream by convention: it is no JSON, so it can't be an event."""


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
    """Splits bytes into lines, whatever ends these: CR, LF, or both (HTML, section 9.2.5)."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest = ""

    def feed(self, content: bytes, *, final: bool = False) -> list[str]:
        """Take bytes, and give the lines that have ended."""
        text = self._rest + self._decoder.decode(content, final)
        # The second half of a CRLF may be yet to come.
        held = "\r" if text.endswith("\r") and not final else ""
        text = text.removesuffix(held).replace("\r\n", "\n").replace("\r", "\n")
        *lines, rest = text.split("\n")
        self._rest = rest + held
        return lines

    def rest(self) -> str:
        """Give what came after the last line end."""
        return self._rest


class EventParser:
    """Puts lines together to events; what is not ended by an empty line is none."""

    def __init__(self) -> None:
        self.last_id = ""
        self.retry: int | None = None
        self._data: list[str] = []
        self._event = ""

    def feed(self, line: str) -> ServerSentEvent | None:
        """Take a line, and give the event that it ends."""
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self.last_id = value
            case "retry" if value.isascii() and value.isdecimal():
                self.retry = int(value)
            case _:  # another field, or a value that may not be: ignored
                pass
        return None

    def _dispatch(self) -> ServerSentEvent | None:
        data, event = self._data, self._event
        self._data, self._event = [], ""
        if not data:
            return None
        return ServerSentEvent("\n".join(data), event, self.last_id, self.retry)


class _Stream(Generic[T]):
    """What the sync and the async form share: from bytes to values."""

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        parts = operation.parts
        if parts is None:
            raise TypeError(f"{operation} does not answer in parts.")
        self.http_response = response
        self._session = session
        self._operation = operation
        self._parts: Parts = parts
        type_ = parts.type()
        self._decoder = None if type_ is str else TypedDecoder(type_)
        self._has_text = parts.is_wrapped and _has_text(type_)
        self._lines = Lines()
        self._parser = EventParser()
        self._is_done = False

    @property
    def status_code(self) -> int:
        """The HTTP status (RFC 9110, section 15)."""
        return self.http_response.status_code

    @property
    def last_event_id(self) -> str:
        """The id of the last event: to go on after a break, send it as `Last-Event-ID`."""
        return self._parser.last_id

    @property
    def retry(self) -> int | None:
        """How long the server wants to be left alone after a break, in milliseconds."""
        return self._parser.retry

    def _take(self, content: bytes, *, final: bool = False) -> Iterator[T]:
        for line in self._lines.feed(content, final=final):
            if not self._is_done:
                yield from self._values(line)
        if final and not self._parts.are_events and not self._is_done:
            yield from self._values(self._lines.rest())

    def _values(self, line: str) -> Iterator[T]:
        if not self._parts.are_events:
            if line.strip():
                yield self._value(line)
            return
        event = self._parser.feed(line)
        if event is None:
            return
        done = self._parts.sentinel or DONE
        if event.data == done and (self._parts.sentinel or self._decoder is not None):
            self._is_done = True
        else:
            yield self._value(event)

    def _value(self, part: ServerSentEvent | str) -> T:
        decoder = self._decoder
        text = part if isinstance(part, str) else part.data
        if decoder is None:
            return text  # type: ignore[return-value] # the type is text
        if self._parts.is_wrapped and isinstance(part, ServerSentEvent):
            text = _wrapped(part, is_text=self._has_text)
        value: T = self._session.decoded(
            self._operation, decoder, self.http_response, SecretBytes(text.encode())
        )
        return value


def _wrapped(event: ServerSentEvent, *, is_text: bool) -> str:
    """Write a whole event as JSON, with its data as it is where that is JSON itself."""
    import json

    data = json.dumps(event.data)
    if not is_text:
        with contextlib.suppress(ValueError):
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


class EventStream(_Stream[T]):
    """What a server sends bit by bit, as it comes. Use it in `with`, or walk it to its end.

    Attributes:
        http_response: The response of the HTTP client.
    """

    def __init__(
        self, session: Session, operation: Operation[Any], response: httpx2.Response
    ) -> None:
        super().__init__(session, operation, response)
        self._walk = self._run()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        return next(self._walk)

    def _run(self) -> Iterator[T]:
        try:
            with self._session.reading(self._operation, self.http_response):
                for content in self.http_response.iter_bytes():
                    yield from self._take(content)
                    if self._is_done:
                        return
                yield from self._take(b"", final=True)
        finally:
            self.close()

    def close(self) -> None:
        """Close the connection; what is left is not read."""
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
        self._walk = self._run()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        return await anext(self._walk)

    async def _run(self) -> AsyncIterator[T]:
        try:
            with self._session.reading(self._operation, self.http_response):
                async for content in self.http_response.aiter_bytes():
                    for value in self._take(content):
                        yield value
                    if self._is_done:
                        return
                for value in self._take(b"", final=True):
                    yield value
        finally:
            await self.close()

    async def close(self) -> None:
        """Close the connection; what is left is not read."""
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
