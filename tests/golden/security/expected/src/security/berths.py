"""The `Berths` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_BERTHS: Operation[None] = Operation(
    "listBerths",
    "GET",
    "/berths",
    returns={204: None},
)

_ADD_BERTH: Operation[None] = Operation(
    "addBerth",
    "POST",
    "/berths",
    returns={204: None},
    security=(("harbourMaster",),),
)

_REMOVE_BERTHS: Operation[None] = Operation(
    "removeBerths",
    "DELETE",
    "/berths",
    returns={204: None},
    security=(("harbour-id", "sid"),),
)

_COUNT_FREE_BERTHS: Operation[None] = Operation(
    "countFreeBerths",
    "GET",
    "/berths/free",
    returns={204: None},
    security=(),
)

_RESERVE_BERTH: Operation[None] = Operation(
    "reserveBerth",
    "PUT",
    "/berths/free",
    returns={204: None},
    security=((), ("custom",)),
)

_CALL_PILOT: Operation[None] = Operation(
    "callPilot",
    "POST",
    "/berths/free",
    returns={204: None},
    security=(("pilot",),),
)

_FETCHED_ONLY: Operation[None] = Operation(
    "fetchedOnly",
    "PATCH",
    "/berths/free",
    returns={204: None},
    security=((("fetched", "berths.read", "berths.write"),),),
)

_IDENTIFY: Operation[None] = Operation(
    "identify",
    "DELETE",
    "/berths/free",
    returns={204: None},
    security=(("oidc",),),
)


class Berths(Resource):
    """The `Berths` operations."""

    @property
    def with_raw_response(self) -> BerthsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BerthsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BerthsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BerthsWithStreamingResponse(self._streamed())

    def list_berths(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /berths`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_BERTHS,
            {},
            **options,
        )

    async def list_berths_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /berths`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_BERTHS,
            {},
            **options,
        )

    def add_berth(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /berths`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_BERTH,
            {},
            **options,
        )

    async def add_berth_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /berths`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_BERTH,
            {},
            **options,
        )

    def remove_berths(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /berths`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REMOVE_BERTHS,
            {},
            **options,
        )

    async def remove_berths_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /berths`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REMOVE_BERTHS,
            {},
            **options,
        )

    def count_free_berths(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COUNT_FREE_BERTHS,
            {},
            **options,
        )

    async def count_free_berths_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COUNT_FREE_BERTHS,
            {},
            **options,
        )

    def reserve_berth(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _RESERVE_BERTH,
            {},
            **options,
        )

    async def reserve_berth_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _RESERVE_BERTH,
            {},
            **options,
        )

    def call_pilot(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _CALL_PILOT,
            {},
            **options,
        )

    async def call_pilot_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _CALL_PILOT,
            {},
            **options,
        )

    def fetched_only(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FETCHED_ONLY,
            {},
            **options,
        )

    async def fetched_only_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FETCHED_ONLY,
            {},
            **options,
        )

    def identify(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _IDENTIFY,
            {},
            **options,
        )

    async def identify_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /berths/free`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            There are none.

        Raises:
            errors.SecurityDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _IDENTIFY,
            {},
            **options,
        )


class BerthsWithRawResponse:
    """The methods of `Berths`, returning a `types.RawResponse`."""

    def __init__(self, methods: Berths) -> None:
        self.list_berths = raw(methods.list_berths)
        self.list_berths_async = raw_async(methods.list_berths_async)
        self.add_berth = raw(methods.add_berth)
        self.add_berth_async = raw_async(methods.add_berth_async)
        self.remove_berths = raw(methods.remove_berths)
        self.remove_berths_async = raw_async(methods.remove_berths_async)
        self.count_free_berths = raw(methods.count_free_berths)
        self.count_free_berths_async = raw_async(methods.count_free_berths_async)
        self.reserve_berth = raw(methods.reserve_berth)
        self.reserve_berth_async = raw_async(methods.reserve_berth_async)
        self.call_pilot = raw(methods.call_pilot)
        self.call_pilot_async = raw_async(methods.call_pilot_async)
        self.fetched_only = raw(methods.fetched_only)
        self.fetched_only_async = raw_async(methods.fetched_only_async)
        self.identify = raw(methods.identify)
        self.identify_async = raw_async(methods.identify_async)


class BerthsWithStreamingResponse:
    """The methods of `Berths`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Berths) -> None:
        self.list_berths = streamed(methods.list_berths)
        self.list_berths_async = streamed_async(methods.list_berths_async)
        self.add_berth = streamed(methods.add_berth)
        self.add_berth_async = streamed_async(methods.add_berth_async)
        self.remove_berths = streamed(methods.remove_berths)
        self.remove_berths_async = streamed_async(methods.remove_berths_async)
        self.count_free_berths = streamed(methods.count_free_berths)
        self.count_free_berths_async = streamed_async(methods.count_free_berths_async)
        self.reserve_berth = streamed(methods.reserve_berth)
        self.reserve_berth_async = streamed_async(methods.reserve_berth_async)
        self.call_pilot = streamed(methods.call_pilot)
        self.call_pilot_async = streamed_async(methods.call_pilot_async)
        self.fetched_only = streamed(methods.fetched_only)
        self.fetched_only_async = streamed_async(methods.fetched_only_async)
        self.identify = streamed(methods.identify)
        self.identify_async = streamed_async(methods.identify_async)
