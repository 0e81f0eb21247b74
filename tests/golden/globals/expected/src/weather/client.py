"""The client: `Weather`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, Literal

from . import components
from ._runtime.client import Attributes, Client
from ._runtime.logs import Logger
from ._runtime.transports.pools import AsyncHttpClient, HttpClient
from .types import UNSET, OptionalNullable
from .utils import Hooks, RetryConfig, Timeout

if TYPE_CHECKING:
    from .stations import Stations


class Weather(Client):
    """Weather stations, by their numbers.

    A client can be shared by threads, and used for sync and async calls. Use it in a `with` or
    `async with` statement, or call `close` or `aclose` when it is no longer needed. Connections are
    opened on demand.

    Args:
        token: The token, or a function that returns it for each call.
            Defaults to the environment variable `ACME_TOKEN`.
        x_caller: Who is asking.
            Defaults to the environment variable `ACME_X_CALLER`.
        x_trace: The value of `X-Trace`.
            Defaults to the environment variable `ACME_X_TRACE`.
        x_debug: Whether to explain each value.
            Defaults to the environment variable `ACME_X_DEBUG`.
        network: The network of stations.
            Defaults to the environment variable `ACME_NETWORK`.
        units: Units of values.
            Defaults to the environment variable `ACME_UNITS`.
        decimals: The value of `decimals`. At least 0. Default: `1`.
            Defaults to the environment variable `ACME_DECIMALS`.
        layers: The value of `layers`.
        region: Where the stations are.
        port: Variable `port` of the server URL.
            Default: "8443\".
        base: Variable `base` of the server URL.
            Default: "v1\".
        server: Name of the server to call; defaults to the first one.
        server_url: Base URL to use instead of that of a named server. Without either, defaults to
            the environment variable `ACME_SERVER_URL`.
        client: HTTP client of httpx2 or httpx for sync calls. Closing this client does not close
            it.
        async_client: HTTP client of httpx2 or httpx for async calls; it is not closed either.
        retry_config: Retry policy that replaces the API's own; None turns retries off.
        timeout_ms: Timeout for connecting, and for each read and write, in milliseconds; or a
            `Timeout`, which has one for each of these. Default: 60,000.
        debug_logger: Logger that receives one line per request, response and retry. Defaults to the
            standard library's logger `weather`. Secrets and bodies are not logged.
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
            urllib3 (sync) and aiohttp (async), which `pip install acme-weather[fast]`
            installs. Defaults to the environment variable `ACME_TRANSPORT`, then
            to `"httpx2"`.

    Raises:
        ImportError: If a library of the transport is not installed.
        ValueError: If the server, its URL, the transport, a header or a number is invalid.

    Example:
        ```python
        with Weather() as client:
            ...
        ```
    """

    stations: Stations
    """The `Stations` operations."""

    _resources: ClassVar[Attributes] = {
        "stations": (".stations", "Stations"),
    }

    def __init__(
        self,
        token: str | Callable[[], str | Awaitable[str | None] | None] | None = None,
        x_caller: str | None = None,
        x_trace: str | None = None,
        x_debug: bool | None = None,
        network: str | None = None,
        units: components.Units | None = None,
        decimals: int | None = None,
        layers: list[str] | None = None,
        region: Literal["eu", "us", "asia"] | None = None,
        port: str | None = None,
        base: str | None = None,
        server: Literal["production", "server_2"] | None = None,
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

        token = concealed(token)
        server_url = concealed_url(server_url)
        super().__init__(
            Session(
                SDK,
                credentials={
                    "token": token,
                },
                parameters={
                    "x_caller": x_caller,
                    "x_trace": x_trace,
                    "x_debug": x_debug,
                    "network": network,
                    "units": units,
                    "decimals": decimals,
                    "layers": layers,
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
                server_variables={
                    "region": region,
                    "port": port,
                    "base": base,
                },
                validate_requests=validate_requests,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                idempotency_header=idempotency_header,
                deadline_ms=deadline_ms,
                transport=transport,
            )
        )
