"""The `Casts` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.raw import raw, raw_async, streamed, streamed_async
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig

if TYPE_CHECKING:
    from typing import Unpack

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
            "backoff",
            BackoffStrategy(
                initial_interval=0,
                max_interval=0,
                exponent=1.0,
                max_elapsed_time=0,
            ),
            retry_connection_errors=False,
        ),
        (),
    ),
)


class Casts(Resource):
    """The `Casts` operations."""

    @property
    def with_raw_response(self) -> CastsWithRawResponse:
        """The same methods, but each returns the whole response: a `types.RawResponse`."""
        return CastsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> CastsWithStreamingResponse:
        """The same methods, but each returns before the body was read: for use in `with`."""
        return CastsWithStreamingResponse(self._streamed())

    def list_casts(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /casts`.

        Args:
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            There are none.

        Raises:
            errors.RetriesDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _LIST_CASTS,
            {},
            **options,
        )

    async def list_casts_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `list_casts`."""
        return await self._call_async(
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
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            It is poured.

        Raises:
            errors.RetriesDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _POUR,
            {},
            **options,
        )

    async def pour_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `pour`."""
        return await self._call_async(
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
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            They are molten.

        Raises:
            errors.RetriesDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _MELT,
            {},
            **options,
        )

    async def melt_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Async form of `melt`."""
        return await self._call_async(
            _MELT,
            {},
            **options,
        )


class CastsWithRawResponse:
    """The methods of `Casts`, each returning a `types.RawResponse`."""

    def __init__(self, methods: Casts) -> None:
        self.list_casts = raw(methods.list_casts)
        self.list_casts_async = raw_async(methods.list_casts_async)
        self.pour = raw(methods.pour)
        self.pour_async = raw_async(methods.pour_async)
        self.melt = raw(methods.melt)
        self.melt_async = raw_async(methods.melt_async)


class CastsWithStreamingResponse:
    """The methods of `Casts`, each returning a `types.StreamedResponse`, or a
    `types.AsyncStreamedResponse`: a response whose body is read as it comes."""

    def __init__(self, methods: Casts) -> None:
        self.list_casts = streamed(methods.list_casts)
        self.list_casts_async = streamed_async(methods.list_casts_async)
        self.pour = streamed(methods.pour)
        self.pour_async = streamed_async(methods.pour_async)
        self.melt = streamed(methods.melt)
        self.melt_async = streamed_async(methods.melt_async)
