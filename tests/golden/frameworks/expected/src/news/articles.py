"""The `articles` operations."""

# pyright: reportDeprecated=false
# The views below have the deprecated methods, too.

from __future__ import annotations

import builtins
from typing import Unpack

from . import components, operations
from ._runtime.client import Resource
from ._runtime.deprecation import deprecated
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LIST: Operation[builtins.list[components.Article]] = Operation(
    "list_articles",
    "GET",
    "/articles/",
    returns={200: lambda: builtins.list[components.Article]},
    security=(("OAuth2PasswordBearer",),),
)

_CREATE: Operation[operations.CreateArticleResponse] = Operation(
    "create_article",
    "POST",
    "/articles/",
    body="properties",
    required_properties=("title",),
    returns={200: lambda: operations.CreateArticleResponse},
)

_GET: Operation[components.Article] = Operation(
    "get_article",
    "GET",
    "/articles/{article_id}",
    returns={200: lambda: components.Article},
)


class Articles(Resource):
    """The `articles` operations."""

    @property
    def with_raw_response(self) -> ArticlesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ArticlesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ArticlesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ArticlesWithStreamingResponse(self._streamed())

    def list(
        self,
        **options: Unpack[CallOptions],
    ) -> builtins.list[components.Article]:
        """Call `GET /articles/`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST,
            {},
            **options,
        )

    async def list_async(
        self,
        **options: Unpack[CallOptions],
    ) -> builtins.list[components.Article]:
        """Call `GET /articles/`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST,
            {},
            **options,
        )

    def create(
        self,
        *,
        title: str,
        **options: Unpack[CallOptions],
    ) -> operations.CreateArticleResponse:
        """Call `POST /articles/`.

        Args:
            title: The value of `title`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _CREATE,
            {},
            {
                "title": title,
            },
            **options,
        )

    async def create_async(
        self,
        *,
        title: str,
        **options: Unpack[CallOptions],
    ) -> operations.CreateArticleResponse:
        """Call `POST /articles/`.

        Args:
            title: The value of `title`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _CREATE,
            {},
            {
                "title": title,
            },
            **options,
        )

    @deprecated("get is deprecated. Use `articles.list` instead.")
    def get(
        self,
        *,
        article_id: int,
        **options: Unpack[CallOptions],
    ) -> components.Article:
        """Call `GET /articles/{article_id}`.

        Deprecated. Use `articles.list` instead.

        Args:
            article_id: The value of `article_id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET,
            {
                "article_id": article_id,
            },
            **options,
        )

    @deprecated("get is deprecated. Use `articles.list` instead.")
    async def get_async(
        self,
        *,
        article_id: int,
        **options: Unpack[CallOptions],
    ) -> components.Article:
        """Call `GET /articles/{article_id}`.

        Deprecated. Use `articles.list` instead.

        Args:
            article_id: The value of `article_id`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Successful Response

        Raises:
            errors.NewsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET,
            {
                "article_id": article_id,
            },
            **options,
        )


class ArticlesWithRawResponse:
    """The methods of `Articles`, returning a `types.RawResponse`."""

    def __init__(self, methods: Articles) -> None:
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.create = raw(methods.create)
        self.create_async = raw_async(methods.create_async)
        self.get = raw(methods.get)
        self.get_async = raw_async(methods.get_async)


class ArticlesWithStreamingResponse:
    """The methods of `Articles`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Articles) -> None:
        self.list = streamed(methods.list)
        self.list_async = streamed_async(methods.list_async)
        self.create = streamed(methods.create)
        self.create_async = streamed_async(methods.create_async)
        self.get = streamed(methods.get)
        self.get_async = streamed_async(methods.get_async)
