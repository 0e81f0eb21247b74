"""The `Pets` operations."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_PETS: Operation[list[components.Pet]] = Operation(
    "listPets",
    "GET",
    "/pets",
    returns={200: lambda: list[components.Pet]},
)

_ADD_PET: Operation[None] = Operation(
    "addPet",
    "POST",
    "/pets",
    body="value",
    returns={204: None},
)

_LIST_FAMILIES: Operation[list[components.Wild]] = Operation(
    "listFamilies",
    "GET",
    "/families",
    returns={200: lambda: list[components.Wild]},
)


class Pets(Resource):
    """The `Pets` operations."""

    @property
    def with_raw_response(self) -> PetsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PetsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PetsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PetsWithStreamingResponse(self._streamed())

    def list_pets(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Pet]:
        """Call `GET /pets`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Animals of all kinds.

        Raises:
            errors.FallbacksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_PETS,
            {},
            **options,
        )

    async def list_pets_async(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Pet]:
        """Call `GET /pets`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Animals of all kinds.

        Raises:
            errors.FallbacksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_PETS,
            {},
            **options,
        )

    def add_pet(
        self,
        *,
        request_body: components.Pet,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /pets`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Added.

        Raises:
            errors.FallbacksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_PET,
            {},
            request_body,
            **options,
        )

    async def add_pet_async(
        self,
        *,
        request_body: components.Pet,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /pets`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Added.

        Raises:
            errors.FallbacksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_PET,
            {},
            request_body,
            **options,
        )

    def list_families(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Wild]:
        """Call `GET /families`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Schemas that extend another.

        Raises:
            errors.FallbacksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_FAMILIES,
            {},
            **options,
        )

    async def list_families_async(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Wild]:
        """Call `GET /families`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Schemas that extend another.

        Raises:
            errors.FallbacksDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_FAMILIES,
            {},
            **options,
        )


class PetsWithRawResponse:
    """The methods of `Pets`, returning a `types.RawResponse`."""

    def __init__(self, methods: Pets) -> None:
        self.list_pets = raw(methods.list_pets)
        self.list_pets_async = raw_async(methods.list_pets_async)
        self.add_pet = raw(methods.add_pet)
        self.add_pet_async = raw_async(methods.add_pet_async)
        self.list_families = raw(methods.list_families)
        self.list_families_async = raw_async(methods.list_families_async)


class PetsWithStreamingResponse:
    """The methods of `Pets`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Pets) -> None:
        self.list_pets = streamed(methods.list_pets)
        self.list_pets_async = streamed_async(methods.list_pets_async)
        self.add_pet = streamed(methods.add_pet)
        self.add_pet_async = streamed_async(methods.add_pet_async)
        self.list_families = streamed(methods.list_families)
        self.list_families_async = streamed_async(methods.list_families_async)
