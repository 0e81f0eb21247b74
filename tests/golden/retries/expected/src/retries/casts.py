"""The `Casts` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.values import CallOptions

_LIST_CASTS: Operation[None] = Operation(
    "listCasts",
    "GET",
    "/casts",
    returns={204: None},
)

_POUR: Operation[None] = Operation(
    "pour",
    "POST",
    "/casts",
    returns={204: None},
    retries=Policy(
        RetryConfig(
            "backoff",
            BackoffStrategy(
                initial_interval=50,
                max_interval=500,
                exponent=1.5,
                max_elapsed_time=1000,
            ),
            retry_connection_errors=False,
        ),
        ("503",),
    ),
)

_MELT: Operation[None] = Operation(
    "melt",
    "DELETE",
    "/casts",
    returns={204: None},
    retries=Policy(
        RetryConfig(
            "none",
            BackoffStrategy(
                initial_interval=1,
                max_interval=1,
                exponent=1.0,
                max_elapsed_time=0,
            ),
            retry_connection_errors=False,
        ),
        (),
    ),
)

_TEMPER: Operation[None] = Operation(
    "temper",
    "PATCH",
    "/casts",
    returns={204: None},
    retries=Policy(
        RetryConfig(
            "backoff",
            BackoffStrategy(
                initial_interval=500,
                max_interval=60000,
                exponent=1.5,
                max_elapsed_time=3600000,
            ),
            retry_connection_errors=True,
        ),
        ("429", "5XX"),
    ),
)

_RECAST: Operation[None] = Operation(
    "recast",
    "PATCH",
    "/castings",
    returns={204: None},
    retries=Policy(
        RetryConfig(
            "backoff",
            BackoffStrategy(
                initial_interval=500,
                max_interval=60000,
                exponent=1.5,
                max_elapsed_time=3600000,
            ),
            retry_connection_errors=True,
        ),
        ("503",),
    ),
)

_LIST_CASTINGS: Operation[None] = Operation(
    "listCastings",
    "GET",
    "/castings",
    returns={204: None},
)


class Casts(Resource):
    """The `Casts` operations."""

    @property
    def with_raw_response(self) -> CastsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return CastsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> CastsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return CastsWithStreamingResponse(self._streamed())

    def list_casts(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_CASTS,
            {},
            **options,
        )

    async def list_casts_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_CASTS,
            {},
            **options,
        )

    def pour(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is poured.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _POUR,
            {},
            **options,
        )

    async def pour_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is poured.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _POUR,
            {},
            **options,
        )

    def melt(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            They are molten.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _MELT,
            {},
            **options,
        )

    async def melt_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            They are molten.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _MELT,
            {},
            **options,
        )

    def temper(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            They are harder.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _TEMPER,
            {},
            **options,
        )

    async def temper_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /casts`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            They are harder.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _TEMPER,
            {},
            **options,
        )

    def recast(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /castings`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is cast again.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _RECAST,
            {},
            **options,
        )

    async def recast_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /castings`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is cast again.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RECAST,
            {},
            **options,
        )

    def list_castings(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /castings`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_CASTINGS,
            {},
            **options,
        )

    async def list_castings_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /castings`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.RetriesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_CASTINGS,
            {},
            **options,
        )


class CastsWithRawResponse:
    """The methods of `Casts`, returning a `types.RawResponse`."""

    def __init__(self, methods: Casts) -> None:
        self.list_casts = raw(methods.list_casts)
        self.list_casts_async = raw_async(methods.list_casts_async)
        self.pour = raw(methods.pour)
        self.pour_async = raw_async(methods.pour_async)
        self.melt = raw(methods.melt)
        self.melt_async = raw_async(methods.melt_async)
        self.temper = raw(methods.temper)
        self.temper_async = raw_async(methods.temper_async)
        self.recast = raw(methods.recast)
        self.recast_async = raw_async(methods.recast_async)
        self.list_castings = raw(methods.list_castings)
        self.list_castings_async = raw_async(methods.list_castings_async)


class CastsWithStreamingResponse:
    """The methods of `Casts`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Casts) -> None:
        self.list_casts = streamed(methods.list_casts)
        self.list_casts_async = streamed_async(methods.list_casts_async)
        self.pour = streamed(methods.pour)
        self.pour_async = streamed_async(methods.pour_async)
        self.melt = streamed(methods.melt)
        self.melt_async = streamed_async(methods.melt_async)
        self.temper = streamed(methods.temper)
        self.temper_async = streamed_async(methods.temper_async)
        self.recast = streamed(methods.recast)
        self.recast_async = streamed_async(methods.recast_async)
        self.list_castings = streamed(methods.list_castings)
        self.list_castings_async = streamed_async(methods.list_castings_async)
