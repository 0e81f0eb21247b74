"""A response that was received: decoded, read on, or raised as an error."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from ..display import shortened
from ..errors import (
    NoResponseError,
    ResponseTimeoutError,
    content_of,
    is_encoded,
    message_in,
    text_of,
)
from ..http.urls import host_of
from ..json.decoding import (
    NOT_TEXT,
    Misfit,
    Misfits,
    UndecodableError,
    convert,
    listed,
    parse,
)
from ..masking import SecretText, forget_locals
from ..operation import TEXT, BodyReader, essence_of, is_json
from ..transports.transport import TooLargeError, read

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    import httpx2

    from ..calls import Call
    from ..drivers import Driver
    from ..errors import ResponseError
    from ..json.decoding import TypedDecoder
    from ..masking import SecretBytes
    from ..operation import Operation, Reading
    from ..session import Session
    from ..transports.transport import Failure, Transport

LARGE: Final = 1 << 20
"""Bytes of JSON from which an async call decodes it in a thread; fewer of what takes longer."""

MOST_DIGITS: Final = 9
"""Number of digits of a length that is not short."""

_RANGES: Final = frozenset({"*/*", "application/*"})
"""Ranges that include JSON."""


class Reply:
    """The response to a call.

    Args:
        session: The session of the call.
        call: The call.
        transport: What the response was received with.
        response: The response.
        attempts: Number of times the request was sent.
        is_async: Whether the call was async.
    """

    __slots__ = ("attempts", "call", "is_async", "operation", "response", "session", "transport")

    def __init__(
        self,
        session: Session,
        call: Call[Any, Any],
        transport: Transport,
        response: httpx2.Response,
        attempts: int = 1,
        *,
        is_async: bool = False,
    ) -> None:
        self.attempts = attempts
        self.session = session
        self.call = call
        self.operation: Operation[Any, Any] = call.operation
        self.is_async = is_async
        self.transport = transport
        self.response = response

    def value(self) -> Any:
        """Return the decoded body of a success; a page knows what it came from.

        Raises:
            ResponseError: The body is invalid.
        """
        value = self._value()
        if self.operation.pages is not None:
            came_from = getattr(value, "_came_from", None)  # only models of pages have it
            if came_from is not None:
                came_from(self)
        return value

    def _value(self) -> Any:
        operation, response = self.operation, self.response
        key = self._documented()
        decoder = operation.decoder(key)
        if operation.others or operation.has_plain:
            media_type = response.headers.get("Content-Type", "")
            form = operation.other(media_type) or operation.form(key)
            if isinstance(form, str):
                self._refuse_json()
                return self._text() if form == TEXT else response.content
            if isinstance(form, BodyReader):
                if decoder is not None and not is_json(media_type):
                    return self._read(form.read, decoder, media_type)
            elif form is not None:
                return self.decoded(form())
        return None if decoder is None else self.decoded(decoder)

    def _text(self) -> str:
        """Return the body as text.

        Raises:
            ResponseError: It is not text in its encoding, and must match the document.
        """
        text = text_of(self.response)
        if "\ufffd" in text and not is_encoded(self.response):
            misfits = Misfits()
            misfits.append(Misfit("$", "$", NOT_TEXT))
            self._report(misfits)
        return text

    def _documented(self) -> int | str:
        """Return the key of the documented success that the response is.

        One with an undocumented status is like the only documented success; see
        `Operation.only_success`.

        Raises:
            ResponseError: There is no such success, or responses must match the document.
        """
        operation, response = self.operation, self.response
        key = operation.success(response.status_code)
        if key is not None:
            return key
        if not self.session.is_strict:
            key = operation.only_success(has_body=bool(response.content))
        if key is None:
            raise self._undocumented()
        self.session.log.drift(operation, f"status {response.status_code}", "not documented")
        return key

    def _undocumented(self) -> ResponseError:
        """Return the exception for a success whose status is not documented."""
        from .disguised import is_error

        content = self.response.content
        decoders = self.operation.decoders(self.response.status_code)
        types = [decoder.type for decoder in decoders]
        if is_error(content, types, self.operation.exceptions()):
            secret = next((each for each in decoders if each.holds_secret()), None)
            return self.failure(text_of(self.response), secret)
        return self.unusable(f"the status {self.response.status_code} is not documented")

    def _read(self, read: Reading, decoder: TypedDecoder, media_type: str) -> Any:
        """Return the value of a body that is not JSON, text or bytes.

        Raises:
            ResponseError: It is invalid.
        """
        from .disguised import is_error_value

        try:
            plain = read(self.response.content, media_type, decoder.type)
            value, misfits = convert(plain, decoder.type)
            is_error = misfits and is_error_value(
                plain, [decoder.type], self.operation.exceptions()
            )
        except UndecodableError as error:
            raise self.unusable(str(error)) from None
        except RecursionError:
            raise self.unusable("it is nested too deeply") from None
        if is_error:
            raise self.failure(text_of(self.response), decoder, plain)
        self._report(misfits)
        return value

    async def value_with(self, driver: Driver) -> Any:
        """Return the decoded body of a success; a large one does not block an event loop."""
        decoders = self.operation.decoders(self.response.status_code)
        if len(self.response.content) <= LARGE // max((d.slowness for d in decoders), default=1):
            return self.value()
        return await driver.offload(self.value)

    def decoded(self, decoder: TypedDecoder, part: SecretBytes | None = None) -> Any:
        """Decode the body, or a part of it. No frame holds possible secrets in it.

        Raises:
            ResponseError: It is invalid.
        """
        response = self.response
        try:
            return decoder.decode(decoder.content_of(response) if part is None else part)
        except (ValueError, RecursionError):
            pass
        try:
            value, misfits = decoder.decode_leniently(
                decoder.content_of(response) if part is None else part
            )
        except UndecodableError as error:
            self._refuse_error(response.content if part is None else part, decoder)
            raise self.unusable(str(error)) from None
        if misfits:
            self._refuse_error(decoder.content_of(response) if part is None else part, decoder)
        self._report(misfits)
        return value

    def _report(self, misfits: Misfits) -> None:
        """Log where a body does not match the document.

        Raises:
            ResponseError: It must match.
        """
        if misfits and self.session.is_strict:
            raise self.unusable(listed(misfits))
        for misfit in misfits:
            self.session.log.drift(self.operation, misfit.place, misfit.problem)

    def report_header(self, name: str) -> None:
        """Log that a header does not match the document.

        Raises:
            ResponseError: It must match.
        """
        problem = "not of the documented type"
        if self.session.is_strict:
            raise self.unusable(f"the header {name} is {problem}")
        self.session.log.drift(self.operation, f"the header {name}", problem)

    def _refuse_error(self, content: bytes, decoder: TypedDecoder) -> None:
        """Raise what a server says that sends an error as a success.

        Raises:
            ResponseError: The content is an error.
        """
        from .disguised import is_error

        for raises, make in self.operation.decoded_errors():
            if (other := make()).is_own(content) and not decoder.is_own(content):
                raise self._error(raises, other)
        if is_error(content, [decoder.type], self.operation.exceptions()):
            raise self.failure(content.decode(errors="replace"), decoder)

    async def refuse_error(self) -> None:
        """Raise an error that came as JSON in place of a file, before the file is read.

        A long body, or one of unknown length, is not read for that.

        Raises:
            ResponseError: The body is an error.
        """
        headers = self.response.headers
        length = headers.get("Content-Length", "")
        is_short = length.isdecimal() and len(length) < MOST_DIGITS and int(length) <= LARGE
        if is_short and "Content-Encoding" not in headers and self._is_replaced():
            await self.read()
            self._refuse_json()

    def _refuse_json(self) -> None:
        """Raise a documented error that came as JSON in place of text or bytes.

        Raises:
            ResponseError: The body is one.
        """
        if self._is_replaced():
            from .disguised import is_documented_error

            if is_documented_error(self.response.content, self.operation.exceptions()):
                raise self.failure(text_of(self.response), None)

    def _is_replaced(self) -> bool:
        """Return whether the response is JSON although the document has only text or bytes."""
        operation = self.operation
        media_type = self.response.headers.get("Content-Type", "")
        if not (is_json(media_type) and operation.exceptions() and operation.accept):
            return False
        documented = {essence_of(each) for each in operation.accept.decode().split(",")}
        return not any(is_json(each) or each in _RANGES for each in documented)

    def failure(
        self, text: str, decoder: TypedDecoder | None, data: object = None
    ) -> ResponseError:
        """Return the exception for an error that was sent as a success, or as a part of it.

        Args:
            text: The error, as it was received.
            decoder: The decoder of the success. If this holds a secret, the text is not displayed.
            data: The error as plain data, if it is not JSON.
        """
        if data is None:
            with contextlib.suppress(UndecodableError):
                data = parse(text.encode())
        body = SecretText(text) if decoder is not None and decoder.holds_secret() else text
        shown = message_in(data) or ("" if isinstance(body, SecretText) else text.strip())
        message = shortened(shown) or "The server sent no message"
        kind = self.session.sdk.default_error()
        return self._exception(kind, message, body, data)

    def _exception(
        self, kind: type[ResponseError], message: str, body: str, data: object
    ) -> ResponseError:
        return kind(
            message,
            self.response,
            body,
            data,
            operation=str(self.operation),
            attempts=self.attempts,
        )

    def unusable(self, problem: str) -> ResponseError:
        """Return the exception for an invalid response."""
        operation, response = self.operation, self.response
        body = text_of(response)
        if any(made.holds_secret() for made in operation.decoders(response.status_code)):
            body = SecretText(body)
        kind = self.session.sdk.validation_error()
        return self._exception(kind, shortened(f"Invalid response: {problem}"), body, None)

    def error(self) -> ResponseError:
        """Return the exception for a failure."""
        operation, response = self.operation, self.response
        status, media_type = response.status_code, response.headers.get("Content-Type", "")
        other = operation.other_error(status, media_type)
        if other is None:
            decoder = operation.error_decoder(status, media_type)
            return self._error(operation.error(status), decoder, operation.error_reader(status))
        decoder = None if other.decoder is None else other.decoder()
        raises = other.raises or operation.error(status)
        return self._error(raises, decoder, other.read, is_plain=other.raises is None)

    def _error(
        self,
        kind_of: Callable[[], type[ResponseError]] | None,
        decoder: TypedDecoder | None,
        read: Reading | None = None,
        *,
        is_plain: bool = False,
    ) -> ResponseError:
        """Return an exception, whose body is JSON unless it has a decoder or a reader.

        Its data stays plain if the class documents that of another body.
        """
        response = self.response
        text = text_of(response)
        kind = (kind_of or self.session.sdk.default_error)()
        type_ = None if is_plain else kind.data_type
        misfits = Misfits()
        data = self._data_of_error(type_, decoder, read, misfits)
        message = shortened(message_in(data) or text.strip()) or "The server sent no message"
        if response.has_redirect_location:
            location = shortened(response.headers["Location"])
            message = f"Redirect to {location} was not followed"
        if type_ is not None and data is not None:
            with contextlib.suppress(RecursionError):  # nested too deeply: kept as it is
                data, found = convert(data, type_)
                misfits += found
            for misfit in misfits:
                what = f"{response.status_code} response"
                self.session.log.drift(self.operation, misfit.place, misfit.problem, what)
        return self._exception(kind, message, text, data)

    def _data_of_error(
        self, type_: Any, decoder: TypedDecoder | None, read: Reading | None, misfits: Misfits
    ) -> Any:
        """Return the body of a failure as plain values; None if it can't be read."""
        response = self.response
        if decoder is not None:
            with contextlib.suppress(UndecodableError, RecursionError):
                return decoder.parsed(decoder.content_of(response), misfits)
            return None
        content, media_type = content_of(response), response.headers.get("Content-Type", "")
        try:
            if read is not None and not is_json(media_type):
                return read(content, media_type, type_)
            return parse(content)
        except UndecodableError:
            return None

    async def read(self) -> bytes:
        """Read the whole body.

        Raises:
            NoResponseError: It breaks off.
            ResponseError: It is larger than the client's `max_response_bytes`.
        """
        with self.reading():
            return await read(self.transport, self.response, self.session.max_response_bytes)

    @contextlib.contextmanager
    def reading(self) -> Generator[None]:
        """Convert errors while a streamed body is read to the SDK's exceptions."""
        try:
            yield
        except TooLargeError as error:
            raise self.unusable(str(error)) from None
        except Exception as error:
            failure = self.transport.failure(error)
            if failure is None:
                raise
            host = host_of(str(self.response.request.url))
            what = f"{self.operation} from {host}"
            problem = no_response(what, error, failure, self.attempts)
            raise problem from (failure.reason or error)


def no_response(what: str, error: Exception, failure: Failure, attempts: int) -> NoResponseError:
    """Return the exception for a call without a response.

    Args:
        what: What got no response.
        error: The exception that was raised.
        failure: What it means.
        attempts: Number of times the request was tried.
    """
    forget_locals(error)
    kind = ResponseTimeoutError if failure.timed_out else NoResponseError
    return kind(f"No response to {what}: {reason_of(failure.reason or error)}", attempts)


def reason_of(error: Exception) -> str:
    """Return an exception of the HTTP library as it is displayed; it may quote the response."""
    text = shortened(str(error))
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
