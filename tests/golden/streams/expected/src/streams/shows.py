"""The `Shows` operations."""

from __future__ import annotations

from typing import Literal, Unpack, overload

from . import components
from ._runtime.client import Resource
from ._runtime.operation import BYTES, TEXT, Operation
from ._runtime.responses.events import AsyncEventStream, Elements, EventStream
from ._runtime.responses.raw import (
    DOWNLOAD,
    AsyncStreamedResponse,
    StreamedResponse,
    raw,
    raw_async,
    streamed,
    streamed_async,
)
from ._runtime.values import CallOptions

_ASK: Operation[components.Answer] = Operation(
    "ask",
    "POST",
    "/shows",
    body="properties",
    required_properties=("question",),
    returns={200: lambda: components.Answer},
)

_ASK_STREAM: Operation[EventStream[components.Word], AsyncEventStream[components.Word]] = Operation(
    "ask",
    "POST",
    "/shows",
    body="properties",
    required_properties=("question",),
    returns={200: None},
    into=Elements(lambda: components.Word, sentinel="[DONE]"),
    accept="text/event-stream",
)

_LISTEN: Operation[EventStream[components.Word], AsyncEventStream[components.Word]] = Operation(
    "listen",
    "GET",
    "/shows",
    returns={200: None},
    into=Elements(lambda: components.Word),
    accept="text/event-stream",
)

_WATCH: Operation[EventStream[components.Happening], AsyncEventStream[components.Happening]] = (
    Operation(
        "watch",
        "GET",
        "/shows/status",
        returns={200: None},
        into=Elements(lambda: components.Happening, is_wrapped=True),
        accept="text/event-stream",
    )
)

_TICKER: Operation[EventStream[str], AsyncEventStream[str]] = Operation(
    "ticker",
    "GET",
    "/shows/ticker",
    returns={200: None},
    into=Elements(lambda: str),
    accept="text/event-stream",
)

_LOG: Operation[EventStream[components.Word], AsyncEventStream[components.Word]] = Operation(
    "log",
    "PUT",
    "/shows/ticker",
    returns={200: None},
    into=Elements(lambda: components.Word, are_events=False),
    accept="application/x-ndjson",
)

_RECORDS: Operation[EventStream[components.Word], AsyncEventStream[components.Word]] = Operation(
    "records",
    "GET",
    "/shows/records",
    returns={200: None},
    into=Elements(lambda: components.Word, are_events=False, are_records=True),
    accept="application/json-seq",
)

_DOWNLOAD: Operation[StreamedResponse[bytes], AsyncStreamedResponse[bytes]] = Operation(
    "download",
    "GET",
    "/shows/{id}/file",
    returns={200: BYTES},
    into=DOWNLOAD,
    accept="audio/*",
)

_CHECK: Operation[None] = Operation(
    "check",
    "HEAD",
    "/shows/{id}/file",
    returns={200: None},
)

_TRANSCRIBE: Operation[str | components.Answer | None] = Operation(
    "transcribe",
    "PUT",
    "/shows/{id}/file",
    returns={
        200: TEXT,
        201: lambda: components.Answer,
        202: None,
        "2XX": TEXT,
    },
    accept="text/plain, application/json, application/xml",
)


class Shows(Resource):
    """The `Shows` operations."""

    @property
    def with_raw_response(self) -> ShowsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ShowsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ShowsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ShowsWithStreamingResponse(self._streamed())

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: Literal[False] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer: ...

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: Literal[True],
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Word]: ...

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer | EventStream[components.Word]: ...

    def ask(
        self,
        *,
        question: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer | EventStream[components.Word]:
        """Call `POST /shows`.

        Args:
            question: The value of `question`.
            stream: The value of `stream`. Default: `false`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The answer.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ASK.unless(stream, _ASK_STREAM),
            {},
            {
                "question": question,
                "stream": stream,
            },
            **options,
        )

    @overload
    async def ask_async(
        self,
        *,
        question: str,
        stream: Literal[False] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer: ...

    @overload
    async def ask_async(
        self,
        *,
        question: str,
        stream: Literal[True],
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.Word]: ...

    @overload
    async def ask_async(
        self,
        *,
        question: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer | AsyncEventStream[components.Word]: ...

    async def ask_async(
        self,
        *,
        question: str,
        stream: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer | AsyncEventStream[components.Word]:
        """Call `POST /shows`.

        Args:
            question: The value of `question`.
            stream: The value of `stream`. Default: `false`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The answer.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ASK.unless(stream, _ASK_STREAM),
            {},
            {
                "question": question,
                "stream": stream,
            },
            **options,
        )

    def listen(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Word]:
        """Call `GET /shows`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What is said, as it is said.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LISTEN,
            {},
            **options,
        )

    async def listen_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.Word]:
        """Call `GET /shows`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What is said, as it is said.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LISTEN,
            {},
            **options,
        )

    def watch(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Happening]:
        """Call `GET /shows/status`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What happens, each kind as an event of its own.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WATCH,
            {},
            **options,
        )

    async def watch_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.Happening]:
        """Call `GET /shows/status`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What happens, each kind as an event of its own.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WATCH,
            {},
            **options,
        )

    def ticker(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[str]:
        """Call `GET /shows/ticker`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Headlines.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _TICKER,
            {},
            **options,
        )

    async def ticker_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[str]:
        """Call `GET /shows/ticker`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Headlines.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _TICKER,
            {},
            **options,
        )

    def log(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Word]:
        """Call `PUT /shows/ticker`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A line for each show.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LOG,
            {},
            **options,
        )

    async def log_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.Word]:
        """Call `PUT /shows/ticker`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A line for each show.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LOG,
            {},
            **options,
        )

    def records(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Word]:
        """Call `GET /shows/records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A record for each show.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _RECORDS,
            {},
            **options,
        )

    async def records_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.Word]:
        """Call `GET /shows/records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A record for each show.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RECORDS,
            {},
            **options,
        )

    def download(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> StreamedResponse[bytes]:
        """Call `GET /shows/{id}/file`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The recording.

        Raises:
            errors.StreamsDefaultError: There is none.
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _DOWNLOAD,
            {
                "id": id,
            },
            **options,
        )

    async def download_async(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamedResponse[bytes]:
        """Call `GET /shows/{id}/file`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The recording.

        Raises:
            errors.StreamsDefaultError: There is none.
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _DOWNLOAD,
            {
                "id": id,
            },
            **options,
        )

    def check(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `HEAD /shows/{id}/file`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There is one.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _CHECK,
            {
                "id": id,
            },
            **options,
        )

    async def check_async(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `HEAD /shows/{id}/file`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There is one.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _CHECK,
            {
                "id": id,
            },
            **options,
        )

    def transcribe(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> str | components.Answer | None:
        """Call `PUT /shows/{id}/file`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            In words.
            As an object.
            Later.
            As XML.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _TRANSCRIBE,
            {
                "id": id,
            },
            **options,
        )

    async def transcribe_async(
        self,
        *,
        id: int,
        **options: Unpack[CallOptions],
    ) -> str | components.Answer | None:
        """Call `PUT /shows/{id}/file`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            In words.
            As an object.
            Later.
            As XML.

        Raises:
            errors.StreamsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _TRANSCRIBE,
            {
                "id": id,
            },
            **options,
        )


class ShowsWithRawResponse:
    """The methods of `Shows`, returning a `types.RawResponse`."""

    def __init__(self, methods: Shows) -> None:
        self.ask = raw(methods.ask)
        self.ask_async = raw_async(methods.ask_async)
        self.listen = raw(methods.listen)
        self.listen_async = raw_async(methods.listen_async)
        self.watch = raw(methods.watch)
        self.watch_async = raw_async(methods.watch_async)
        self.ticker = raw(methods.ticker)
        self.ticker_async = raw_async(methods.ticker_async)
        self.log = raw(methods.log)
        self.log_async = raw_async(methods.log_async)
        self.records = raw(methods.records)
        self.records_async = raw_async(methods.records_async)
        self.download = raw(methods.download)
        self.download_async = raw_async(methods.download_async)
        self.check = raw(methods.check)
        self.check_async = raw_async(methods.check_async)
        self.transcribe = raw(methods.transcribe)
        self.transcribe_async = raw_async(methods.transcribe_async)


class ShowsWithStreamingResponse:
    """The methods of `Shows`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Shows) -> None:
        self.ask = streamed(methods.ask)
        self.ask_async = streamed_async(methods.ask_async)
        self.listen = streamed(methods.listen)
        self.listen_async = streamed_async(methods.listen_async)
        self.watch = streamed(methods.watch)
        self.watch_async = streamed_async(methods.watch_async)
        self.ticker = streamed(methods.ticker)
        self.ticker_async = streamed_async(methods.ticker_async)
        self.log = streamed(methods.log)
        self.log_async = streamed_async(methods.log_async)
        self.records = streamed(methods.records)
        self.records_async = streamed_async(methods.records_async)
        self.download = streamed(methods.download)
        self.download_async = streamed_async(methods.download_async)
        self.check = streamed(methods.check)
        self.check_async = streamed_async(methods.check_async)
        self.transcribe = streamed(methods.transcribe)
        self.transcribe_async = streamed_async(methods.transcribe_async)
