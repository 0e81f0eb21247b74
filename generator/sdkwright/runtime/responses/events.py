"""Streamed responses: server-sent events (HTML, section 9.2), and JSON lines."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from ..closing import AsyncClosing, Closing
from ..coroutines import run
from ..display import shortened
from ..errors import ResponseError
from ..json.decoding import TypedDecoder, UndecodableError, parse
from ..masking import SecretBytes
from ..operation import essence_of, is_json
from .disguised import data_types, is_error
from .lines import SURROGATES, Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

    from ..drivers import Driver
    from ..transports.transport import Until
    from .reply import Reply

__all__ = ["AsyncEventStream", "EventStream", "ServerSentEvent"]

T = TypeVar("T")

DONE: Final = "[DONE]"
"""Data that ends a stream by convention; it is not JSON, so it can't be an event."""

EVENTS: Final = "text/event-stream"
"""The media type of events (HTML, section 9.2.3)."""

ERROR: Final = "error"
"""The type of an event that reports an error, unless the document has another meaning for it."""

MESSAGE: Final = "message"
"""The type of an event that names none (HTML, section 9.2.6)."""

SEPARATOR: Final = "\x1e"
"""Precedes each record of a JSON text sequence (RFC 7464, section 2.2)."""

END: Final = object()
"""Follows the last element of a stream."""

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


class Elements(NamedTuple):
    """The elements of a streamed response, and how they are made of its body.

    Attributes:
        type: Returns the type of an element.
        are_events: Whether they are server-sent events instead of JSON lines.
        are_records: Whether a record separator precedes each JSON value (RFC 7464).
        sentinel: Data of the event that ends the stream.
        is_wrapped: Whether the type has the fields of an event: `data`, `event`, `id`, `retry`.
    """

    type: Callable[[], Any]
    are_events: bool = True
    sentinel: str = ""
    is_wrapped: bool = False
    are_records: bool = False

    @property
    def until(self) -> Until:
        """See `Into.until`."""
        return "headers"

    def make(self, reply: Reply, driver: Driver) -> EventStream[Any] | AsyncEventStream[Any]:
        """See `Into.make`."""
        reading = _Reading(self, reply)
        return (
            AsyncEventStream(reading, driver) if driver.is_async else EventStream(reading, driver)
        )


class _Reading:
    """The conversion of bytes to values, shared by the sync and the async stream."""

    def __init__(self, elements: Elements, reply: Reply) -> None:
        self.reply = reply
        self.parser = EventParser()
        self._elements = elements
        type_ = elements.type()
        self._decoder = None if type_ is str else TypedDecoder(type_)
        self._types = data_types(type_) if elements.is_wrapped else [type_]
        self._errors = reply.operation.exceptions()
        self._lines = Lines()
        self._record = bytearray()  # lines of an incomplete record
        self._is_closed = self._is_done = self._is_final = self._is_waiting = False
        self._is_empty = True
        self._media_type = essence_of(reply.response.headers.get("Content-Type", ""))
        self._before = bytearray()  # what comes before the first event, if it may be an error
        self._pieces = reply.transport.pieces(reply.response)
        self._taken: Iterator[Any] = iter(())

    async def next(self) -> Any:
        """Return the next value; `END` after the last.

        Raises:
            NoResponseError: The body breaks off.
            ResponseError: An element is an error, invalid, or too large.
            RuntimeError: Another thread or task is waiting for an element.
        """
        if self._is_closed:
            return END
        if self._is_waiting:
            raise RuntimeError("Another thread or task is already reading this stream.")
        try:
            while (value := next(self._taken, END)) is END:
                if self._is_done or self._is_final:
                    break
                piece = await self._piece()
                self._is_final = piece is None
                self._taken = self.take(SecretBytes(piece or b""), final=self._is_final)
                del piece  # no frame must hold it
        except ResponseError as error:
            await self.close()
            raise error.with_traceback(None) from None  # its frames hold the received data
        except BaseException:
            await self.close()
            raise
        if value is END:
            await self.close()
        return value

    async def _piece(self) -> bytes | None:
        self._is_waiting = True
        try:
            with self.reply.reading():
                return await self.reply.transport.next_piece(self._pieces)
        finally:
            self._is_waiting = False

    async def close(self) -> None:
        """Close the connection. The rest is not read, and the iteration ends."""
        self._is_closed = True
        transport = self.reply.transport
        try:
            if not self._is_waiting:  # else another thread or task reads, which can't be ended so
                await transport.stop(self._pieces)
        finally:
            await transport.close(self.reply.response)

    def take(self, content: bytes, *, final: bool = False) -> Iterator[Any]:
        """Add bytes, and return the completed values."""
        if self._is_empty and self._elements.are_events and is_json(self._media_type):
            self._before += content
        for line in self._lines.feed(content, final=final):
            if not self._is_done:
                yield from self._values(line)
        max_bytes = self.reply.session.max_response_bytes
        held = max(self._lines.held() + self.parser.held() + len(self._record), len(self._before))
        if max_bytes is not None and held > max_bytes:
            problem = f"one element is larger than max_response_bytes ({max_bytes:,} bytes)"
            raise self.reply.unusable(problem)
        if not final or self._is_done:
            return
        if not self._elements.are_events:
            yield from self._values(self._lines.rest())
            yield from self._of_text(self._record.decode(errors=SURROGATES))
        elif self._is_empty and self._media_type not in {"", EVENTS}:
            raise self._not_events()

    def _not_events(self) -> ResponseError:
        text = self._before.decode(errors="replace")
        if self._decoder is not None and is_error(text, self._types, self._errors):
            return self.reply.failure(text, self._decoder)
        what = "JSON" if is_json(self._media_type) else shortened(self._media_type)
        return self.reply.unusable(f"it is {what}, but events were requested")

    def _values(self, line: str) -> Iterator[Any]:
        if not self._elements.are_events:
            yield from self._of_record(line) if self._elements.are_records else self._of_text(line)
            return
        event = self.parser.feed(line)
        if event is None:
            return
        self._is_empty = False
        self._before.clear()
        done = self._elements.sentinel or DONE
        if event.data == done and (self._elements.sentinel or self._decoder is not None):
            self._is_done = True
        elif self._decoder is None:
            yield event.data
        else:
            yield from self._of_event(event, self._decoder)

    def _of_record(self, line: str) -> Iterator[Any]:
        """Yield the values that a line completes: those before it, and its own if it is whole.

        JSON that is laid out over several lines ends where the next record begins.
        """
        first, *begun = line.split(SEPARATOR)
        self._record += first.encode(errors=SURROGATES) + b"\n"
        for text in begun:
            yield from self._of_text(self._record.decode(errors=SURROGATES))
            self._record[:] = text.encode(errors=SURROGATES) + b"\n"
        if begun and _is_json(self._record):
            yield from self._of_text(self._record.decode(errors=SURROGATES))
            self._record.clear()

    def _of_text(self, text: str) -> Iterator[Any]:
        """Yield the value of a line or a record; nothing if it is blank."""
        if text.strip():
            decoder = self._decoder
            content = SecretBytes(text.encode())
            yield text if decoder is None else self.reply.decoded(decoder, content)

    def _of_event(self, event: ServerSentEvent, decoder: TypedDecoder) -> Iterator[Any]:
        """Yield the value of an event; nothing if it only keeps the connection alive.

        Raises:
            ResponseError: It is an error, or is invalid.
        """
        wraps = self._elements.is_wrapped
        forms = [*self._forms(event)] if wraps else [SecretBytes(event.data.encode())]
        for content in forms:
            try:
                value = decoder.decode(content)
            except (ValueError, RecursionError):
                continue
            yield value
            return
        if not event.data.strip():
            return
        if event.event == ERROR or (wraps and is_error(event.data, self._types, self._errors)):
            raise self.reply.failure(event.data, decoder)
        yield self.reply.decoded(decoder, forms[0])

    def _forms(self, event: ServerSentEvent) -> Iterator[SecretBytes]:
        """Yield the JSON that a whole event may be: its data may be JSON, text, or either."""
        has_text = any(each is str for each in self._types)
        has_json = not all(each is str for each in self._types)
        for called in [event] if event.event else [event, event._replace(event=MESSAGE)]:
            if has_json:
                yield SecretBytes(_wrapped(called, is_text=False).encode())
            if has_text:
                yield SecretBytes(_wrapped(called, is_text=True).encode())


def _is_json(content: bytes | bytearray) -> bool:
    try:
        parse(bytes(content))
    except UndecodableError:
        return False
    return True


class _Stream(Generic[T]):
    """What the sync and the async stream have in common.

    Attributes:
        http_response: The HTTP client's response.
    """

    def __init__(self, reading: _Reading, driver: Driver) -> None:
        self.http_response = reading.reply.response
        self._reading = reading
        driver.close_when_dropped(self, reading.reply.transport, self.http_response)

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


class EventStream(_Stream[T], Closing):
    """A streamed response, yielded as it arrives. Use it in `with`, or iterate to its end.

    Attributes:
        http_response: The HTTP client's response.
    """

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        value: T = run(self._reading.next())
        if value is END:
            raise StopIteration
        return value

    def close(self) -> None:
        """Close the connection. The rest is not read, and the iteration ends."""
        run(self._reading.close())


class AsyncEventStream(_Stream[T], AsyncClosing):
    """Async version of `EventStream`, for `async with` and `async for`."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        value: T = await self._reading.next()
        if value is END:
            raise StopAsyncIteration
        return value

    async def close(self) -> None:
        """Close the connection. The rest is not read, and the iteration ends."""
        await self._reading.close()

    async def _end(self) -> None:
        await self.close()
