"""The client: `XmlBodies`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from ._runtime.client import Attributes, Client
from ._runtime.logs import Logger
from ._runtime.transports.pools import AsyncHttpClient, HttpClient
from .types import UNSET, OptionalNullable
from .utils import Hooks, RetryConfig, Timeout

if TYPE_CHECKING:
    from .books import Books


class XmlBodies(Client):
    """Lending library

    A client can be shared by threads, and used for sync and async calls. Use it in a `with` or
    `async with` statement, or call `close` or `aclose` when it is no longer needed. Connections are
    opened on demand.

    Args:
        server: Name of the server to call; defaults to the first one.
        server_url: Base URL to use instead of that of a named server. Without either, defaults to
            the environment variable `XML_BODIES_SERVER_URL`.
        client: HTTP client of httpx2 or httpx for sync calls. Closing this client does not close
            it.
        async_client: HTTP client of httpx2 or httpx for async calls; it is not closed either.
        retry_config: Retry policy that replaces the API's own; None turns retries off.
        timeout_ms: Timeout for connecting, and for each read and write, in milliseconds; or a
            `Timeout`, which has one for each of these. Default: 60,000.
        debug_logger: Logger that receives one line per request, response and retry. Defaults to the
            standard library's logger `xml_bodies`. Secrets and bodies are not logged.
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
            urllib3 (sync) and aiohttp (async), which `pip install xml-bodies[fast]`
            installs. Defaults to the environment variable `XML_BODIES_TRANSPORT`, then
            to `"httpx2"`.

    Raises:
        ImportError: If a library of the transport is not installed.
        ValueError: If the server, its URL, the transport, a header or a number is invalid.

    Example:
        ```python
        with XmlBodies() as client:
            ...
        ```
    """

    books: Books
    """The `Books` operations."""

    _resources: ClassVar[Attributes] = {
        "books": (".books", "Books"),
    }

    def __init__(
        self,
        server: Literal["server_1"] | None = None,
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
        from ._runtime.auth.credential_text import concealed_url
        from ._runtime.session import Session
        from ._sdk import SDK

        server_url = concealed_url(server_url)
        super().__init__(
            Session(
                SDK,
                credentials={},
                parameters={},
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
