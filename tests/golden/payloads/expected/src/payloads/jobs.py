"""The `Jobs` operations."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from datetime import date, datetime
from typing import Unpack

from . import operations
from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.http.line_bodies import LINES, RECORDS
from ._runtime.http.part_bodies import PARTS
from ._runtime.operation import Encoding, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, FileInput, UnsetType

_ADD_JOB: Operation[None] = Operation(
    "addJob",
    "POST",
    "/jobs",
    body="properties",
    required_properties=("text",),
    returns={204: None},
)

_ADD_JOB_MULTIPART: Operation[None] = Operation(
    "addJob_multipart",
    "POST",
    "/jobs",
    body="properties",
    content_type="multipart/form-data",
    encoder=BODIES,
    encodings={
        "cover": Encoding("image/svg+xml"),
        "meta": Encoding("application/vnd.meta+json"),
        "scan": Encoding("image/png"),
        "ranges": Encoding("application/json", whole=True),
        "document": Encoding(is_file=True),
        "pages": Encoding(is_file=True),
    },
    required_properties=("document",),
    nullable=("note",),
    returns={204: None},
)

_ADD_JOB_TEXT: Operation[None] = Operation(
    "addJob_text",
    "POST",
    "/jobs",
    body="value",
    content_type="text/plain",
    encoder=BODIES,
    returns={204: None},
)

_ADD_JOB_RAW: Operation[None] = Operation(
    "addJob_raw",
    "POST",
    "/jobs",
    body="value",
    content_type="application/octet-stream",
    encoder=BODIES,
    returns={204: None},
)

_SET_FORM: Operation[None] = Operation(
    "setForm",
    "PUT",
    "/jobs",
    body="properties",
    content_type="application/x-www-form-urlencoded",
    encoder=BODIES,
    encodings={
        "shades": Encoding("", style="form"),
        "deep": Encoding("", style="deepObject", explode=True),
        "link": Encoding("", style="form", explode=True, reserved=True),
        "ranges": Encoding("application/json", whole=True),
    },
    body_required=False,
    required_properties=("name",),
    nullable=("plain",),
    returns={204: None},
)

_PATCH_JOB: Operation[None] = Operation(
    "patchJob",
    "PATCH",
    "/jobs",
    body="properties",
    content_type="application/merge-patch+json",
    body_required=False,
    nullable=("name",),
    returns={204: None},
)

_SEND_XML: Operation[None] = Operation(
    "sendXml",
    "POST",
    "/jobs/{id}/xml",
    body="value",
    content_type="application/xml",
    encoder=BODIES,
    returns={204: None},
)

_SEND_IMAGE: Operation[None] = Operation(
    "sendImage",
    "PUT",
    "/jobs/{id}/xml",
    body="value",
    content_type="image/*",
    encoder=BODIES,
    returns={204: None},
)

_SEND_MAP: Operation[None] = Operation(
    "sendMap",
    "PATCH",
    "/jobs/{id}/xml",
    body="value",
    content_type="application/x-www-form-urlencoded",
    encoder=BODIES,
    body_required=False,
    returns={204: None},
)

_SEND_LINES: Operation[None] = Operation(
    "sendLines",
    "POST",
    "/jobs/{id}/lines",
    body="value",
    content_type="application/x-ndjson",
    encoder=LINES,
    returns={204: None},
)

_SEND_RECORDS: Operation[None] = Operation(
    "sendRecords",
    "PUT",
    "/jobs/{id}/lines",
    body="value",
    content_type="application/json-seq",
    encoder=RECORDS,
    body_required=False,
    body_types={
        "": lambda: list[date],
    },
    returns={204: None},
)

_SET_PRIORITY: Operation[None] = Operation(
    "setPriority",
    "PATCH",
    "/jobs/{id}/lines",
    body="value",
    content_type="text/plain",
    encoder=BODIES,
    returns={204: None},
)

_SEND_PARTS: Operation[None] = Operation(
    "sendParts",
    "POST",
    "/jobs/{id}/parts",
    body="value",
    content_type="multipart/mixed",
    encoder=PARTS,
    encodings={
        "": Encoding("image/png", is_file=True),
    },
    returns={204: None},
)

_SEND_RELATED: Operation[None] = Operation(
    "sendRelated",
    "PUT",
    "/jobs/{id}/parts",
    body="properties",
    content_type="multipart/related",
    encoder=BODIES,
    encodings={
        "media": Encoding("image/png", is_file=True),
    },
    required_properties=("meta",),
    returns={204: None},
)

_SEND_NOTES: Operation[None] = Operation(
    "sendNotes",
    "PATCH",
    "/jobs/{id}/parts",
    body="value",
    content_type="multipart/mixed",
    encoder=PARTS,
    body_required=False,
    body_types={
        "": lambda: list[datetime],
    },
    returns={204: None},
)


class Jobs(Resource):
    """The `Jobs` operations."""

    @property
    def with_raw_response(self) -> JobsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return JobsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> JobsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return JobsWithStreamingResponse(self._streamed())

    def add_job(
        self,
        *,
        text: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            text: The value of `text`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_JOB,
            {},
            {
                "text": text,
            },
            **options,
        )

    async def add_job_async(
        self,
        *,
        text: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            text: The value of `text`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_JOB,
            {},
            {
                "text": text,
            },
            **options,
        )

    def add_job_multipart(
        self,
        *,
        document: FileInput,
        pages: list[FileInput] | None = None,
        copies: int | None = None,
        paper: operations.Paper | None = None,
        tags: list[str] | None = None,
        note: str | UnsetType | None = UNSET,
        cover: FileInput | None = None,
        meta: dict[str, int] | None = None,
        scan: FileInput | None = None,
        ranges: list[operations.AddJobMultipartRange] | None = None,
        extras: list[FileInput] | FileInput | operations.Extras3 | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            document: What is printed.
            pages: The value of `pages`.
            copies: The value of `copies`.
            paper: The value of `paper`.
            tags: The value of `tags`.
            note: The value of `note`.
            cover: The value of `cover`.
            meta: The value of `meta`.
            scan: The value of `scan`.
            ranges: JSON in a text.
            extras: What is added to it.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_JOB_MULTIPART,
            {},
            {
                "document": document,
                "pages": pages,
                "copies": copies,
                "paper": paper,
                "tags": tags,
                "note": note,
                "cover": cover,
                "meta": meta,
                "scan": scan,
                "ranges": ranges,
                "extras": extras,
            },
            **options,
        )

    async def add_job_multipart_async(
        self,
        *,
        document: FileInput,
        pages: list[FileInput] | None = None,
        copies: int | None = None,
        paper: operations.Paper | None = None,
        tags: list[str] | None = None,
        note: str | UnsetType | None = UNSET,
        cover: FileInput | None = None,
        meta: dict[str, int] | None = None,
        scan: FileInput | None = None,
        ranges: list[operations.AddJobMultipartRange] | None = None,
        extras: list[FileInput] | FileInput | operations.Extras3 | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            document: What is printed.
            pages: The value of `pages`.
            copies: The value of `copies`.
            paper: The value of `paper`.
            tags: The value of `tags`.
            note: The value of `note`.
            cover: The value of `cover`.
            meta: The value of `meta`.
            scan: The value of `scan`.
            ranges: JSON in a text.
            extras: What is added to it.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_JOB_MULTIPART,
            {},
            {
                "document": document,
                "pages": pages,
                "copies": copies,
                "paper": paper,
                "tags": tags,
                "note": note,
                "cover": cover,
                "meta": meta,
                "scan": scan,
                "ranges": ranges,
                "extras": extras,
            },
            **options,
        )

    def add_job_text(
        self,
        *,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_JOB_TEXT,
            {},
            request_body,
            **options,
        )

    async def add_job_text_async(
        self,
        *,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_JOB_TEXT,
            {},
            request_body,
            **options,
        )

    def add_job_raw(
        self,
        *,
        request_body: FileInput,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_JOB_RAW,
            {},
            request_body,
            **options,
        )

    async def add_job_raw_async(
        self,
        *,
        request_body: FileInput,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_JOB_RAW,
            {},
            request_body,
            **options,
        )

    def set_form(
        self,
        *,
        name: str | None = None,
        colours: list[str] | None = None,
        shades: list[str] | None = None,
        size: operations.Size | None = None,
        deep: dict[str, int] | None = None,
        link: str | None = None,
        plain: str | UnsetType | None = UNSET,
        ranges: list[operations.SetFormRange] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs`.

        Args:
            name: The value of `name`. Required if a body is sent.
            colours: The value of `colours`.
            shades: The value of `shades`.
            size: The value of `size`.
            deep: The value of `deep`.
            link: The value of `link`.
            plain: The value of `plain`.
            ranges: JSON in a text.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_FORM,
            {},
            {
                "name": name,
                "colours": colours,
                "shades": shades,
                "size": size,
                "deep": deep,
                "link": link,
                "plain": plain,
                "ranges": ranges,
            },
            **options,
        )

    async def set_form_async(
        self,
        *,
        name: str | None = None,
        colours: list[str] | None = None,
        shades: list[str] | None = None,
        size: operations.Size | None = None,
        deep: dict[str, int] | None = None,
        link: str | None = None,
        plain: str | UnsetType | None = UNSET,
        ranges: list[operations.SetFormRange] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs`.

        Args:
            name: The value of `name`. Required if a body is sent.
            colours: The value of `colours`.
            shades: The value of `shades`.
            size: The value of `size`.
            deep: The value of `deep`.
            link: The value of `link`.
            plain: The value of `plain`.
            ranges: JSON in a text.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_FORM,
            {},
            {
                "name": name,
                "colours": colours,
                "shades": shades,
                "size": size,
                "deep": deep,
                "link": link,
                "plain": plain,
                "ranges": ranges,
            },
            **options,
        )

    def patch_job(
        self,
        *,
        name: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs`.

        Args:
            name: The value of `name`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PATCH_JOB,
            {},
            {
                "name": name,
            },
            **options,
        )

    async def patch_job_async(
        self,
        *,
        name: str | UnsetType | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs`.

        Args:
            name: The value of `name`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PATCH_JOB,
            {},
            {
                "name": name,
            },
            **options,
        )

    def send_xml(
        self,
        *,
        id: int,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs/{id}/xml`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_XML,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def send_xml_async(
        self,
        *,
        id: int,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs/{id}/xml`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_XML,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def send_image(
        self,
        *,
        id: int,
        request_body: FileInput,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs/{id}/xml`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_IMAGE,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def send_image_async(
        self,
        *,
        id: int,
        request_body: FileInput,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs/{id}/xml`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_IMAGE,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def send_map(
        self,
        *,
        id: int,
        request_body: dict[str, str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs/{id}/xml`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_MAP,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def send_map_async(
        self,
        *,
        id: int,
        request_body: dict[str, str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs/{id}/xml`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_MAP,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def send_lines(
        self,
        *,
        id: int,
        request_body: (
            Iterable[operations.SendLinesRequestBodyLine]
            | AsyncIterable[operations.SendLinesRequestBodyLine]
        ),
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs/{id}/lines`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_LINES,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def send_lines_async(
        self,
        *,
        id: int,
        request_body: (
            Iterable[operations.SendLinesRequestBodyLine]
            | AsyncIterable[operations.SendLinesRequestBodyLine]
        ),
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs/{id}/lines`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_LINES,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def send_records(
        self,
        *,
        id: int,
        request_body: Iterable[date] | AsyncIterable[date] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs/{id}/lines`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_RECORDS,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def send_records_async(
        self,
        *,
        id: int,
        request_body: Iterable[date] | AsyncIterable[date] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs/{id}/lines`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_RECORDS,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def set_priority(
        self,
        *,
        id: int,
        request_body: int,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs/{id}/lines`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_PRIORITY,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def set_priority_async(
        self,
        *,
        id: int,
        request_body: int,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs/{id}/lines`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_PRIORITY,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def send_parts(
        self,
        *,
        id: int,
        request_body: Iterable[FileInput] | AsyncIterable[FileInput],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs/{id}/parts`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PARTS,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def send_parts_async(
        self,
        *,
        id: int,
        request_body: Iterable[FileInput] | AsyncIterable[FileInput],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /jobs/{id}/parts`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PARTS,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    def send_related(
        self,
        *,
        id: int,
        meta: operations.Meta,
        media: FileInput | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs/{id}/parts`.

        Args:
            id: The value of `id`.
            meta: The value of `meta`.
            media: The value of `media`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_RELATED,
            {
                "id": id,
            },
            {
                "meta": meta,
                "media": media,
            },
            **options,
        )

    async def send_related_async(
        self,
        *,
        id: int,
        meta: operations.Meta,
        media: FileInput | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /jobs/{id}/parts`.

        Args:
            id: The value of `id`.
            meta: The value of `meta`.
            media: The value of `media`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_RELATED,
            {
                "id": id,
            },
            {
                "meta": meta,
                "media": media,
            },
            **options,
        )

    def send_notes(
        self,
        *,
        id: int,
        request_body: Iterable[datetime] | AsyncIterable[datetime] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs/{id}/parts`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_NOTES,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def send_notes_async(
        self,
        *,
        id: int,
        request_body: Iterable[datetime] | AsyncIterable[datetime] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PATCH /jobs/{id}/parts`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.PayloadsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_NOTES,
            {
                "id": id,
            },
            request_body,
            **options,
        )


class JobsWithRawResponse:
    """The methods of `Jobs`, returning a `types.RawResponse`."""

    def __init__(self, methods: Jobs) -> None:
        self.add_job = raw(methods.add_job)
        self.add_job_async = raw_async(methods.add_job_async)
        self.add_job_multipart = raw(methods.add_job_multipart)
        self.add_job_multipart_async = raw_async(methods.add_job_multipart_async)
        self.add_job_text = raw(methods.add_job_text)
        self.add_job_text_async = raw_async(methods.add_job_text_async)
        self.add_job_raw = raw(methods.add_job_raw)
        self.add_job_raw_async = raw_async(methods.add_job_raw_async)
        self.set_form = raw(methods.set_form)
        self.set_form_async = raw_async(methods.set_form_async)
        self.patch_job = raw(methods.patch_job)
        self.patch_job_async = raw_async(methods.patch_job_async)
        self.send_xml = raw(methods.send_xml)
        self.send_xml_async = raw_async(methods.send_xml_async)
        self.send_image = raw(methods.send_image)
        self.send_image_async = raw_async(methods.send_image_async)
        self.send_map = raw(methods.send_map)
        self.send_map_async = raw_async(methods.send_map_async)
        self.send_lines = raw(methods.send_lines)
        self.send_lines_async = raw_async(methods.send_lines_async)
        self.send_records = raw(methods.send_records)
        self.send_records_async = raw_async(methods.send_records_async)
        self.set_priority = raw(methods.set_priority)
        self.set_priority_async = raw_async(methods.set_priority_async)
        self.send_parts = raw(methods.send_parts)
        self.send_parts_async = raw_async(methods.send_parts_async)
        self.send_related = raw(methods.send_related)
        self.send_related_async = raw_async(methods.send_related_async)
        self.send_notes = raw(methods.send_notes)
        self.send_notes_async = raw_async(methods.send_notes_async)


class JobsWithStreamingResponse:
    """The methods of `Jobs`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Jobs) -> None:
        self.add_job = streamed(methods.add_job)
        self.add_job_async = streamed_async(methods.add_job_async)
        self.add_job_multipart = streamed(methods.add_job_multipart)
        self.add_job_multipart_async = streamed_async(methods.add_job_multipart_async)
        self.add_job_text = streamed(methods.add_job_text)
        self.add_job_text_async = streamed_async(methods.add_job_text_async)
        self.add_job_raw = streamed(methods.add_job_raw)
        self.add_job_raw_async = streamed_async(methods.add_job_raw_async)
        self.set_form = streamed(methods.set_form)
        self.set_form_async = streamed_async(methods.set_form_async)
        self.patch_job = streamed(methods.patch_job)
        self.patch_job_async = streamed_async(methods.patch_job_async)
        self.send_xml = streamed(methods.send_xml)
        self.send_xml_async = streamed_async(methods.send_xml_async)
        self.send_image = streamed(methods.send_image)
        self.send_image_async = streamed_async(methods.send_image_async)
        self.send_map = streamed(methods.send_map)
        self.send_map_async = streamed_async(methods.send_map_async)
        self.send_lines = streamed(methods.send_lines)
        self.send_lines_async = streamed_async(methods.send_lines_async)
        self.send_records = streamed(methods.send_records)
        self.send_records_async = streamed_async(methods.send_records_async)
        self.set_priority = streamed(methods.set_priority)
        self.set_priority_async = streamed_async(methods.set_priority_async)
        self.send_parts = streamed(methods.send_parts)
        self.send_parts_async = streamed_async(methods.send_parts_async)
        self.send_related = streamed(methods.send_related)
        self.send_related_async = streamed_async(methods.send_related_async)
        self.send_notes = streamed(methods.send_notes)
        self.send_notes_async = streamed_async(methods.send_notes_async)
