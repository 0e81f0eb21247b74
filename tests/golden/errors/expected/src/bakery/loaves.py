"""The `Loaves` operations."""

from __future__ import annotations

from typing import Unpack

from . import components, errors
from ._runtime.client import Resource
from ._runtime.operation import Operation, OtherError
from ._runtime.responses.forms import read_form
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_GET_LOAF: Operation[components.Loaf] = Operation(
    "getLoaf",
    "GET",
    "/loaves/{id}",
    returns={200: lambda: components.Loaf},
    errors={
        400: lambda: errors.RefusedError,
        404: lambda: errors.GetLoafNotFoundError,
        422: lambda: errors.RefusedError,
        418: lambda: errors.BakeryDefaultError,
        "4XX": lambda: errors.FaultError,
        500: lambda: errors.BakeryDefaultError,
        "default": lambda: errors.FaultError,
    },
    other_errors={
        404: {
            "application/problem+json": OtherError(
                raises=lambda: errors.GetLoafNotFoundProblemJSONError
            ),
            "application/x-www-form-urlencoded": OtherError(
                raises=lambda: errors.FaultError, read=read_form
            ),
        }
    },
)

_EAT_LOAF: Operation[None] = Operation(
    "eatLoaf",
    "DELETE",
    "/loaves/{id}",
    returns={204: None},
    errors={409: lambda: errors.FaultError},
)

_LIST_FAULTS: Operation[list[components.Fault]] = Operation(
    "listFaults",
    "GET",
    "/loaves/{id}/faults",
    returns={200: lambda: list[components.Fault]},
)


class Loaves(Resource):
    """The `Loaves` operations."""

    @property
    def with_raw_response(self) -> LoavesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return LoavesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> LoavesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return LoavesWithStreamingResponse(self._streamed())

    def get_loaf(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Loaf:
        """Get a loaf.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The loaf.

        Raises:
            errors.RefusedError: The order is not understood.
            errors.GetLoafNotFoundError: There is no such loaf.
            errors.GetLoafNotFoundProblemJSONError: There is no such loaf.
            errors.FaultError: There is no such loaf.
            errors.BakeryDefaultError: The oven is a teapot.
            errors.FaultError: Something else is wrong with the request.
            errors.BakeryDefaultError: The oven is cold.
            errors.FaultError: Anything else.
            errors.BakeryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_LOAF,
            {
                "id": id,
            },
            **options,
        )

    async def get_loaf_async(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> components.Loaf:
        """Get a loaf.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The loaf.

        Raises:
            errors.RefusedError: The order is not understood.
            errors.GetLoafNotFoundError: There is no such loaf.
            errors.GetLoafNotFoundProblemJSONError: There is no such loaf.
            errors.FaultError: There is no such loaf.
            errors.BakeryDefaultError: The oven is a teapot.
            errors.FaultError: Something else is wrong with the request.
            errors.BakeryDefaultError: The oven is cold.
            errors.FaultError: Anything else.
            errors.BakeryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_LOAF,
            {
                "id": id,
            },
            **options,
        )

    def eat_loaf(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /loaves/{id}`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is gone.

        Raises:
            errors.FaultError: Somebody else has eaten it.
            errors.BakeryDefaultError: A list of who has eaten of it.
            errors.BakeryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _EAT_LOAF,
            {
                "id": id,
            },
            **options,
        )

    async def eat_loaf_async(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /loaves/{id}`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            It is gone.

        Raises:
            errors.FaultError: Somebody else has eaten it.
            errors.BakeryDefaultError: A list of who has eaten of it.
            errors.BakeryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _EAT_LOAF,
            {
                "id": id,
            },
            **options,
        )

    def list_faults(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> list[components.Fault]:
        """Call `GET /loaves/{id}/faults`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Everything that went wrong with it.

        Raises:
            errors.BakeryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_FAULTS,
            {
                "id": id,
            },
            **options,
        )

    async def list_faults_async(
        self,
        *,
        id: str,
        **options: Unpack[CallOptions],
    ) -> list[components.Fault]:
        """Call `GET /loaves/{id}/faults`.

        Args:
            id: The value of `id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Everything that went wrong with it.

        Raises:
            errors.BakeryDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_FAULTS,
            {
                "id": id,
            },
            **options,
        )


class LoavesWithRawResponse:
    """The methods of `Loaves`, returning a `types.RawResponse`."""

    def __init__(self, methods: Loaves) -> None:
        self.get_loaf = raw(methods.get_loaf)
        self.get_loaf_async = raw_async(methods.get_loaf_async)
        self.eat_loaf = raw(methods.eat_loaf)
        self.eat_loaf_async = raw_async(methods.eat_loaf_async)
        self.list_faults = raw(methods.list_faults)
        self.list_faults_async = raw_async(methods.list_faults_async)


class LoavesWithStreamingResponse:
    """The methods of `Loaves`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Loaves) -> None:
        self.get_loaf = streamed(methods.get_loaf)
        self.get_loaf_async = streamed_async(methods.get_loaf_async)
        self.eat_loaf = streamed(methods.eat_loaf)
        self.eat_loaf_async = streamed_async(methods.eat_loaf_async)
        self.list_faults = streamed(methods.list_faults)
        self.list_faults_async = streamed_async(methods.list_faults_async)
