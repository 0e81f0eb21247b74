"""The calls of one client: send, retry, follow redirects, decode, raise.

The sync and the async version of a step differ only in `await`; all decisions are shared.
"""

from __future__ import annotations

import contextlib
import os
import weakref
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar

from msgspec import UNSET, UnsetType

from .auth.credential_text import SecretUrl, concealed_url
from .auth.credentials import Keyring
from .display import shortened
from .errors import (
    NoResponseError,
    ResponseError,
    ResponseTimeoutError,
    content_of,
    message_in,
    text_of,
)
from .hooks import HookContext, run, run_async
from .http.requests import Prepared, checked_key_header, prepare
from .http.wire import header_value
from .json.decoding import UndecodableError, convert, listed, parse
from .json.shapes import is_object
from .logs import Log
from .masking import SecretText, forget_locals
from .operation import TEXT
from .retries import (
    DEFAULT_MAX_RETRIES,
    Attempts,
    Clock,
    Limits,
    Policy,
    RetryConfig,
    checked_max_retries,
)
from .transports.exchange import (
    FIRST_ERROR,
    MOST_REDIRECTS,
    TooLargeError,
    build,
    build_with,
    exchange,
    exchange_async,
    host_of,
    next_hop,
    request_errors,
)
from .transports.pools import DEFAULT_TIMEOUT, Pools

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    import httpx2

    from .auth.credential_text import Credential
    from .auth.credentials import Access, Alternatives, Scheme
    from .hooks import Hooks
    from .http.servers import Template
    from .json.decoding import TypedDecoder
    from .logs import Logger
    from .masking import SecretBytes
    from .operation import Operation
    from .responses.events import AsyncEventStream, EventStream
    from .responses.raw import AsyncStreamedResponse, StreamedResponse
    from .transports.exchange import Until
    from .transports.pools import AsyncHttpClient, HttpClient
    from .validation import Constraints

T = TypeVar("T")

NOT_SENT: Final = ("ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError")
"""Errors of the HTTP library that occur before the first byte of a request is sent."""
NOT_TRANSIENT: Final = ("UnsupportedProtocol", "LocalProtocolError", "SSLCertVerificationError")
"""Errors that a retry would not avoid: an untrusted certificate stays untrusted."""
LARGE: Final = 1 << 20
"""Bytes of a body from which an async call decodes it in a thread."""
LONGEST_TIMEOUT: Final = 2**31 - 1
"""Milliseconds; operating systems wait no longer at a time, and this is 24 days."""
UNAUTHORIZED: Final = 401
"""The status for a token that is no longer valid (RFC 6750, section 3.1)."""


class Sdk(NamedTuple):
    """What generated code defines once for the whole SDK.

    Attributes:
        name: The name of the package, and of its logger.
        user_agent: The User-Agent of requests.
        servers: URLs by name; the first is the default. Those with variables are a `Template`.
        schemes: The security schemes, by name.
        security: The alternatives of credentials for operations without their own.
        globals: Header parameters that can be set on the client, and their environment variables.
        retries: The default retry policy of operations.
        default_error: Returns the exception for undocumented failures.
        validation_error: Returns the exception for invalid responses.
        constraints: Returns the constraints on requests, if the document has any.
    """

    name: str
    user_agent: str
    servers: Mapping[str, str | Template]
    schemes: Mapping[str, Scheme]
    security: Alternatives
    globals: Mapping[str, str]
    retries: Policy
    default_error: Callable[[], type[ResponseError]]
    validation_error: Callable[[], type[ResponseError]]
    constraints: Callable[[], Constraints] | None = None


class Session:
    """State shared by all resources of one client. The arguments are those of the client."""

    def __init__(
        self,
        sdk: Sdk,
        *,
        credentials: Mapping[str, Credential],
        parameters: Mapping[str, str | None],
        server: str | None,
        server_url: str | None,
        timeout_ms: int | None,
        retry_config: RetryConfig | UnsetType | None,
        client: HttpClient | None,
        async_client: AsyncHttpClient | None,
        debug_logger: Logger | None,
        response_validation: Literal["lenient", "strict"],
        hooks: Hooks | None = None,
        server_variables: Mapping[str, str | None] | None = None,
        validate_requests: bool = False,
        max_response_bytes: int | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        idempotency_header: str | None = None,
    ) -> None:
        if response_validation not in {"lenient", "strict"}:
            raise ValueError(
                f'response_validation must be "lenient" or "strict", '
                f"not {response_validation!r}."
            )
        if max_response_bytes is not None and max_response_bytes <= 0:
            raise ValueError(f"max_response_bytes must be positive, not {max_response_bytes}.")
        self.sdk = sdk
        self.log = Log(sdk.name, debug_logger)
        self.pools = Pools(client, async_client)
        self.clock = Clock(self.pools.is_closed)
        self._hooks = hooks
        self.max_response_bytes = max_response_bytes
        self._strict = response_validation == "strict"
        self._server_variables = server_variables or {}
        self._constraints = sdk.constraints if validate_requests else None
        self.base_url = self._choose_server(server, server_url)
        self._has_own_url = server_url is not None
        self._has_other_server = server is not None and server != next(iter(sdk.servers), None)
        self._timeout = _seconds(timeout_ms)
        self._retries = retry_config
        self._max_retries = checked_max_retries(max_retries)
        self._key_header = _checked_key_header(idempotency_header)
        self._headers = {
            "Accept": b"application/json",
            "User-Agent": sdk.user_agent.encode(),
        }
        self._defaults = {
            name: header_value(name, value)
            for name, variable in sdk.globals.items()
            if (value := parameters.get(name) or os.environ.get(variable))
        }
        self.keyring = Keyring(sdk.schemes, credentials, self._headers)
        self._access: dict[Alternatives | None, Access] = {None: self.keyring.access(sdk.security)}
        weakref.finalize(self, self.pools.close)

    def _choose_server(self, server: str | None, server_url: str | None) -> str:
        servers = self.sdk.servers
        if self._server_variables:
            from .http.servers import refuse_useless

            refuse_useless(self._server_variables, servers, server, server_url)
        if server_url is not None:
            return _checked_url(server_url)
        if server is not None and server not in servers:
            known = ", ".join(repr(name) for name in servers)
            raise ValueError(f"Unknown server {server!r}; choose one of: {known}.")
        return self._filled(next(iter(servers.values()), "") if server is None else servers[server])

    def _filled(self, url: str | Template) -> str:
        return _checked_url(url if isinstance(url, str) else url.filled(self._server_variables))

    # A call

    def call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> T:
        """Call an operation and return its result.

        Args:
            operation: The operation to call.
            arguments: The parameters, by their names in the API.
            body: The properties of the body, or the whole body.
            **options: See `CallOptions`.

        Raises:
            ResponseError: The server responded with a failure.
            NoResponseError: No response was received.
            RequestValidationError: The request violates the document, and this is checked.
            RuntimeError: The client is closed.
            ValueError: An argument can't be sent.
        """
        return self.result(operation, self.respond(operation, arguments, body, **options))

    async def call_async(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        **options: Any,
    ) -> T:
        """Async version of `call`."""
        response = await self.respond_async(operation, arguments, body, **options)
        return await self.result_async(operation, response)

    def download(
        self, operation: Operation[bytes], arguments: Mapping[str, Any], body: Any, **options: Any
    ) -> StreamedResponse[bytes]:
        """Call an operation that returns bytes, and leave them to be read."""
        from .responses.raw import StreamedResponse

        response = self.respond(operation, arguments, body, "headers", **options)
        return StreamedResponse(self, operation, response)

    async def download_async(
        self, operation: Operation[bytes], arguments: Mapping[str, Any], body: Any, **options: Any
    ) -> AsyncStreamedResponse[bytes]:
        """Async version of `download`."""
        from .responses.raw import AsyncStreamedResponse

        response = await self.respond_async(operation, arguments, body, "headers", **options)
        return AsyncStreamedResponse(self, operation, response)

    def stream(
        self, operation: Operation[T], arguments: Mapping[str, Any], body: Any, **options: Any
    ) -> EventStream[T]:
        """Call an operation that returns a stream."""
        from .responses.events import EventStream

        response = self.respond(operation, arguments, body, "headers", **options)
        return EventStream(self, operation, response)

    async def stream_async(
        self, operation: Operation[T], arguments: Mapping[str, Any], body: Any, **options: Any
    ) -> AsyncEventStream[T]:
        """Async version of `stream`."""
        from .responses.events import AsyncEventStream

        response = await self.respond_async(operation, arguments, body, "headers", **options)
        return AsyncEventStream(self, operation, response)

    def respond(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = None,
        until: Until = "body",
        began: float | None = None,
        /,
        *,
        retries: RetryConfig | UnsetType | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
        max_retries: int | None = None,
        idempotency_header: str | UnsetType | None = UNSET,
    ) -> httpx2.Response:
        """Call an operation and return the response, if it is a success.

        Args:
            operation: The operation to call.
            arguments: The parameters, by their names in the API.
            body: The properties of the body, or the whole body.
            until: What of a success to read: its headers, or its body as well.
            began: When the call began that this one is made for, by the session's clock.
            retries: The retry policy of this call.
            server_url: The base URL of this call.
            timeout_ms: The time-out of each step, for this call.
            http_headers: Headers to add or to replace.
            max_retries: Maximum number of retries of this call.
            idempotency_header: The header for an idempotency key, for this call.
        """
        access = self._access_for(operation, server_url)
        source, token, limits = access.source, None, None
        if source is not None:
            limits = self._limits(operation, timeout_ms, retries, max_retries)
            token, began = source.token(self, limits), limits.began
        key_header = self._key_header_of(operation, idempotency_header)
        given = (operation, arguments, body, server_url, http_headers, access, key_header)
        prepared = self._prepare(*given, token)
        attempts = self._attempts(operation, prepared, retries, max_retries, began)
        hooks = self._hooks
        try:
            response = self._send(operation, prepared, attempts, _seconds(timeout_ms), until)
            if source is not None and limits is not None and _is_refused(prepared, response):
                token = source.token(self, limits, refused=token)
                _rewind(prepared)
                prepared = self._prepare(*given, token, prepared.key)
                response = self._send(operation, prepared, attempts, _seconds(timeout_ms), until)
            if not response.is_success:
                raise self._error(operation, response)
        except (ResponseError, NoResponseError) as error:
            if hooks is not None:
                run(hooks.after_error, _context(operation, attempts), error)
            raise
        if hooks is not None:
            run(hooks.after_success, _context(operation, attempts), response)
        return response

    async def respond_async(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = None,
        until: Until = "body",
        began: float | None = None,
        /,
        *,
        retries: RetryConfig | UnsetType | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
        max_retries: int | None = None,
        idempotency_header: str | UnsetType | None = UNSET,
    ) -> httpx2.Response:
        """Async version of `respond`."""
        access = self._access_for(operation, server_url)
        source, token, limits = access.source, None, None
        if source is not None:
            limits = self._limits(operation, timeout_ms, retries, max_retries)
            token, began = await source.token_async(self, limits), limits.began
        key_header = self._key_header_of(operation, idempotency_header)
        given = (operation, arguments, body, server_url, http_headers, access, key_header)
        prepared = self._prepare(*given, token)
        attempts = self._attempts(operation, prepared, retries, max_retries, began)
        hooks = self._hooks
        try:
            response = await self._send_async(
                operation, prepared, attempts, _seconds(timeout_ms), until
            )
            if source is not None and limits is not None and _is_refused(prepared, response):
                token = await source.token_async(self, limits, refused=token)
                _rewind(prepared)
                prepared = self._prepare(*given, token, prepared.key)
                response = await self._send_async(
                    operation, prepared, attempts, _seconds(timeout_ms), until
                )
            if not response.is_success:
                raise self._error(operation, response)
        except (ResponseError, NoResponseError) as error:
            if hooks is not None:
                await run_async(hooks.after_error, _context(operation, attempts), error)
            raise
        if hooks is not None:
            await run_async(hooks.after_success, _context(operation, attempts), response)
        return response

    def _prepare(  # noqa: PLR0917 - private, and called with what sync and async calls share
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any,
        server_url: str | None,
        http_headers: Mapping[str, str] | None,
        access: Access,
        key_header: str | None,
        token: SecretText | None,
        key: bytes = b"",
    ) -> Prepared:
        headers, secrets = access.give(token)
        base_url = self.base_url_of(operation, server_url)
        if isinstance(base_url, SecretUrl):
            base_url, proof = base_url.divided()
            headers = headers if proof is None else {**headers, "Authorization": proof}
        prepared = prepare(
            operation,
            arguments,
            body,
            base_url=base_url,
            headers=headers,
            secrets=secrets,
            defaults=self._defaults,
            extra_headers=http_headers,
            key_header=key_header,
            key=key,
        )
        if self._constraints is not None:
            from .validation import check

            check(self._constraints(), operation, arguments, body, prepared.content)
        return prepared

    def base_url_of(self, operation: Operation[Any], server_url: str | None) -> str:
        """Return the base URL of a call, given its `server_url`."""
        if server_url is not None:
            return _checked_url(server_url)
        if operation.server and not self._has_own_url:
            return self._filled(operation.server)
        return self.base_url

    def _access_for(self, operation: Operation[Any], server_url: str | None) -> Access:
        """Return the credentials of an operation; operations with equal requirements share them."""
        security = operation.security
        if operation.server and self._has_other_server:
            security = self._security_elsewhere(operation, server_url)
        access = self._access.get(security)
        if access is None:
            access = self._access[security] = self.keyring.access(security or ())
        return access

    def _security_elsewhere(
        self, operation: Operation[Any], server_url: str | None
    ) -> Alternatives | None:
        """Return the requirements of an operation with its own server, if the caller chose another.

        The credentials belong to the chosen server; the operation's own does not get them.
        """
        from .http.servers import origin

        called = origin(self.base_url_of(operation, server_url))
        own = origin(self.base_url_of(operation, None))
        return () if called == own != origin(self.base_url) else operation.security

    def _limits(
        self,
        operation: Operation[Any],
        timeout_ms: int | None,
        retries: RetryConfig | UnsetType | None,
        max_retries: int | None,
    ) -> Limits:
        """Return the limits that requests for the credentials of a call have as well."""
        most = self._max_retries if max_retries is None else checked_max_retries(max_retries)
        seconds = _seconds(timeout_ms) or self._timeout or DEFAULT_TIMEOUT
        config = self._retry_config(operation, retries)
        return Limits(seconds, timeout_ms, config, most, self.clock.monotonic())

    def _retry_config(
        self, operation: Operation[Any], given: RetryConfig | UnsetType | None
    ) -> RetryConfig | None:
        """Return the retry policy of a call: its own, the client's, or the document's."""
        for config in (given, self._retries):
            if not isinstance(config, UnsetType):
                return config
        return (operation.retries or self.sdk.retries).config

    def _key_header_of(
        self, operation: Operation[Any], given: str | UnsetType | None
    ) -> str | None:
        """Return the header for an idempotency key; None if repetition is harmless anyway."""
        header = self._key_header if isinstance(given, UnsetType) else _checked_key_header(given)
        return None if operation.repeatable else header

    def _attempts(
        self,
        operation: Operation[Any],
        prepared: Prepared,
        retries: RetryConfig | UnsetType | None,
        max_retries: int | None,
        began: float | None,
    ) -> Attempts:
        return Attempts(
            self._retry_config(operation, retries),
            (operation.retries or self.sdk.retries).codes,
            max_retries=(
                self._max_retries if max_retries is None else checked_max_retries(max_retries)
            ),
            method=operation.method,
            repeatable=operation.repeatable or bool(prepared.key),
            clock=self.clock,
            began=began,
        )

    # Sending

    def _send(
        self,
        operation: Operation[Any],
        prepared: Prepared,
        attempts: Attempts,
        seconds: float | None,
        until: Until,
    ) -> httpx2.Response:
        while True:
            client = self.pools.sync()
            request = self._request(client, operation, prepared, seconds)
            if self._hooks is not None:
                context = _context(operation, attempts)
                request = run(self._hooks.before_request, context, request)
            try:
                response = exchange(
                    client, request, {}, max_bytes=self.max_response_bytes, until=until
                )
                for _ in range(MOST_REDIRECTS):
                    hop = next_hop(response, request)
                    if hop is None:
                        break
                    self._log_hop(operation, response, hop[0])
                    response = exchange(
                        client, *hop, max_bytes=self.max_response_bytes, until=until
                    )
            except request_errors() as error:
                wait = self._wait_after_error(operation, prepared, error, attempts)
            except TooLargeError as error:
                raise self.unusable(operation, error.response, str(error)) from None
            else:
                again = self._wait_after_response(operation, prepared, response, attempts)
                if again is None:
                    return response
                wait = again
            self.clock.sleep(wait)

    async def _send_async(
        self,
        operation: Operation[Any],
        prepared: Prepared,
        attempts: Attempts,
        seconds: float | None,
        until: Until,
    ) -> httpx2.Response:
        while True:
            client = await self.pools.asynchronous()
            request = self._request(client, operation, prepared, seconds)
            if self._hooks is not None:
                context = _context(operation, attempts)
                request = await run_async(self._hooks.before_request, context, request)
            try:
                response = await exchange_async(
                    client, request, {}, max_bytes=self.max_response_bytes, until=until
                )
                for _ in range(MOST_REDIRECTS):
                    hop = next_hop(response, request)
                    if hop is None:
                        break
                    self._log_hop(operation, response, hop[0])
                    response = await exchange_async(
                        client, *hop, max_bytes=self.max_response_bytes, until=until
                    )
            except request_errors() as error:
                wait = self._wait_after_error(operation, prepared, error, attempts)
            except TooLargeError as error:
                raise self.unusable(operation, error.response, str(error)) from None
            else:
                again = self._wait_after_response(operation, prepared, response, attempts)
                if again is None:
                    return response
                wait = again
            await self.clock.sleep_async(wait)

    def _request(
        self,
        client: Any,
        operation: Operation[Any],
        prepared: Prepared,
        seconds: float | None,
    ) -> Any:
        seconds = self._timeout if seconds is None else seconds
        try:
            if self.pools.is_given(client):
                request = build_with(client, prepared, seconds)
            else:
                request = build(client, prepared, seconds or DEFAULT_TIMEOUT)
        except Exception as error:
            if type(error).__name__ == "InvalidURL":
                raise ValueError(f"Cannot call {host_of(prepared.url)}: {error}") from None
            raise
        if self.log.enabled:
            self.log.request(operation, request.headers.items())
        return request

    def _log_hop(
        self, operation: Operation[Any], response: httpx2.Response, request: httpx2.Request
    ) -> None:
        if self.log.enabled:
            self.log.response(operation, response.status_code, response.headers.items())
            self.log.request(operation, request.headers.items())

    def _wait_after_error(
        self,
        operation: Operation[Any],
        prepared: Prepared,
        error: Exception,
        attempts: Attempts,
    ) -> float:
        kinds = {kind.__name__ for kind in type(error).__mro__}
        transient = "TransportError" in kinds and _reasons(error).isdisjoint(NOT_TRANSIENT)
        wait = attempts.after_error(
            sent=kinds.isdisjoint(NOT_SENT), transient=transient and not _is_spent(prepared)
        )
        if wait is None:
            url, tries = prepared.url, attempts.count
            problem = _no_response(operation, url, error, tries, attempts.answered)
            problem.__cause__ = error
            answer = attempts.last_answer()
            if answer is None:
                raise problem
            raise self._error(operation, answer) from problem
        if self.log.enabled:
            self.log.retry(operation, _reason(error), wait, attempts.count)
        return wait

    def _wait_after_response(
        self,
        operation: Operation[Any],
        prepared: Prepared,
        response: httpx2.Response,
        attempts: Attempts,
    ) -> float | None:
        status = response.status_code
        if self.log.enabled:
            self.log.response(operation, status, response.headers.items())
        if status < FIRST_ERROR or _is_spent(prepared):
            return None
        wait = attempts.after_response(response)
        if wait is not None and self.log.enabled:
            self.log.retry(operation, f"status {status}", wait, attempts.count)
        return wait

    # What came back

    @contextlib.contextmanager
    def reading(self, operation: Operation[Any], response: httpx2.Response) -> Generator[None]:
        """Convert errors while a streamed body is read to the SDK's exceptions."""
        try:
            yield
        except request_errors() as error:
            raise _no_response(operation, str(response.request.url), error) from error
        except TooLargeError as error:
            raise self.unusable(operation, response, str(error)) from None

    def result(self, operation: Operation[T], response: httpx2.Response) -> T:
        """Return the decoded body of a success.

        Raises:
            ResponseError: The body is invalid.
        """
        return self._decoded(operation, response)  # type: ignore[no-any-return] # checked by msgspec

    async def result_async(self, operation: Operation[T], response: httpx2.Response) -> T:
        """Async version of `result`: a large body does not block the event loop."""
        if len(response.content) <= LARGE:
            return self.result(operation, response)
        import asyncio

        return await asyncio.to_thread(self.result, operation, response)

    def _decoded(self, operation: Operation[Any], response: httpx2.Response) -> Any:
        if operation.has_plain:
            plain = operation.plain(response.status_code)
            if plain is not None:
                return text_of(response) if plain == TEXT else response.content
        decoder = operation.decoder(response.status_code)
        if decoder is None:
            return None
        return self.decoded(operation, decoder, response)

    def decoded(
        self,
        operation: Operation[Any],
        decoder: TypedDecoder,
        response: httpx2.Response,
        part: SecretBytes | None = None,
    ) -> Any:
        """Decode a response, or a part of one. No frame holds possible secrets in it.

        Raises:
            ResponseError: It is invalid.
        """
        try:
            return decoder.decode(response.content if part is None else part)
        except (ValueError, RecursionError):
            pass
        try:
            value, misfits = decoder.decode_leniently(response.content if part is None else part)
        except UndecodableError as error:
            raise self.unusable(operation, response, str(error)) from None
        if misfits and self._strict:
            raise self.unusable(operation, response, listed(misfits))
        for misfit in misfits:
            self.log.drift(operation, misfit.place, misfit.problem)
        return value

    def unusable(
        self, operation: Operation[Any], response: httpx2.Response, problem: str
    ) -> ResponseError:
        """Return the exception for an invalid response."""
        body = text_of(response)
        decoder = operation.decoder(response.status_code)
        if decoder is not None and decoder.holds_secret():
            body = SecretText(body)
        return self.sdk.validation_error()(
            shortened(f"Invalid response: {problem}"), response, body, operation=str(operation)
        )

    def _error(self, operation: Operation[Any], response: httpx2.Response) -> ResponseError:
        text = text_of(response)
        try:
            data = parse(content_of(response))
        except UndecodableError:
            data = None
        message = shortened(message_in(data) or text.strip()) or "The server sent no message"
        if response.has_redirect_location:
            location = shortened(response.headers["Location"])
            message = f"Redirect to {location} was not followed"
        kind = (operation.error(response.status_code) or self.sdk.default_error)()
        if kind.data_type is not None and is_object(data):
            with contextlib.suppress(RecursionError):  # nested too deeply: kept as it is
                data, _ = convert(data, kind.data_type)
        return kind(message, response, text, data, operation=str(operation))


def _is_spent(prepared: Prepared) -> bool:
    """Return whether the body can't be sent again."""
    content = prepared.content
    return not (content is None or isinstance(content, bytes)) and content.is_spent()


def _rewind(prepared: Prepared) -> None:
    """Rewind the files of a request, before it is built again from them."""
    content = prepared.content
    if not (content is None or isinstance(content, bytes)):
        content.rewind()


def _is_refused(prepared: Prepared, response: httpx2.Response) -> bool:
    """Return whether to retry with another token."""
    return response.status_code == UNAUTHORIZED and not _is_spent(prepared)


def _context(operation: Operation[Any], attempts: Attempts) -> HookContext:
    return HookContext(operation.id, operation.method, operation.path, attempts.count)


def _no_response(
    operation: Operation[Any], url: str, error: Exception, tries: int = 1, before: int | None = None
) -> NoResponseError:
    forget_locals(error)
    timed_out = any(kind.__name__ == "TimeoutException" for kind in type(error).__mro__)
    what = f"No response to {operation} from {host_of(url)}"
    if before is not None:
        what += f" on attempt {tries}, after status {before}"
    elif tries > 1:
        what += f" in {tries} attempts"
    return (ResponseTimeoutError if timed_out else NoResponseError)(f"{what}: {_reason(error)}")


def _checked_key_header(name: str | None) -> str | None:
    return None if name is None else checked_key_header(name)


def _seconds(milliseconds: int | None) -> float | None:
    if milliseconds is None:
        return None
    if not 0 < milliseconds <= LONGEST_TIMEOUT:
        raise ValueError(
            f"timeout_ms must be positive and at most {LONGEST_TIMEOUT:,}, not {milliseconds}."
        )
    return milliseconds / 1000


def _checked_url(url: str) -> str:
    """Return the URL of a server, to whose path that of an operation is appended."""
    url = concealed_url(url)
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError(f"A server's URL must start with http:// or https://, not {url!r}.")
    if "?" in url or "#" in url:
        raise ValueError(f"A server's URL can't have a query or a fragment: {url!r}.")
    return concealed_url(url.rstrip("/"))


def _reasons(error: BaseException | None) -> set[str]:
    """Return the class names of an error and of all its causes."""
    names: set[str] = set()
    while error is not None:
        names.update(kind.__name__ for kind in type(error).__mro__)
        error = error.__cause__ or error.__context__
    return names


def _reason(error: Exception) -> str:
    text = shortened(str(error))  # it may quote the response
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
