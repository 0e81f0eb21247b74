"""The client: `Pagination`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import Client
from ._runtime.values import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from ._runtime.logs import Logger
    from ._runtime.pools import AsyncHttpClient, HttpClient
    from .letters import Letters
    from .types import OptionalNullable
    from .utils import Hooks, RetryConfig


class Pagination(Client):
    """Archive

    A client can serve many threads, and async calls as well. Use it in `with` or `async with`, or
    call `close` or `aclose` in the end; connections are made when they are first needed.

    Args:
        server: Which of the API's servers to call.
        server_url: The base URL of another server.
        client: The HTTP client for sync calls, of httpx2 or httpx. It is not closed with this one.
        async_client: The same for async calls.
        retry_config: When to try again, instead of what the API recommends; None means never.
        timeout_ms: How long to wait for a connection, and for each read and write, in
            milliseconds; 60 000 if it is left out.
        debug_logger: What lines about requests and responses go to, instead of the standard
            library's logger `pagination`. No secret and no body is in them.
        response_validation: What to do with a response that is not as documented: `"lenient"`
            keeps what came and logs a warning, `"strict"` raises `ResponseValidationError`.
        hooks: Functions of yours that see each request, response and error.
        validate_requests: Whether what is not as documented is refused before it is sent, with
            `RequestValidationError`; otherwise it is left to the server to judge.
        max_response_bytes: How many bytes of a body, or of one event of a stream, are held in
            memory, decompressed; None means any number. What is larger is a
            `ResponseValidationError`. Downloads and streams as such have no limit.
        max_retries: How often a call is tried again at most; 0 means never.
        idempotency_header: The header that takes an idempotency key, such as `"Idempotency-Key"`.
            Each POST and PATCH then sends a key, the same in all tries of a call, and is retried
            like a GET. Only for an API that does a thing once for each key.

    Raises:
        ValueError: If the server, its URL, a header or a number can't be used.

    Example:
        ```python
        with Pagination() as client:
            ...
        ```
    """

    letters: Letters
    """The `Letters` operations."""

    _resources: ClassVar[Mapping[str, tuple[str, str]]] = {
        "letters": (".letters", "Letters"),
    }

    def __init__(
        self,
        server: Literal["server_1"] | None = None,
        server_url: str | None = None,
        client: HttpClient | None = None,
        async_client: AsyncHttpClient | None = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: int | None = None,
        debug_logger: Logger | None = None,
        *,
        response_validation: Literal["lenient", "strict"] = "lenient",
        hooks: Hooks | None = None,
        validate_requests: bool = False,
        max_response_bytes: int | None = 16_777_216,
        max_retries: int = 2,
        idempotency_header: str | None = None,
    ) -> None:
        from ._runtime.session import Session
        from ._sdk import SDK

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
            )
        )
