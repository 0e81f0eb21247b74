"""A tag that is called as a class of the runtime is."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from . import operations
from ._runtime.operation import Operation
from ._runtime.paging.offsets import OffsetPages
from ._runtime.paging.pages import AsyncPages, Pages
from ._runtime.paging.resource import PagedResource
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_GLOBAL_HEADERS = ("hooks",)

_WITH_RAW_RESPONSE_: Operation[operations.WithRawResponseResponse] = Operation(
    "with_raw_response",
    "GET",
    "/pages",
    query=("options", "self"),
    headers=_GLOBAL_HEADERS,
    returns={200: lambda: operations.WithRawResponseResponse},
    retries=Policy(
        RetryConfig(
            "backoff",
            BackoffStrategy(
                initial_interval=500,
                max_interval=60000,
                exponent=1.5,
                max_elapsed_time=3600000,
            ),
            retry_connection_errors=False,
        ),
        ("5XX",),
    ),
    pages=OffsetPages("options", results=("found",)),
)

_PROPERTY_: Operation[None] = Operation(
    "property",
    "PUT",
    "/pages",
    headers=_GLOBAL_HEADERS,
    body="properties",
    body_required=False,
    nullable=("self",),
    returns={204: None},
)


class Pages_(PagedResource):
    """A tag that is called as a class of the runtime is."""

    @property
    def with_raw_response(self) -> Pages_WithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return Pages_WithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> Pages_WithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return Pages_WithStreamingResponse(self._streamed())

    def with_raw_response_(
        self,
        *,
        header_hooks: str | None = None,
        options_: int | None = None,
        self_: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.WithRawResponseResponse:
        """Call `GET /pages`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            header_hooks: The value of `hooks`. Defaults to the client's `header_hooks`.
            options_: The value of `options`.
            self_: The value of `self`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some pages.

        Raises:
            errors.TakenDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _WITH_RAW_RESPONSE_,
            {
                "hooks": header_hooks,
                "options": options_,
                "self": self_,
            },
            **options,
        )

    async def with_raw_response__async(
        self,
        *,
        header_hooks: str | None = None,
        options_: int | None = None,
        self_: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.WithRawResponseResponse:
        """Call `GET /pages`.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            header_hooks: The value of `hooks`. Defaults to the client's `header_hooks`.
            options_: The value of `options`.
            self_: The value of `self`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Some pages.

        Raises:
            errors.TakenDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _WITH_RAW_RESPONSE_,
            {
                "hooks": header_hooks,
                "options": options_,
                "self": self_,
            },
            **options,
        )

    def with_raw_response__iter(
        self,
        *,
        header_hooks: str | None = None,
        options_: int | None = None,
        self_: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.WithRawResponseResponse, str]:
        """Iterate over all results of `with_raw_response_`, fetching pages on demand.

        Takes the same arguments as `with_raw_response_`, and raises its exceptions during
        iteration.
        """
        return self._pages(
            _WITH_RAW_RESPONSE_,
            {
                "hooks": header_hooks,
                "options": options_,
                "self": self_,
            },
            **options,
        )

    def with_raw_response__iter_async(
        self,
        *,
        header_hooks: str | None = None,
        options_: int | None = None,
        self_: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.WithRawResponseResponse, str]:
        """Async version of `with_raw_response__iter`, for use with `async for`."""
        return self._pages_async(
            _WITH_RAW_RESPONSE_,
            {
                "hooks": header_hooks,
                "options": options_,
                "self": self_,
            },
            **options,
        )

    def property_(
        self,
        *,
        header_hooks: str | None = None,
        options_: str | None = None,
        self_: str | UnsetType | None = UNSET,
        hooks: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /pages`.

        Args:
            header_hooks: The value of `hooks`. Defaults to the client's `header_hooks`.
            options_: The value of `options`.
            self_: The value of `self`.
            hooks: The value of `hooks`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TakenDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PROPERTY_,
            {
                "hooks": header_hooks,
            },
            {
                "options": options_,
                "self": self_,
                "hooks": hooks,
            },
            **options,
        )

    async def property__async(
        self,
        *,
        header_hooks: str | None = None,
        options_: str | None = None,
        self_: str | UnsetType | None = UNSET,
        hooks: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /pages`.

        Args:
            header_hooks: The value of `hooks`. Defaults to the client's `header_hooks`.
            options_: The value of `options`.
            self_: The value of `self`.
            hooks: The value of `hooks`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.TakenDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PROPERTY_,
            {
                "hooks": header_hooks,
            },
            {
                "options": options_,
                "self": self_,
                "hooks": hooks,
            },
            **options,
        )


class Pages_WithRawResponse:
    """The methods of `Pages_`, returning a `types.RawResponse`."""

    def __init__(self, methods: Pages_) -> None:
        self.with_raw_response_ = raw(methods.with_raw_response_)
        self.with_raw_response__async = raw_async(methods.with_raw_response__async)
        self.property_ = raw(methods.property_)
        self.property__async = raw_async(methods.property__async)


class Pages_WithStreamingResponse:
    """The methods of `Pages_`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Pages_) -> None:
        self.with_raw_response_ = streamed(methods.with_raw_response_)
        self.with_raw_response__async = streamed_async(methods.with_raw_response__async)
        self.property_ = streamed(methods.property_)
        self.property__async = streamed_async(methods.property__async)
