"""The `Scans` operations."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.http.part_bodies import PARTS
from ._runtime.operation import Encoding, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import FileInput

_SEND_PHOTOS: Operation[None] = Operation(
    "sendPhotos",
    "POST",
    "/photos",
    body="value",
    content_type="multipart/mixed",
    encoder=PARTS,
    encodings={
        "": Encoding("image/jpeg", is_file=True),
    },
    returns={204: None},
)

_SEND_REPORT: Operation[None] = Operation(
    "sendReport",
    "POST",
    "/reports",
    body="value",
    content_type="multipart/mixed",
    encoder=PARTS,
    encodings={
        "0": Encoding(""),
        "1": Encoding("image/png"),
        "": Encoding("image/jpeg"),
    },
    returns={204: None},
)

_SEND_PAIR: Operation[None] = Operation(
    "sendPair",
    "POST",
    "/pairs",
    body="value",
    content_type="multipart/mixed",
    encoder=BODIES,
    encodings={
        "0": Encoding("application/vnd.title+json"),
        "1": Encoding("text/csv"),
    },
    returns={204: None},
)

_SEND_FORM: Operation[None] = Operation(
    "sendForm",
    "POST",
    "/forms",
    body="properties",
    content_type="multipart/form-data",
    encoder=BODIES,
    encodings={
        "parts": Encoding(
            "multipart/mixed",
            parts={"0": Encoding("text/plain"), "1": Encoding(""), "": Encoding("text/csv")},
        ),
        "pages": Encoding("multipart/mixed", parts={"": Encoding("application/vnd.title+json")}),
        "other": Encoding("text/csv"),
    },
    returns={204: None},
)


class Scans(Resource):
    """The `Scans` operations."""

    @property
    def with_raw_response(self) -> ScansWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ScansWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ScansWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ScansWithStreamingResponse(self._streamed())

    def send_photos(
        self,
        *,
        request_body: Iterable[FileInput] | AsyncIterable[FileInput],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /photos`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PHOTOS,
            {},
            request_body,
            **options,
        )

    async def send_photos_async(
        self,
        *,
        request_body: Iterable[FileInput] | AsyncIterable[FileInput],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /photos`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PHOTOS,
            {},
            request_body,
            **options,
        )

    def send_report(
        self,
        *,
        request_body: (
            Iterable[components.Title | FileInput] | AsyncIterable[components.Title | FileInput]
        ),
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /reports`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_REPORT,
            {},
            request_body,
            **options,
        )

    async def send_report_async(
        self,
        *,
        request_body: (
            Iterable[components.Title | FileInput] | AsyncIterable[components.Title | FileInput]
        ),
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /reports`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_REPORT,
            {},
            request_body,
            **options,
        )

    def send_pair(
        self,
        *,
        request_body: tuple[components.Title, components.Title],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /pairs`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PAIR,
            {},
            request_body,
            **options,
        )

    async def send_pair_async(
        self,
        *,
        request_body: tuple[components.Title, components.Title],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /pairs`.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PAIR,
            {},
            request_body,
            **options,
        )

    def send_form(
        self,
        *,
        title: str | None = None,
        parts: list[str] | None = None,
        pages: list[components.Title] | None = None,
        other: list[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /forms`.

        Args:
            title: The value of `title`.
            parts: The value of `parts`.
            pages: The value of `pages`.
            other: The value of `other`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_FORM,
            {},
            {
                "title": title,
                "parts": parts,
                "pages": pages,
                "other": other,
            },
            **options,
        )

    async def send_form_async(
        self,
        *,
        title: str | None = None,
        parts: list[str] | None = None,
        pages: list[components.Title] | None = None,
        other: list[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /forms`.

        Args:
            title: The value of `title`.
            parts: The value of `parts`.
            pages: The value of `pages`.
            other: The value of `other`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Kept.

        Raises:
            errors.PartsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_FORM,
            {},
            {
                "title": title,
                "parts": parts,
                "pages": pages,
                "other": other,
            },
            **options,
        )


class ScansWithRawResponse:
    """The methods of `Scans`, returning a `types.RawResponse`."""

    def __init__(self, methods: Scans) -> None:
        self.send_photos = raw(methods.send_photos)
        self.send_photos_async = raw_async(methods.send_photos_async)
        self.send_report = raw(methods.send_report)
        self.send_report_async = raw_async(methods.send_report_async)
        self.send_pair = raw(methods.send_pair)
        self.send_pair_async = raw_async(methods.send_pair_async)
        self.send_form = raw(methods.send_form)
        self.send_form_async = raw_async(methods.send_form_async)


class ScansWithStreamingResponse:
    """The methods of `Scans`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Scans) -> None:
        self.send_photos = streamed(methods.send_photos)
        self.send_photos_async = streamed_async(methods.send_photos_async)
        self.send_report = streamed(methods.send_report)
        self.send_report_async = streamed_async(methods.send_report_async)
        self.send_pair = streamed(methods.send_pair)
        self.send_pair_async = streamed_async(methods.send_pair_async)
        self.send_form = streamed(methods.send_form)
        self.send_form_async = streamed_async(methods.send_form_async)
