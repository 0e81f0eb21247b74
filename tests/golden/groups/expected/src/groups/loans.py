"""The `Loans` operations."""

# pyright: reportDeprecated=false
# The views below have the deprecated methods, too.

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.deprecation import deprecated
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

LIST_LOANS_OPERATION: Operation[components.Book] = Operation(
    "listLoans",
    "GET",
    "/loans",
    returns={200: lambda: components.Book},
)

BORROW_OPERATION: Operation[None] = Operation(
    "borrow",
    "POST",
    "/loans",
    returns={204: None},
)


class Loans(Resource):
    """The `Loans` operations."""

    @property
    def with_raw_response(self) -> LoansWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return LoansWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> LoansWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return LoansWithStreamingResponse(self._streamed())

    def list_loans(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `GET /loans`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            LIST_LOANS_OPERATION,
            {},
            **options,
        )

    async def list_loans_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Call `GET /loans`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A book.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            LIST_LOANS_OPERATION,
            {},
            **options,
        )

    @deprecated("borrow is deprecated. It forgets who borrows. Use `books.get_book` instead.")
    def borrow(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /loans`.

        Deprecated. It forgets who borrows. Use `books.get_book` instead.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            BORROW_OPERATION,
            {},
            **options,
        )

    @deprecated("borrow is deprecated. It forgets who borrows. Use `books.get_book` instead.")
    async def borrow_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /loans`.

        Deprecated. It forgets who borrows. Use `books.get_book` instead.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            BORROW_OPERATION,
            {},
            **options,
        )


class LoansWithRawResponse:
    """The methods of `Loans`, returning a `types.RawResponse`."""

    def __init__(self, methods: Loans) -> None:
        self.list_loans = raw(methods.list_loans)
        self.list_loans_async = raw_async(methods.list_loans_async)
        self.borrow = raw(methods.borrow)
        self.borrow_async = raw_async(methods.borrow_async)


class LoansWithStreamingResponse:
    """The methods of `Loans`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Loans) -> None:
        self.list_loans = streamed(methods.list_loans)
        self.list_loans_async = streamed_async(methods.list_loans_async)
        self.borrow = streamed(methods.borrow)
        self.borrow_async = streamed_async(methods.borrow_async)
