"""The `Stations` operations."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Any, Unpack

from . import components, errors, operations
from ._runtime.client import Resource
from ._runtime.http.event_bodies import EVENTS, WHOLE_EVENTS
from ._runtime.http.line_bodies import LINES, RECORDS
from ._runtime.http.part_bodies import PARTS
from ._runtime.operation import BodyReader, Operation
from ._runtime.responses.events import AsyncEventStream, Elements, EventStream
from ._runtime.responses.forms import read_parts
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_WATCH: Operation[
    EventStream[operations.WatchResponseEvent], AsyncEventStream[operations.WatchResponseEvent]
] = Operation(
    "watch",
    "GET",
    "/events",
    returns={200: None},
    into=Elements(lambda: operations.WatchResponseEvent, is_wrapped=True),
    accept="text/event-stream",
)

_REPORT: Operation[None] = Operation(
    "report",
    "POST",
    "/events",
    body="value",
    content_type="text/event-stream",
    encoder=WHOLE_EVENTS,
    returns={204: None},
)

_WATCH_KINDS: Operation[
    EventStream[operations.WatchKindsResponseEvent],
    AsyncEventStream[operations.WatchKindsResponseEvent],
] = Operation(
    "watchKinds",
    "GET",
    "/events/kinds",
    returns={200: None},
    into=Elements(lambda: operations.WatchKindsResponseEvent, is_wrapped=True),
    accept="text/event-stream",
)

_STORED: Operation[components.Stored] = Operation(
    "stored",
    "GET",
    "/events/stored",
    returns={200: lambda: components.Stored},
)

_WATCH_STORED: Operation[EventStream[components.Rain], AsyncEventStream[components.Rain]] = (
    Operation(
        "watchStored",
        "POST",
        "/events/stored",
        returns={200: None},
        into=Elements(lambda: components.Rain),
        accept="text/event-stream",
    )
)

_REPORT_DATA: Operation[None] = Operation(
    "reportData",
    "PUT",
    "/events/stored",
    body="value",
    content_type="text/event-stream",
    encoder=EVENTS,
    returns={204: None},
)

_WATCH_LIST: Operation[EventStream[str], AsyncEventStream[str]] = Operation(
    "watchList",
    "DELETE",
    "/events/stored",
    returns={200: None},
    into=Elements(lambda: str),
    accept="text/event-stream",
)

_LINES: Operation[EventStream[components.Rain], AsyncEventStream[components.Rain]] = Operation(
    "lines",
    "GET",
    "/lines",
    returns={200: None},
    into=Elements(lambda: components.Rain, are_events=False),
    accept="application/jsonl",
)

_SEND_LINES: Operation[None] = Operation(
    "sendLines",
    "POST",
    "/lines",
    body="value",
    content_type="application/x-ndjson",
    encoder=LINES,
    returns={204: None},
)

_RECORDS: Operation[EventStream[components.Rain], AsyncEventStream[components.Rain]] = Operation(
    "records",
    "GET",
    "/records",
    returns={200: None},
    into=Elements(lambda: components.Rain, are_events=False, are_records=True),
    accept="application/json-seq",
)

_SEND_RECORDS: Operation[None] = Operation(
    "sendRecords",
    "POST",
    "/records",
    body="value",
    content_type="application/geo+json-seq",
    encoder=RECORDS,
    returns={204: None},
)

_PARTS: Operation[list[components.Rain]] = Operation(
    "parts",
    "GET",
    "/parts",
    returns={200: BodyReader(lambda: list[components.Rain], read_parts)},
    accept="multipart/mixed; boundary=b",
)

_SEND_PARTS: Operation[None] = Operation(
    "sendParts",
    "POST",
    "/parts",
    body="value",
    content_type="multipart/mixed",
    encoder=PARTS,
    returns={204: None},
)

_SHARED: Operation[EventStream[components.WindsLine], AsyncEventStream[components.WindsLine]] = (
    Operation(
        "shared",
        "GET",
        "/shared",
        returns={200: None},
        into=Elements(lambda: components.WindsLine, are_events=False),
        accept="application/jsonl",
    )
)

_SEND_SHARED: Operation[components.Wind] = Operation(
    "sendShared",
    "POST",
    "/shared",
    body="properties",
    required_properties=("knots",),
    returns={200: lambda: components.Wind},
    errors={409: lambda: errors.SendSharedConflictError},
)

_IGNORED: Operation[Any] = Operation(
    "ignored",
    "GET",
    "/ignored",
    returns={200: lambda: Any},
)


class Stations(Resource):
    """The `Stations` operations."""

    @property
    def with_raw_response(self) -> StationsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return StationsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> StationsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return StationsWithStreamingResponse(self._streamed())

    def watch(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[operations.WatchResponseEvent]:
        """Call `GET /events`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What happens, as whole events.

        Raises:
            errors.SequencesDefaultError: Any other error status.
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
    ) -> AsyncEventStream[operations.WatchResponseEvent]:
        """Call `GET /events`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What happens, as whole events.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WATCH,
            {},
            **options,
        )

    def report(
        self,
        *,
        request_body: Iterable[components.Event] | AsyncIterable[components.Event],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /events`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REPORT,
            {},
            request_body,
            **options,
        )

    async def report_async(
        self,
        *,
        request_body: Iterable[components.Event] | AsyncIterable[components.Event],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /events`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REPORT,
            {},
            request_body,
            **options,
        )

    def watch_kinds(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[operations.WatchKindsResponseEvent]:
        """Call `GET /events/kinds`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Events of several kinds.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WATCH_KINDS,
            {},
            **options,
        )

    async def watch_kinds_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[operations.WatchKindsResponseEvent]:
        """Call `GET /events/kinds`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Events of several kinds.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WATCH_KINDS,
            {},
            **options,
        )

    def stored(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Stored:
        """Call `GET /events/stored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The same events as JSON, where their data is text.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _STORED,
            {},
            **options,
        )

    async def stored_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Stored:
        """Call `GET /events/stored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The same events as JSON, where their data is text.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _STORED,
            {},
            **options,
        )

    def watch_stored(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Rain]:
        """Call `POST /events/stored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The data alone.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WATCH_STORED,
            {},
            **options,
        )

    async def watch_stored_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.Rain]:
        """Call `POST /events/stored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The data alone.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WATCH_STORED,
            {},
            **options,
        )

    def report_data(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /events/stored`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REPORT_DATA,
            {},
            request_body,
            **options,
        )

    async def report_data_async(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /events/stored`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REPORT_DATA,
            {},
            request_body,
            **options,
        )

    def watch_list(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[str]:
        """Call `DELETE /events/stored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Events that are described together.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WATCH_LIST,
            {},
            **options,
        )

    async def watch_list_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[str]:
        """Call `DELETE /events/stored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Events that are described together.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WATCH_LIST,
            {},
            **options,
        )

    def lines(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Rain]:
        """Call `GET /lines`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A line for each measurement.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LINES,
            {},
            **options,
        )

    async def lines_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.Rain]:
        """Call `GET /lines`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A line for each measurement.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LINES,
            {},
            **options,
        )

    def send_lines(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /lines`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_LINES,
            {},
            request_body,
            **options,
        )

    async def send_lines_async(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /lines`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_LINES,
            {},
            request_body,
            **options,
        )

    def records(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.Rain]:
        """Call `GET /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A record for each measurement.

        Raises:
            errors.SequencesDefaultError: Any other error status.
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
    ) -> AsyncEventStream[components.Rain]:
        """Call `GET /records`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A record for each measurement.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RECORDS,
            {},
            **options,
        )

    def send_records(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /records`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_RECORDS,
            {},
            request_body,
            **options,
        )

    async def send_records_async(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /records`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_RECORDS,
            {},
            request_body,
            **options,
        )

    def parts(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Rain]:
        """Call `GET /parts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A part for each measurement.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PARTS,
            {},
            **options,
        )

    async def parts_async(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Rain]:
        """Call `GET /parts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A part for each measurement.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PARTS,
            {},
            **options,
        )

    def send_parts(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parts`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PARTS,
            {},
            request_body,
            **options,
        )

    async def send_parts_async(
        self,
        *,
        request_body: Iterable[components.Rain] | AsyncIterable[components.Rain],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /parts`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Noted.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PARTS,
            {},
            request_body,
            **options,
        )

    def shared(
        self,
        **options: Unpack[CallOptions],
    ) -> EventStream[components.WindsLine]:
        """Call `GET /shared`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Its media type is a component.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SHARED,
            {},
            **options,
        )

    async def shared_async(
        self,
        **options: Unpack[CallOptions],
    ) -> AsyncEventStream[components.WindsLine]:
        """Call `GET /shared`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Its media type is a component.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SHARED,
            {},
            **options,
        )

    def send_shared(
        self,
        *,
        knots: int,
        **options: Unpack[CallOptions],
    ) -> components.Wind:
        """Call `POST /shared`.

        Args:
            knots: The value of `knots`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Also.

        Raises:
            errors.SendSharedConflictError: Also as a failure.
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_SHARED,
            {},
            {
                "knots": knots,
            },
            **options,
        )

    async def send_shared_async(
        self,
        *,
        knots: int,
        **options: Unpack[CallOptions],
    ) -> components.Wind:
        """Call `POST /shared`.

        Args:
            knots: The value of `knots`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Also.

        Raises:
            errors.SendSharedConflictError: Also as a failure.
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_SHARED,
            {},
            {
                "knots": knots,
            },
            **options,
        )

    def ignored(
        self,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Call `GET /ignored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            JSON has no items.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _IGNORED,
            {},
            **options,
        )

    async def ignored_async(
        self,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Call `GET /ignored`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            JSON has no items.

        Raises:
            errors.SequencesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _IGNORED,
            {},
            **options,
        )


class StationsWithRawResponse:
    """The methods of `Stations`, returning a `types.RawResponse`."""

    def __init__(self, methods: Stations) -> None:
        self.watch = raw(methods.watch)
        self.watch_async = raw_async(methods.watch_async)
        self.report = raw(methods.report)
        self.report_async = raw_async(methods.report_async)
        self.watch_kinds = raw(methods.watch_kinds)
        self.watch_kinds_async = raw_async(methods.watch_kinds_async)
        self.stored = raw(methods.stored)
        self.stored_async = raw_async(methods.stored_async)
        self.watch_stored = raw(methods.watch_stored)
        self.watch_stored_async = raw_async(methods.watch_stored_async)
        self.report_data = raw(methods.report_data)
        self.report_data_async = raw_async(methods.report_data_async)
        self.watch_list = raw(methods.watch_list)
        self.watch_list_async = raw_async(methods.watch_list_async)
        self.lines = raw(methods.lines)
        self.lines_async = raw_async(methods.lines_async)
        self.send_lines = raw(methods.send_lines)
        self.send_lines_async = raw_async(methods.send_lines_async)
        self.records = raw(methods.records)
        self.records_async = raw_async(methods.records_async)
        self.send_records = raw(methods.send_records)
        self.send_records_async = raw_async(methods.send_records_async)
        self.parts = raw(methods.parts)
        self.parts_async = raw_async(methods.parts_async)
        self.send_parts = raw(methods.send_parts)
        self.send_parts_async = raw_async(methods.send_parts_async)
        self.shared = raw(methods.shared)
        self.shared_async = raw_async(methods.shared_async)
        self.send_shared = raw(methods.send_shared)
        self.send_shared_async = raw_async(methods.send_shared_async)
        self.ignored = raw(methods.ignored)
        self.ignored_async = raw_async(methods.ignored_async)


class StationsWithStreamingResponse:
    """The methods of `Stations`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Stations) -> None:
        self.watch = streamed(methods.watch)
        self.watch_async = streamed_async(methods.watch_async)
        self.report = streamed(methods.report)
        self.report_async = streamed_async(methods.report_async)
        self.watch_kinds = streamed(methods.watch_kinds)
        self.watch_kinds_async = streamed_async(methods.watch_kinds_async)
        self.stored = streamed(methods.stored)
        self.stored_async = streamed_async(methods.stored_async)
        self.watch_stored = streamed(methods.watch_stored)
        self.watch_stored_async = streamed_async(methods.watch_stored_async)
        self.report_data = streamed(methods.report_data)
        self.report_data_async = streamed_async(methods.report_data_async)
        self.watch_list = streamed(methods.watch_list)
        self.watch_list_async = streamed_async(methods.watch_list_async)
        self.lines = streamed(methods.lines)
        self.lines_async = streamed_async(methods.lines_async)
        self.send_lines = streamed(methods.send_lines)
        self.send_lines_async = streamed_async(methods.send_lines_async)
        self.records = streamed(methods.records)
        self.records_async = streamed_async(methods.records_async)
        self.send_records = streamed(methods.send_records)
        self.send_records_async = streamed_async(methods.send_records_async)
        self.parts = streamed(methods.parts)
        self.parts_async = streamed_async(methods.parts_async)
        self.send_parts = streamed(methods.send_parts)
        self.send_parts_async = streamed_async(methods.send_parts_async)
        self.shared = streamed(methods.shared)
        self.shared_async = streamed_async(methods.shared_async)
        self.send_shared = streamed(methods.send_shared)
        self.send_shared_async = streamed_async(methods.send_shared_async)
        self.ignored = streamed(methods.ignored)
        self.ignored_async = streamed_async(methods.ignored_async)
