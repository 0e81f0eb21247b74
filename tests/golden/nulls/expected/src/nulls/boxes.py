"""The `Boxes` operations."""

from __future__ import annotations

from datetime import date
from typing import Any, Unpack

from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.operation import Encoding, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, FileInput, UnsetType

_ADD_BOX: Operation[None] = Operation(
    "addBox",
    "POST",
    "/boxes",
    query=("room", "shelf"),
    headers=("X-Key",),
    required=("room", "shelf", "X-Key"),
    body="properties",
    required_properties=("name",),
    nullable=("any", "nothing", "label", "constant", "kept", "either"),
    returns={204: None},
)

_UPDATE_BOX: Operation[None] = Operation(
    "updateBox",
    "PATCH",
    "/boxes",
    body="properties",
    content_type="application/merge-patch+json",
    required_properties=("version",),
    nullable=("name", "opened"),
    body_types={
        "opened": lambda: date,
    },
    returns={204: None},
)

_SET_TEXT: Operation[None] = Operation(
    "setText",
    "PUT",
    "/boxes",
    body="value",
    nullable=("",),
    returns={204: None},
)

_SET_ANYTHING: Operation[None] = Operation(
    "setAnything",
    "DELETE",
    "/boxes",
    body="value",
    body_required=False,
    nullable=("",),
    returns={204: None},
)

_ADD_FILE: Operation[None] = Operation(
    "addFile",
    "POST",
    "/files",
    body="properties",
    content_type="multipart/form-data",
    encoder=BODIES,
    encodings={
        "file": Encoding(is_file=True),
    },
    required_properties=("file",),
    body_types={
        "opened": lambda: date,
    },
    returns={204: None},
)


class Boxes(Resource):
    """The `Boxes` operations."""

    @property
    def with_raw_response(self) -> BoxesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BoxesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BoxesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BoxesWithStreamingResponse(self._streamed())

    def add_box(
        self,
        *,
        room: str,
        shelf: str,
        x_key: str,
        any: Any,
        nothing: None,
        name: str,
        label: str | None,
        constant: UnsetType | None = UNSET,
        kept: Any | UnsetType | None = UNSET,
        note: str | None = None,
        either: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /boxes`.

        Args:
            room: The value of `room`.
            shelf: The value of `shelf`.
            x_key: The value of `X-Key`.
            any: The value of `any`.
            nothing: The value of `nothing`.
            name: The value of `name`.
            label: The value of `label`.
            constant: The value of `constant`.
            kept: The value of `kept`.
            note: The value of `note`.
            either: The value of `either`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_BOX,
            {
                "room": room,
                "shelf": shelf,
                "X-Key": x_key,
            },
            {
                "any": any,
                "nothing": nothing,
                "name": name,
                "label": label,
                "constant": constant,
                "kept": kept,
                "note": note,
                "either": either,
            },
            **options,
        )

    async def add_box_async(
        self,
        *,
        room: str,
        shelf: str,
        x_key: str,
        any: Any,
        nothing: None,
        name: str,
        label: str | None,
        constant: UnsetType | None = UNSET,
        kept: Any | UnsetType | None = UNSET,
        note: str | None = None,
        either: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /boxes`.

        Args:
            room: The value of `room`.
            shelf: The value of `shelf`.
            x_key: The value of `X-Key`.
            any: The value of `any`.
            nothing: The value of `nothing`.
            name: The value of `name`.
            label: The value of `label`.
            constant: The value of `constant`.
            kept: The value of `kept`.
            note: The value of `note`.
            either: The value of `either`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_BOX,
            {
                "room": room,
                "shelf": shelf,
                "X-Key": x_key,
            },
            {
                "any": any,
                "nothing": nothing,
                "name": name,
                "label": label,
                "constant": constant,
                "kept": kept,
                "note": note,
                "either": either,
            },
            **options,
        )

    def update_box(
        self,
        *,
        version: int,
        name: str | UnsetType | None = UNSET,
        opened: date | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /boxes`.

        Args:
            version: The value of `version`.
            name: The value of `name`.
            opened: The value of `opened`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _UPDATE_BOX,
            {},
            {
                "version": version,
                "name": name,
                "opened": opened,
            },
            **options,
        )

    async def update_box_async(
        self,
        *,
        version: int,
        name: str | UnsetType | None = UNSET,
        opened: date | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /boxes`.

        Args:
            version: The value of `version`.
            name: The value of `name`.
            opened: The value of `opened`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _UPDATE_BOX,
            {},
            {
                "version": version,
                "name": name,
                "opened": opened,
            },
            **options,
        )

    def set_text(
        self,
        *,
        request_body: str | None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /boxes`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_TEXT,
            {},
            request_body,
            **options,
        )

    async def set_text_async(
        self,
        *,
        request_body: str | None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /boxes`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_TEXT,
            {},
            request_body,
            **options,
        )

    def set_anything(
        self,
        *,
        request_body: Any | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /boxes`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_ANYTHING,
            {},
            request_body,
            **options,
        )

    async def set_anything_async(
        self,
        *,
        request_body: Any | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /boxes`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_ANYTHING,
            {},
            request_body,
            **options,
        )

    def add_file(
        self,
        *,
        file: FileInput,
        opened: date | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /files`.

        Args:
            file: The value of `file`.
            opened: The value of `opened`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_FILE,
            {},
            {
                "file": file,
                "opened": opened,
            },
            **options,
        )

    async def add_file_async(
        self,
        *,
        file: FileInput,
        opened: date | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /files`.

        Args:
            file: The value of `file`.
            opened: The value of `opened`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.NullsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_FILE,
            {},
            {
                "file": file,
                "opened": opened,
            },
            **options,
        )


class BoxesWithRawResponse:
    """The methods of `Boxes`, returning a `types.RawResponse`."""

    def __init__(self, methods: Boxes) -> None:
        self.add_box = raw(methods.add_box)
        self.add_box_async = raw_async(methods.add_box_async)
        self.update_box = raw(methods.update_box)
        self.update_box_async = raw_async(methods.update_box_async)
        self.set_text = raw(methods.set_text)
        self.set_text_async = raw_async(methods.set_text_async)
        self.set_anything = raw(methods.set_anything)
        self.set_anything_async = raw_async(methods.set_anything_async)
        self.add_file = raw(methods.add_file)
        self.add_file_async = raw_async(methods.add_file_async)


class BoxesWithStreamingResponse:
    """The methods of `Boxes`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Boxes) -> None:
        self.add_box = streamed(methods.add_box)
        self.add_box_async = streamed_async(methods.add_box_async)
        self.update_box = streamed(methods.update_box)
        self.update_box_async = streamed_async(methods.update_box_async)
        self.set_text = streamed(methods.set_text)
        self.set_text_async = streamed_async(methods.set_text_async)
        self.set_anything = streamed(methods.set_anything)
        self.set_anything_async = streamed_async(methods.set_anything_async)
        self.add_file = streamed(methods.add_file)
        self.add_file_async = streamed_async(methods.add_file_async)
