"""The `Tunes` operations."""

from __future__ import annotations

from typing import Unpack

from . import operations
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_TUNES: Operation[operations.GetTunesResponse] = Operation(
    "getTunes",
    "GET",
    "/tunes",
    returns={200: lambda: operations.GetTunesResponse},
)

_ADD_TUNE: Operation[operations.AddTuneResponse] = Operation(
    "addTune",
    "POST",
    "/tunes",
    body="properties",
    required_properties=("title",),
    returns={201: lambda: operations.AddTuneResponse},
)


class Tunes(Resource):
    """The `Tunes` operations."""

    @property
    def with_raw_response(self) -> TunesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return TunesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> TunesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return TunesWithStreamingResponse(self._streamed())

    def get_tunes(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.GetTunesResponse:
        """Get the tune that plays, and the next one.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Both tunes.

        Raises:
            errors.DuplicatesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_TUNES,
            {},
            **options,
        )

    async def get_tunes_async(
        self,
        **options: Unpack[CallOptions],
    ) -> operations.GetTunesResponse:
        """Get the tune that plays, and the next one.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Both tunes.

        Raises:
            errors.DuplicatesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_TUNES,
            {},
            **options,
        )

    def add_tune(
        self,
        *,
        title: str,
        by: operations.GetTunesNextBy | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.AddTuneResponse:
        """Call `POST /tunes`.

        Args:
            title: The value of `title`.
            by: The value of `by`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The tune.

        Raises:
            errors.DuplicatesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_TUNE,
            {},
            {
                "title": title,
                "by": by,
            },
            **options,
        )

    async def add_tune_async(
        self,
        *,
        title: str,
        by: operations.GetTunesNextBy | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.AddTuneResponse:
        """Call `POST /tunes`.

        Args:
            title: The value of `title`.
            by: The value of `by`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The tune.

        Raises:
            errors.DuplicatesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_TUNE,
            {},
            {
                "title": title,
                "by": by,
            },
            **options,
        )


class TunesWithRawResponse:
    """The methods of `Tunes`, returning a `types.RawResponse`."""

    def __init__(self, methods: Tunes) -> None:
        self.get_tunes = raw(methods.get_tunes)
        self.get_tunes_async = raw_async(methods.get_tunes_async)
        self.add_tune = raw(methods.add_tune)
        self.add_tune_async = raw_async(methods.add_tune_async)


class TunesWithStreamingResponse:
    """The methods of `Tunes`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Tunes) -> None:
        self.get_tunes = streamed(methods.get_tunes)
        self.get_tunes_async = streamed_async(methods.get_tunes_async)
        self.add_tune = streamed(methods.add_tune)
        self.add_tune_async = streamed_async(methods.add_tune_async)
