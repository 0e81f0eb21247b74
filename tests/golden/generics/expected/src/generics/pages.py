"""The `pages` operations."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST_USERS: Operation[components.UserPage] = Operation(
    "listUsers",
    "GET",
    "/users",
    returns={200: lambda: components.UserPage},
)

_LIST_KEYS: Operation[components.KeyEnvelope] = Operation(
    "listKeys",
    "GET",
    "/keys",
    returns={200: lambda: components.KeyEnvelope},
)

_LIST_THINGS: Operation[components.Page] = Operation(
    "listThings",
    "GET",
    "/things",
    returns={200: lambda: components.Page},
)

_ADD_TREE: Operation[components.Tree] = Operation(
    "addTree",
    "POST",
    "/trees",
    body="properties",
    required_properties=("name",),
    returns={200: lambda: components.Tree},
)


class Pages_(Resource):
    """The `pages` operations."""

    @property
    def with_raw_response(self) -> Pages_WithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return Pages_WithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> Pages_WithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return Pages_WithStreamingResponse(self._streamed())

    def list_users(
        self,
        **options: Unpack[CallOptions],
    ) -> components.UserPage:
        """Call `GET /users`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of users.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_USERS,
            {},
            **options,
        )

    async def list_users_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.UserPage:
        """Call `GET /users`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of users.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_USERS,
            {},
            **options,
        )

    def list_keys(
        self,
        **options: Unpack[CallOptions],
    ) -> components.KeyEnvelope:
        """Call `GET /keys`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of keys, in an envelope.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_KEYS,
            {},
            **options,
        )

    async def list_keys_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.KeyEnvelope:
        """Call `GET /keys`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of keys, in an envelope.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_KEYS,
            {},
            **options,
        )

    def list_things(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Page:
        """Call `GET /things`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of anything.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_THINGS,
            {},
            **options,
        )

    async def list_things_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Page:
        """Call `GET /things`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A page of anything.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_THINGS,
            {},
            **options,
        )

    def add_tree(
        self,
        *,
        name: str,
        children: list[components.NamedTree] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Tree:
        """Call `POST /trees`.

        Args:
            name: The value of `name`.
            children: The value of `children`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The tree, without names.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_TREE,
            {},
            {
                "name": name,
                "children": children,
            },
            **options,
        )

    async def add_tree_async(
        self,
        *,
        name: str,
        children: list[components.NamedTree] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Tree:
        """Call `POST /trees`.

        Args:
            name: The value of `name`.
            children: The value of `children`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The tree, without names.

        Raises:
            errors.GenericsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_TREE,
            {},
            {
                "name": name,
                "children": children,
            },
            **options,
        )


class Pages_WithRawResponse:
    """The methods of `Pages_`, returning a `types.RawResponse`."""

    def __init__(self, methods: Pages_) -> None:
        self.list_users = raw(methods.list_users)
        self.list_users_async = raw_async(methods.list_users_async)
        self.list_keys = raw(methods.list_keys)
        self.list_keys_async = raw_async(methods.list_keys_async)
        self.list_things = raw(methods.list_things)
        self.list_things_async = raw_async(methods.list_things_async)
        self.add_tree = raw(methods.add_tree)
        self.add_tree_async = raw_async(methods.add_tree_async)


class Pages_WithStreamingResponse:
    """The methods of `Pages_`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Pages_) -> None:
        self.list_users = streamed(methods.list_users)
        self.list_users_async = streamed_async(methods.list_users_async)
        self.list_keys = streamed(methods.list_keys)
        self.list_keys_async = streamed_async(methods.list_keys_async)
        self.list_things = streamed(methods.list_things)
        self.list_things_async = streamed_async(methods.list_things_async)
        self.add_tree = streamed(methods.add_tree)
        self.add_tree_async = streamed_async(methods.add_tree_async)
