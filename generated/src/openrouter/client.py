"""The client: `OpenRouter`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, Literal

from ._runtime.client import Attributes, Client
from ._runtime.logs import Logger
from ._runtime.transports.pools import AsyncHttpClient, HttpClient
from .types import UNSET, OptionalNullable
from .utils import Hooks, RetryConfig, Timeout

if TYPE_CHECKING:
    from .api_keys import APIKeys


class OpenRouter(Client):
    """OpenRouter's HTTP API for managing API keys: create, inspect, update and delete keys, and
    track their spending.

    OpenRouter guides and API reference: https://openrouter.ai/docs

    A client can be shared by threads, and used for sync and async calls. Use it in a `with` or
    `async with` statement, or call `close` or `aclose` when it is no longer needed. Connections are
    opened on demand.

    Args:
        api_key: The API key, or a function that returns it for each call. An OpenRouter API key.
            Managing keys requires a management key.
            Defaults to the environment variable `OPENROUTER_API_KEY`.
        http_referer: URL of your app, under which its usage and rankings are recorded.
            Defaults to the environment variable `OPENROUTER_HTTP_REFERER`.
        x_open_router_title: Name of your app on OpenRouter's pages.
            Defaults to the environment variable `OPENROUTER_X_OPEN_ROUTER_TITLE`.
        x_open_router_categories: Categories of your app, separated by commas, for rankings among
            similar apps.
            Defaults to the environment variable `OPENROUTER_X_OPEN_ROUTER_CATEGORIES`.
        server: Name of the server to call; defaults to the first one.
        server_url: Base URL to use instead of that of a named server. Without either, defaults to
            the environment variable `OPENROUTER_SERVER_URL`.
        client: HTTP client of httpx2 or httpx for sync calls. Closing this client does not close
            it.
        async_client: HTTP client of httpx2 or httpx for async calls; it is not closed either.
        retry_config: Retry policy that replaces the API's own; None turns retries off.
        timeout_ms: Timeout for connecting, and for each read and write, in milliseconds; or a
            `Timeout`, which has one for each of these. Default: 60,000.
        debug_logger: Logger that receives one line per request, response and retry. Defaults to the
            standard library's logger `openrouter`. Secrets and bodies are not logged.
        response_validation: How to treat a response that does not match the OpenAPI document:
            `"lenient"` keeps its data and logs a warning, `"strict"` raises
            `ResponseValidationError`.
        hooks: Functions to call before each request, and after each response and error.
        validate_requests: Whether to check requests against the OpenAPI document before sending
            them. An invalid request raises `RequestValidationError`.
        max_response_bytes: Maximum size of a body, or of one event of a stream, in bytes after
            decompression. A larger one raises `ResponseValidationError`; None means no limit. The
            total size of downloads and streams is not limited.
        max_retries: Maximum number of retries per call; 0 turns retries off.
        idempotency_header: Header for idempotency keys, such as `"Idempotency-Key"`. POST and PATCH
            requests then carry a key that is the same in all attempts of a call, and are retried
            like GET. Set it only if the API processes each key once.
        deadline_ms: Time for a whole call in milliseconds: token requests, attempts, waits and the
            body of the response. Reading a stream or a download afterwards is not limited. Default:
            no limit.
        transport: HTTP library for calls without a client above: `"httpx2"`, or `"fast"` for
            urllib3 (sync) and aiohttp (async), which `pip install openrouter-keys[fast]`
            installs. Defaults to the environment variable `OPENROUTER_TRANSPORT`, then
            to `"httpx2"`.

    Raises:
        ImportError: If a library of the transport is not installed.
        ValueError: If the server, its URL, the transport, a header or a number is invalid.

    Example:
        ```python
        with OpenRouter() as client:
            ...
        ```
    """

    api_keys: APIKeys
    """Create, inspect, update and delete API keys."""

    _resources: ClassVar[Attributes] = {
        "api_keys": (".api_keys", "APIKeys"),
    }

    def __init__(
        self,
        api_key: str | Callable[[], str | Awaitable[str | None] | None] | None = None,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        server: Literal["production"] | None = None,
        server_url: str | None = None,
        client: HttpClient | None = None,
        async_client: AsyncHttpClient | None = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: int | Timeout | None = None,
        debug_logger: Logger | None = None,
        *,
        response_validation: Literal["lenient", "strict"] = "lenient",
        hooks: Hooks | None = None,
        validate_requests: bool = False,
        max_response_bytes: int | None = 16_777_216,
        max_retries: int = 2,
        idempotency_header: str | None = None,
        deadline_ms: int | None = None,
        transport: Literal["httpx2", "fast"] | None = None,
    ) -> None:
        from ._runtime.auth.credential_text import concealed, concealed_url
        from ._runtime.session import Session
        from ._sdk import SDK

        api_key = concealed(api_key)
        server_url = concealed_url(server_url)
        super().__init__(
            Session(
                SDK,
                credentials={
                    "api_key": api_key,
                },
                parameters={
                    "http_referer": http_referer,
                    "x_open_router_title": x_open_router_title,
                    "x_open_router_categories": x_open_router_categories,
                },
                server=server,
                server_url=server_url,
                timeout_ms=timeout_ms,
                retry_config=retry_config,
                client=client,
                async_client=async_client,
                debug_logger=debug_logger,
                response_validation=response_validation,
                hooks=hooks,
                validate_requests=validate_requests,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                idempotency_header=idempotency_header,
                deadline_ms=deadline_ms,
                transport=transport,
            )
        )
