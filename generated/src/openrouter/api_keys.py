"""Create, inspect, update and delete API keys."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack
from uuid import UUID

from . import errors, operations
from ._runtime.operation import ErrorTable, Operation
from ._runtime.paging.offsets import OffsetPages
from ._runtime.paging.pages import AsyncPages, Pages
from ._runtime.paging.resource import PagedResource
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, UnsetType

_GLOBAL_HEADERS = ("HTTP-Referer", "X-OpenRouter-Title", "X-OpenRouter-Categories")

_COMMON_ERRORS: ErrorTable = {
    401: lambda: errors.UnauthorizedResponseError,
    500: lambda: errors.InternalServerResponseError,
}

_GET_CURRENT_KEY_METADATA: Operation[operations.GetCurrentKeyResponse] = Operation(
    "getCurrentKey",
    "GET",
    "/key",
    headers=_GLOBAL_HEADERS,
    returns={200: lambda: operations.GetCurrentKeyResponse},
    errors=_COMMON_ERRORS,
)

_LIST: Operation[operations.ListResponse] = Operation(
    "list",
    "GET",
    "/keys",
    query=("include_disabled", "offset", "workspace_id"),
    headers=_GLOBAL_HEADERS,
    returns={200: lambda: operations.ListResponse},
    errors={
        **_COMMON_ERRORS,
        429: lambda: errors.TooManyRequestsResponseError,
    },
    pages=OffsetPages("offset", results=("data",)),
)

_CREATE: Operation[operations.CreateKeysResponse] = Operation(
    "createKeys",
    "POST",
    "/keys",
    headers=_GLOBAL_HEADERS,
    body="properties",
    required_properties=("name",),
    nullable=("creator_user_id", "expires_at", "limit", "limit_reset"),
    body_types={
        "expires_at": lambda: datetime | None,
    },
    returns={201: lambda: operations.CreateKeysResponse},
    errors={
        **_COMMON_ERRORS,
        400: lambda: errors.BadRequestResponseError,
        403: lambda: errors.ForbiddenResponseError,
        429: lambda: errors.TooManyRequestsResponseError,
    },
)

_DELETE: Operation[operations.DeleteKeysResponse] = Operation(
    "deleteKeys",
    "DELETE",
    "/keys/{hash}",
    headers=_GLOBAL_HEADERS,
    returns={200: lambda: operations.DeleteKeysResponse},
    errors={
        **_COMMON_ERRORS,
        404: lambda: errors.NotFoundResponseError,
        429: lambda: errors.TooManyRequestsResponseError,
    },
)

_GET: Operation[operations.GetKeyResponse] = Operation(
    "getKey",
    "GET",
    "/keys/{hash}",
    headers=_GLOBAL_HEADERS,
    returns={200: lambda: operations.GetKeyResponse},
    errors={
        **_COMMON_ERRORS,
        404: lambda: errors.NotFoundResponseError,
        429: lambda: errors.TooManyRequestsResponseError,
    },
)

_UPDATE: Operation[operations.UpdateKeysResponse] = Operation(
    "updateKeys",
    "PATCH",
    "/keys/{hash}",
    headers=_GLOBAL_HEADERS,
    body="properties",
    nullable=("limit", "limit_reset"),
    returns={200: lambda: operations.UpdateKeysResponse},
    errors={
        **_COMMON_ERRORS,
        400: lambda: errors.BadRequestResponseError,
        404: lambda: errors.NotFoundResponseError,
        429: lambda: errors.TooManyRequestsResponseError,
    },
)


class APIKeys(PagedResource):
    """Create, inspect, update and delete API keys."""

    @property
    def with_raw_response(self) -> APIKeysWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return APIKeysWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> APIKeysWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return APIKeysWithStreamingResponse(self._streamed())

    def get_current_key_metadata(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.GetCurrentKeyResponse:
        """Get current API key.

        Returns the limit, spending and permissions of the API key that authenticates the
        request. Any valid key can be used.

        Args:
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The API key that authenticated the request.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_CURRENT_KEY_METADATA,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            **options,
        )

    async def get_current_key_metadata_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.GetCurrentKeyResponse:
        """Get current API key.

        Returns the limit, spending and permissions of the API key that authenticates the
        request. Any valid key can be used.

        Args:
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The API key that authenticated the request.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_CURRENT_KEY_METADATA,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            **options,
        )

    def list(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        include_disabled: bool | None = None,
        offset: int | None = None,
        workspace_id: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListResponse:
        """List API keys.

        Returns the API keys of a workspace, one page at a time. Requires a management key.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            include_disabled: Whether to list disabled keys too. By default, only enabled keys
                are listed.
            offset: Zero-based position of the first key to return. For the next page, pass the
                number of keys received so far. At least 0.
            workspace_id: ID of the workspace whose keys to list. If omitted, the default
                workspace is used.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of keys; the page after the last one is empty.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "include_disabled": include_disabled,
                "offset": offset,
                "workspace_id": workspace_id,
            },
            **options,
        )

    async def list_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        include_disabled: bool | None = None,
        offset: int | None = None,
        workspace_id: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ListResponse:
        """List API keys.

        Returns the API keys of a workspace, one page at a time. Requires a management key.

        Iterate over the returned page to get its results, and those of all pages after it.

        Args:
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            include_disabled: Whether to list disabled keys too. By default, only enabled keys
                are listed.
            offset: Zero-based position of the first key to return. For the next page, pass the
                number of keys received so far. At least 0.
            workspace_id: ID of the workspace whose keys to list. If omitted, the default
                workspace is used.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of keys; the page after the last one is empty.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "include_disabled": include_disabled,
                "offset": offset,
                "workspace_id": workspace_id,
            },
            **options,
        )

    def list_iter(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        include_disabled: bool | None = None,
        offset: int | None = None,
        workspace_id: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[operations.ListResponse, operations.ListData]:
        """Iterate over all results of `list`, fetching pages on demand.

        Takes the same arguments as `list`, and raises its exceptions during iteration.
        """
        return self._pages(
            _LIST,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "include_disabled": include_disabled,
                "offset": offset,
                "workspace_id": workspace_id,
            },
            **options,
        )

    def list_iter_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        include_disabled: bool | None = None,
        offset: int | None = None,
        workspace_id: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[operations.ListResponse, operations.ListData]:
        """Async version of `list_iter`, for use with `async for`."""
        return self._pages_async(
            _LIST,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
                "include_disabled": include_disabled,
                "offset": offset,
                "workspace_id": workspace_id,
            },
            **options,
        )

    def create(
        self,
        *,
        name: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        creator_user_id: str | UnsetType | None = UNSET,
        expires_at: datetime | UnsetType | None = UNSET,
        include_byok_in_limit: bool | None = None,
        limit: float | UnsetType | None = UNSET,
        limit_reset: operations.CreateKeysLimitReset | UnsetType | None = UNSET,
        workspace_id: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.CreateKeysResponse:
        """Create a new API key.

        Creates an API key and returns its secret, which cannot be retrieved again. Requires a
        management key.

        Args:
            name: Display name of the new key (not empty).
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            creator_user_id: ID of the organization member to create the key for. Ignored for
                personal accounts.
            expires_at: When the key expires, in UTC; times with another offset are rejected.
                Null means never.
            include_byok_in_limit: Whether spending through your own provider keys (BYOK) counts
                towards `limit`.
            limit: Spending limit per period, in USD; null means no limit.
            limit_reset: How often `limit` resets, always at midnight UTC; weeks start on Monday.
                Null means never. One of 'daily', 'weekly', 'monthly'; others may be added.
            workspace_id: ID of the workspace that will contain the key. If omitted, the default
                workspace is used.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The new API key, including its secret.

        Raises:
            errors.BadRequestResponseError: The request is invalid; the message says why.
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.ForbiddenResponseError: The API key is valid but lacks the required
                permission.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _CREATE,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            {
                "name": name,
                "creator_user_id": creator_user_id,
                "expires_at": expires_at,
                "include_byok_in_limit": include_byok_in_limit,
                "limit": limit,
                "limit_reset": limit_reset,
                "workspace_id": workspace_id,
            },
            **options,
        )

    async def create_async(
        self,
        *,
        name: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        creator_user_id: str | UnsetType | None = UNSET,
        expires_at: datetime | UnsetType | None = UNSET,
        include_byok_in_limit: bool | None = None,
        limit: float | UnsetType | None = UNSET,
        limit_reset: operations.CreateKeysLimitReset | UnsetType | None = UNSET,
        workspace_id: str | UUID | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.CreateKeysResponse:
        """Create a new API key.

        Creates an API key and returns its secret, which cannot be retrieved again. Requires a
        management key.

        Args:
            name: Display name of the new key (not empty).
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            creator_user_id: ID of the organization member to create the key for. Ignored for
                personal accounts.
            expires_at: When the key expires, in UTC; times with another offset are rejected.
                Null means never.
            include_byok_in_limit: Whether spending through your own provider keys (BYOK) counts
                towards `limit`.
            limit: Spending limit per period, in USD; null means no limit.
            limit_reset: How often `limit` resets, always at midnight UTC; weeks start on Monday.
                Null means never. One of 'daily', 'weekly', 'monthly'; others may be added.
            workspace_id: ID of the workspace that will contain the key. If omitted, the default
                workspace is used.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The new API key, including its secret.

        Raises:
            errors.BadRequestResponseError: The request is invalid; the message says why.
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.ForbiddenResponseError: The API key is valid but lacks the required
                permission.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _CREATE,
            {
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            {
                "name": name,
                "creator_user_id": creator_user_id,
                "expires_at": expires_at,
                "include_byok_in_limit": include_byok_in_limit,
                "limit": limit,
                "limit_reset": limit_reset,
                "workspace_id": workspace_id,
            },
            **options,
        )

    def delete(
        self,
        *,
        hash: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.DeleteKeysResponse:
        """Delete an API key.

        Permanently deletes an API key, so that requests with it fail. Requires a management key.

        Args:
            hash: The `hash` of the key to delete.
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The key was deleted.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.NotFoundResponseError: No API key has this hash.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _DELETE,
            {
                "hash": hash,
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            **options,
        )

    async def delete_async(
        self,
        *,
        hash: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.DeleteKeysResponse:
        """Delete an API key.

        Permanently deletes an API key, so that requests with it fail. Requires a management key.

        Args:
            hash: The `hash` of the key to delete.
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The key was deleted.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.NotFoundResponseError: No API key has this hash.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _DELETE,
            {
                "hash": hash,
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            **options,
        )

    def get(
        self,
        *,
        hash: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.GetKeyResponse:
        """Get a single API key.

        Returns the settings and spending of one API key. Requires a management key.

        Args:
            hash: The `hash` of the key to get.
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The requested API key.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.NotFoundResponseError: No API key has this hash.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET,
            {
                "hash": hash,
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            **options,
        )

    async def get_async(
        self,
        *,
        hash: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.GetKeyResponse:
        """Get a single API key.

        Returns the settings and spending of one API key. Requires a management key.

        Args:
            hash: The `hash` of the key to get.
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The requested API key.

        Raises:
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.NotFoundResponseError: No API key has this hash.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET,
            {
                "hash": hash,
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            **options,
        )

    def update(
        self,
        *,
        hash: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        disabled: bool | None = None,
        include_byok_in_limit: bool | None = None,
        limit: float | UnsetType | None = UNSET,
        limit_reset: operations.UpdateKeysLimitReset | UnsetType | None = UNSET,
        name: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.UpdateKeysResponse:
        """Update an API key.

        Changes the given settings of an API key and keeps the others. Requires a management key.

        Args:
            hash: The `hash` of the key to update.
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            disabled: Whether to reject requests with this key.
            include_byok_in_limit: Whether spending through your own provider keys (BYOK) counts
                towards `limit`.
            limit: New spending limit per period, in USD; null means no limit.
            limit_reset: How often `limit` resets, always at midnight UTC; weeks start on Monday.
                Null means never. One of 'daily', 'weekly', 'monthly'; others may be added.
            name: New display name of the key.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The updated API key.

        Raises:
            errors.BadRequestResponseError: The request is invalid; the message says why.
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.NotFoundResponseError: No API key has this hash.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _UPDATE,
            {
                "hash": hash,
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            {
                "disabled": disabled,
                "include_byok_in_limit": include_byok_in_limit,
                "limit": limit,
                "limit_reset": limit_reset,
                "name": name,
            },
            **options,
        )

    async def update_async(
        self,
        *,
        hash: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        disabled: bool | None = None,
        include_byok_in_limit: bool | None = None,
        limit: float | UnsetType | None = UNSET,
        limit_reset: operations.UpdateKeysLimitReset | UnsetType | None = UNSET,
        name: str | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.UpdateKeysResponse:
        """Update an API key.

        Changes the given settings of an API key and keeps the others. Requires a management key.

        Args:
            hash: The `hash` of the key to update.
            http_referer: URL of your app, under which its usage and rankings are recorded.
                Defaults to the client's `http_referer`.
            x_open_router_title: Name of your app on OpenRouter's pages. Defaults to the client's
                `x_open_router_title`.
            x_open_router_categories: Categories of your app, separated by commas, for rankings
                among similar apps. Defaults to the client's `x_open_router_categories`.
            disabled: Whether to reject requests with this key.
            include_byok_in_limit: Whether spending through your own provider keys (BYOK) counts
                towards `limit`.
            limit: New spending limit per period, in USD; null means no limit.
            limit_reset: How often `limit` resets, always at midnight UTC; weeks start on Monday.
                Null means never. One of 'daily', 'weekly', 'monthly'; others may be added.
            name: New display name of the key.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The updated API key.

        Raises:
            errors.BadRequestResponseError: The request is invalid; the message says why.
            errors.UnauthorizedResponseError: The API key is missing or invalid.
            errors.NotFoundResponseError: No API key has this hash.
            errors.TooManyRequestsResponseError: Too many requests; wait before sending more.
            errors.InternalServerResponseError: The server failed; the request itself may be
                valid.
            errors.OpenRouterDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _UPDATE,
            {
                "hash": hash,
                "HTTP-Referer": http_referer,
                "X-OpenRouter-Title": x_open_router_title,
                "X-OpenRouter-Categories": x_open_router_categories,
            },
            {
                "disabled": disabled,
                "include_byok_in_limit": include_byok_in_limit,
                "limit": limit,
                "limit_reset": limit_reset,
                "name": name,
            },
            **options,
        )


class APIKeysWithRawResponse:
    """The methods of `APIKeys`, returning a `types.RawResponse`."""

    def __init__(self, methods: APIKeys) -> None:
        self.get_current_key_metadata = raw(methods.get_current_key_metadata)
        self.get_current_key_metadata_async = raw_async(methods.get_current_key_metadata_async)
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.create = raw(methods.create)
        self.create_async = raw_async(methods.create_async)
        self.delete = raw(methods.delete)
        self.delete_async = raw_async(methods.delete_async)
        self.get = raw(methods.get)
        self.get_async = raw_async(methods.get_async)
        self.update = raw(methods.update)
        self.update_async = raw_async(methods.update_async)


class APIKeysWithStreamingResponse:
    """The methods of `APIKeys`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: APIKeys) -> None:
        self.get_current_key_metadata = streamed(methods.get_current_key_metadata)
        self.get_current_key_metadata_async = streamed_async(methods.get_current_key_metadata_async)
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
        self.create = streamed(methods.create)
        self.create_async = streamed_async(methods.create_async)
        self.delete = streamed(methods.delete)
        self.delete_async = streamed_async(methods.delete_async)
        self.get = streamed(methods.get)
        self.get_async = streamed_async(methods.get_async)
        self.update = streamed(methods.update)
        self.update_async = streamed_async(methods.update_async)
