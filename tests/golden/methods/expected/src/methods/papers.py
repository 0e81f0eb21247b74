"""The `Papers` operations."""

from __future__ import annotations

from typing import Unpack

from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.operation import TEXT, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_PAPERS: Operation[list[int]] = Operation(
    "listPapers",
    "GET",
    "/papers",
    returns={200: lambda: list[int]},
)

_FIND_PAPERS: Operation[list[int]] = Operation(
    "findPapers",
    "QUERY",
    "/papers",
    body="properties",
    required_properties=("title",),
    returns={200: lambda: list[int]},
)

_LOCK_PAPERS: Operation[None] = Operation(
    "LOCK /papers",
    "LOCK",
    "/papers",
    returns={204: None},
)

_PURGE_PAPERS: Operation[None] = Operation(
    "purgePapers",
    "purge",
    "/papers",
    returns={204: None},
)

_COPY_PAPER: Operation[None] = Operation(
    "copyPaper",
    "COPY",
    "/papers/{id}",
    headers=("Destination",),
    required=("Destination",),
    returns={204: None},
)

_SEARCH_PAPER: Operation[str] = Operation(
    "searchPaper",
    "M-SEARCH",
    "/papers/{id}",
    body="value",
    content_type="text/plain",
    encoder=BODIES,
    body_required=False,
    returns={200: TEXT},
    accept="text/plain",
)


class Papers(Resource):
    """The `Papers` operations."""

    @property
    def with_raw_response(self) -> PapersWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PapersWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PapersWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PapersWithStreamingResponse(self._streamed())

    def list_papers(
        self,
        **options: Unpack[CallOptions],
    ) -> list[int]:
        """Call `GET /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All of them.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_PAPERS,
            {},
            **options,
        )

    async def list_papers_async(
        self,
        **options: Unpack[CallOptions],
    ) -> list[int]:
        """Call `GET /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All of them.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_PAPERS,
            {},
            **options,
        )

    def find_papers(
        self,
        *,
        title: str,
        **options: Unpack[CallOptions],
    ) -> list[int]:
        """Call `QUERY /papers`.

        Args:
            title: The value of `title`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Those that match.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _FIND_PAPERS,
            {},
            {
                "title": title,
            },
            **options,
        )

    async def find_papers_async(
        self,
        *,
        title: str,
        **options: Unpack[CallOptions],
    ) -> list[int]:
        """Call `QUERY /papers`.

        Args:
            title: The value of `title`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Those that match.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _FIND_PAPERS,
            {},
            {
                "title": title,
            },
            **options,
        )

    def lock_papers(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `LOCK /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Locked.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LOCK_PAPERS,
            {},
            **options,
        )

    async def lock_papers_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `LOCK /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Locked.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LOCK_PAPERS,
            {},
            **options,
        )

    def purge_papers(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `purge /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Gone.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PURGE_PAPERS,
            {},
            **options,
        )

    async def purge_papers_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `purge /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Gone.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PURGE_PAPERS,
            {},
            **options,
        )

    def copy_paper(
        self,
        *,
        id: int,
        destination: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `COPY /papers/{id}`.

        Args:
            id: The value of `id`.
            destination: The value of `Destination`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Copied.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COPY_PAPER,
            {
                "id": id,
                "Destination": destination,
            },
            **options,
        )

    async def copy_paper_async(
        self,
        *,
        id: int,
        destination: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `COPY /papers/{id}`.

        Args:
            id: The value of `id`.
            destination: The value of `Destination`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Copied.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COPY_PAPER,
            {
                "id": id,
                "Destination": destination,
            },
            **options,
        )

    def search_paper(
        self,
        *,
        id: int,
        request_body: str | None = None,
        **options: Unpack[CallOptions],
    ) -> str:
        """Call `M-SEARCH /papers/{id}`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Found.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEARCH_PAPER,
            {
                "id": id,
            },
            request_body,
            **options,
        )

    async def search_paper_async(
        self,
        *,
        id: int,
        request_body: str | None = None,
        **options: Unpack[CallOptions],
    ) -> str:
        """Call `M-SEARCH /papers/{id}`.

        Args:
            id: The value of `id`.
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Found.

        Raises:
            errors.MethodsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEARCH_PAPER,
            {
                "id": id,
            },
            request_body,
            **options,
        )


class PapersWithRawResponse:
    """The methods of `Papers`, returning a `types.RawResponse`."""

    def __init__(self, methods: Papers) -> None:
        self.list_papers = raw(methods.list_papers)
        self.list_papers_async = raw_async(methods.list_papers_async)
        self.find_papers = raw(methods.find_papers)
        self.find_papers_async = raw_async(methods.find_papers_async)
        self.lock_papers = raw(methods.lock_papers)
        self.lock_papers_async = raw_async(methods.lock_papers_async)
        self.purge_papers = raw(methods.purge_papers)
        self.purge_papers_async = raw_async(methods.purge_papers_async)
        self.copy_paper = raw(methods.copy_paper)
        self.copy_paper_async = raw_async(methods.copy_paper_async)
        self.search_paper = raw(methods.search_paper)
        self.search_paper_async = raw_async(methods.search_paper_async)


class PapersWithStreamingResponse:
    """The methods of `Papers`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Papers) -> None:
        self.list_papers = streamed(methods.list_papers)
        self.list_papers_async = streamed_async(methods.list_papers_async)
        self.find_papers = streamed(methods.find_papers)
        self.find_papers_async = streamed_async(methods.find_papers_async)
        self.lock_papers = streamed(methods.lock_papers)
        self.lock_papers_async = streamed_async(methods.lock_papers_async)
        self.purge_papers = streamed(methods.purge_papers)
        self.purge_papers_async = streamed_async(methods.purge_papers_async)
        self.copy_paper = streamed(methods.copy_paper)
        self.copy_paper_async = streamed_async(methods.copy_paper_async)
        self.search_paper = streamed(methods.search_paper)
        self.search_paper_async = streamed_async(methods.search_paper_async)
