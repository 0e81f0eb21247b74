"""Things that are one of several."""

from __future__ import annotations

from typing import Unpack

from . import components, operations
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_ADD_ANIMAL: Operation[components.Animal] = Operation(
    "addAnimal",
    "POST",
    "/animals",
    body="value",
    returns={200: lambda: components.Animal},
)

_LIST_ANIMALS: Operation[components.Zoo] = Operation(
    "listAnimals",
    "GET",
    "/animals",
    returns={200: lambda: components.Zoo},
)

_SET_SETTINGS: Operation[None] = Operation(
    "setSettings",
    "PUT",
    "/settings/{id}",
    body="properties",
    required_properties=("input",),
    nullable=("stop", "size", "extra"),
    body_types={
        "when": lambda: operations.When,
    },
    returns={204: None},
)

_SEND_SIGNAL: Operation[operations.SendSignalResponse] = Operation(
    "sendSignal",
    "PUT",
    "/signals",
    body="value",
    returns={200: lambda: operations.SendSignalResponse},
)


class Animals(Resource):
    """Things that are one of several."""

    @property
    def with_raw_response(self) -> AnimalsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return AnimalsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> AnimalsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return AnimalsWithStreamingResponse(self._streamed())

    def add_animal(
        self,
        *,
        request_body: components.Animal,
        **options: Unpack[CallOptions],
    ) -> components.Animal:
        """Add an animal.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The animal.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_ANIMAL,
            {},
            request_body,
            **options,
        )

    async def add_animal_async(
        self,
        *,
        request_body: components.Animal,
        **options: Unpack[CallOptions],
    ) -> components.Animal:
        """Add an animal.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The animal.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_ANIMAL,
            {},
            request_body,
            **options,
        )

    def list_animals(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Zoo:
        """List all animals, and what else there is.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All of them.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_ANIMALS,
            {},
            **options,
        )

    async def list_animals_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Zoo:
        """List all animals, and what else there is.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All of them.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_ANIMALS,
            {},
            **options,
        )

    def set_settings(
        self,
        *,
        id: str,
        stop: operations.Stop | None,
        input: operations.Input,
        size: operations.Size | UnsetType | None = UNSET,
        when: operations.When | None = None,
        choice: operations.Choice | None = None,
        limits: operations.Limits | None = None,
        extra: operations.Extra | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change settings.

        Args:
            id: The value of `id`.
            stop: Where to stop.
            input: Text, several texts, tokens, or several lists of tokens.
            size: A number, or a word.
            when: The value of `when`.
            choice: The value of `choice`.
            limits: The value of `limits`.
            extra: The value of `extra`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Changed.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_SETTINGS,
            {
                "id": id,
            },
            {
                "stop": stop,
                "input": input,
                "size": size,
                "when": when,
                "choice": choice,
                "limits": limits,
                "extra": extra,
            },
            **options,
        )

    async def set_settings_async(
        self,
        *,
        id: str,
        stop: operations.Stop | None,
        input: operations.Input,
        size: operations.Size | UnsetType | None = UNSET,
        when: operations.When | None = None,
        choice: operations.Choice | None = None,
        limits: operations.Limits | None = None,
        extra: operations.Extra | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change settings.

        Args:
            id: The value of `id`.
            stop: Where to stop.
            input: Text, several texts, tokens, or several lists of tokens.
            size: A number, or a word.
            when: The value of `when`.
            choice: The value of `choice`.
            limits: The value of `limits`.
            extra: The value of `extra`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Changed.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_SETTINGS,
            {
                "id": id,
            },
            {
                "stop": stop,
                "input": input,
                "size": size,
                "when": when,
                "choice": choice,
                "limits": limits,
                "extra": extra,
            },
            **options,
        )

    def send_signal(
        self,
        *,
        request_body: components.Signal,
        **options: Unpack[CallOptions],
    ) -> operations.SendSignalResponse:
        """Send a signal, which does not declare the property that distinguishes it.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All signals, also by name.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_SIGNAL,
            {},
            request_body,
            **options,
        )

    async def send_signal_async(
        self,
        *,
        request_body: components.Signal,
        **options: Unpack[CallOptions],
    ) -> operations.SendSignalResponse:
        """Send a signal, which does not declare the property that distinguishes it.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All signals, also by name.

        Raises:
            errors.UnionsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_SIGNAL,
            {},
            request_body,
            **options,
        )


class AnimalsWithRawResponse:
    """The methods of `Animals`, returning a `types.RawResponse`."""

    def __init__(self, methods: Animals) -> None:
        self.add_animal = raw(methods.add_animal)
        self.add_animal_async = raw_async(methods.add_animal_async)
        self.list_animals = raw(methods.list_animals)
        self.list_animals_async = raw_async(methods.list_animals_async)
        self.set_settings = raw(methods.set_settings)
        self.set_settings_async = raw_async(methods.set_settings_async)
        self.send_signal = raw(methods.send_signal)
        self.send_signal_async = raw_async(methods.send_signal_async)


class AnimalsWithStreamingResponse:
    """The methods of `Animals`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Animals) -> None:
        self.add_animal = streamed(methods.add_animal)
        self.add_animal_async = streamed_async(methods.add_animal_async)
        self.list_animals = streamed(methods.list_animals)
        self.list_animals_async = streamed_async(methods.list_animals_async)
        self.set_settings = streamed(methods.set_settings)
        self.set_settings_async = streamed_async(methods.set_settings_async)
        self.send_signal = streamed(methods.send_signal)
        self.send_signal_async = streamed_async(methods.send_signal_async)
