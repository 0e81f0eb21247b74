"""A call, and its flow: credentials, hooks, sending, redirects, retries, and what came back.

The flow is written once, as a coroutine. A `Driver` does what differs between sync and async.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar, cast

from msgspec import UNSET, UnsetType

from .errors import NoResponseError, ResponseError
from .hooks import HookContext
from .hooks import run as run_hook
from .http.urls import host_of
from .responses.reply import Reply, no_response, reason_of
from .transports.transport import (
    FIRST_ERROR,
    MOST_REDIRECTS,
    DeadlineError,
    Failure,
    Hop,
    TooLargeError,
    exchange,
    is_unresolved,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    import httpx2

    from .drivers import Driver
    from .http.requests import Prepared
    from .operation import Operation
    from .retries import Attempts, RetryConfig
    from .session import Session
    from .timeouts import Timeout
    from .transports.transport import Transport, Until
    from .values import CallOptions

R = TypeVar("R")
A = TypeVar("A")

OVER: Final = Failure(sent=True, transient=True, timed_out=True)
"""What it means that the time of a call is over: the server may have seen the request."""
MOST_LOOKUPS: Final = 2
"""Attempts to find the address of a host: the first may fail by chance, the name stays wrong."""
UNAUTHORIZED: Final = 401
"""The status for a token that is no longer valid (RFC 6750, section 3.1)."""


_MAPPINGS: Final = "http_headers", "extra_query", "extra_body"
"""Options of a call that are added to those of its client."""


class Call(NamedTuple, Generic[R, A]):
    """What a caller asks for.

    Attributes:
        operation: The operation to call.
        arguments: The parameters, by their names in the API.
        body: The properties of the body, or the whole body.
        retries: The retry policy of this call.
        server_url: The base URL of this call.
        timeout_ms: The time-outs of the steps, for this call.
        http_headers: Headers to add, to replace, or to remove.
        extra_query: Parameters to add to the query.
        extra_body: Properties to add to a JSON body, or to replace in it.
        max_retries: Maximum number of retries of this call.
        idempotency_header: The header for an idempotency key, for this call.
        deadline_ms: The time for the whole call, in milliseconds.
    """

    operation: Operation[R, A]
    arguments: Mapping[str, Any]
    body: Any = None
    retries: RetryConfig | UnsetType | None = UNSET
    server_url: str | None = None
    timeout_ms: int | Timeout | None = None
    http_headers: Mapping[str, str | None] | None = None
    extra_query: Mapping[str, Any] | None = None
    extra_body: Mapping[str, Any] | None = None
    max_retries: int | None = None
    idempotency_header: str | UnsetType | None = UNSET
    deadline_ms: int | None = None

    def __repr__(self) -> str:
        return f"<Call of {self.operation}>"  # headers and bodies may contain secrets


def merged(defaults: CallOptions, options: CallOptions) -> CallOptions:
    """Return options, with defaults for those that are missing; mappings are merged."""
    inherited, own = cast("dict[str, Any]", defaults), cast("dict[str, Any]", options)
    both = {**inherited, **own}
    for name in _MAPPINGS:
        if inherited.get(name) and own.get(name):
            both[name] = {**inherited[name], **own[name]}
    return cast("CallOptions", both)


async def respond(
    session: Session,
    driver: Driver,
    call: Call[Any, Any],
    until: Until = "body",
    began: float | None = None,
) -> Reply:
    """Call an operation and return the response, if it is a success.

    Args:
        session: The settings and the connections.
        driver: Runs what differs between sync and async calls.
        call: The call.
        until: What of a success to read: its headers, or its body as well.
        began: When the call began that this one is made for, by the session's clock.

    Raises:
        ResponseError: The server responded with a failure.
        NoResponseError: No response was received.
        RequestValidationError: The request violates the document, and this is checked.
        RuntimeError: The client is closed.
        ValueError: An argument can't be sent, or required credentials are missing.
    """
    access = session.access_for(call)
    if access.missing:
        session.refuse_anonymous(call, access.missing, is_async=driver.is_async)
    source, token, limits = access.source, None, None
    if source is not None:
        limits = session.limits(call)
        token, began = await source.token(session, driver, limits), limits.began
    prepared = session.prepare(call, await access.give(driver, token))
    attempts = session.attempts(call, prepared, began)
    sending = _Sending(session, driver, call, attempts=attempts, until=until)
    hooks = session.hooks
    try:
        reply = await sending.send(prepared)
        if source is not None and limits is not None and _is_refused(prepared, reply):
            token = await source.token(session, driver, limits, refused=token)
            prepared.rewind()
            prepared = session.prepare(call, await access.give(driver, token), prepared.key)
            reply = await sending.send(prepared)
        if not reply.response.is_success:
            error = reply.error()
            if access.missing and reply.response.status_code == UNAUTHORIZED:
                error.add_note(access.missing)
            raise error
    except (ResponseError, NoResponseError) as error:
        if hooks is not None:
            await run_hook(driver, hooks.after_error, _context(call, attempts), error)
        raise
    if hooks is not None:
        await run_hook(driver, hooks.after_success, _context(call, attempts), reply.response)
    return reply


class _Sending:
    """Sends the request of a call until there is a response that is kept.

    Args:
        session: The settings and the connections.
        driver: Runs what differs between sync and async calls.
        call: The call.
        attempts: Its attempts.
        until: What of a success to read.
    """

    __slots__ = ("_attempts", "_call", "_driver", "_operation", "_session", "_until")

    def __init__(
        self,
        session: Session,
        driver: Driver,
        call: Call[Any, Any],
        *,
        attempts: Attempts,
        until: Until,
    ) -> None:
        self._session = session
        self._driver = driver
        self._call = call
        self._operation = call.operation
        self._attempts = attempts
        self._until: Until = until

    async def send(self, prepared: Prepared) -> Reply:
        """Send a request, with the attempts that are left.

        Raises:
            NoResponseError: There is no response.
            ResponseError: The last attempt got none, and this is the last response before.
        """
        session, driver, hooks = self._session, self._driver, self._session.hooks
        timeouts = session.timeouts(self._call)
        while True:
            transport = await driver.transport(session.pools)
            request = transport.build(prepared, timeouts, self._attempts.left())
            if hooks is not None:
                context = _context(self._call, self._attempts)
                request = await run_hook(driver, hooks.before_request, context, request)
            try:
                response = await self._followed(transport, request)
            except TooLargeError as error:
                raise self._reply(transport, error.response).unusable(str(error)) from None
            except Exception as error:
                failure = OVER if isinstance(error, DeadlineError) else transport.failure(error)
                if failure is None:
                    raise
                wait = self._wait_after_error(transport, prepared, error, failure)
            else:
                again = self._wait_after_response(prepared, response)
                if again is None:
                    return self._reply(transport, response)
                wait = again
            await driver.sleep(session.clock, wait)

    def _reply(self, transport: Transport, response: httpx2.Response) -> Reply:
        attempts, is_async = self._attempts.count, self._driver.is_async
        return Reply(self._session, self._call, transport, response, attempts, is_async=is_async)

    async def _followed(self, transport: Transport, request: Any) -> httpx2.Response:
        """Send a request, and follow redirects."""
        response = await self._exchange(transport, Hop(request))
        for _ in range(MOST_REDIRECTS):
            following = transport.redirected(response, request)
            if following is None:
                break
            response = await self._exchange(transport, following)
        return response

    async def _exchange(self, transport: Transport, hop: Hop) -> httpx2.Response:
        """Send a request, in the time that is left."""
        within = None
        if self._attempts.left() is not None:
            interrupt = partial(transport.interrupt, hop.request)
            within = partial(self._within, interrupt)
        session = self._session
        log, limit = session.log, session.max_response_bytes
        is_logged, began = log.enabled, 0.0
        if is_logged:
            began = session.clock.monotonic()
            log.request(self._operation, hop.request)
        response = await exchange(transport, hop, max_bytes=limit, until=self._until, within=within)
        if is_logged:
            log.response(self._operation, response, session.clock.monotonic() - began)
        return response

    async def _within(self, interrupt: Callable[[], None], steps: Coroutine[Any, Any, Any]) -> Any:
        left = max(self._attempts.left() or 0.0, 0.0)
        return await self._driver.within(left, steps, interrupt)

    def _wait_after_error(
        self, transport: Transport, prepared: Prepared, error: Exception, failure: Failure
    ) -> float:
        attempts = self._attempts
        reason = failure.reason or error
        lasts = prepared.is_spent or (attempts.count >= MOST_LOOKUPS and is_unresolved(reason))
        transient = failure.transient and not lasts
        wait = attempts.after_error(sent=failure.sent, transient=transient)
        if wait is None:
            what = _described(self._operation, prepared.url, attempts)
            problem = no_response(what, error, failure, attempts.count)
            problem.__cause__ = reason
            answer = attempts.last_answer()
            if answer is None:
                raise problem
            raise self._reply(transport, answer).error() from problem
        if self._session.log.tells_retries:
            self._session.log.retry(self._operation, reason_of(reason), wait, attempts.count)
        return wait

    def _wait_after_response(self, prepared: Prepared, response: httpx2.Response) -> float | None:
        status, log = response.status_code, self._session.log
        if status < FIRST_ERROR or prepared.is_spent:
            return None
        wait = self._attempts.after_response(response)
        if wait is not None and log.tells_retries:
            log.retry(self._operation, f"status {status}", wait, self._attempts.count)
        return wait


def _described(operation: Operation[Any, Any], url: str, attempts: Attempts) -> str:
    """Return what got no response, for a message."""
    what = f"{operation} from {host_of(url)}"
    if attempts.answered is not None:
        return f"{what} on attempt {attempts.count}, after status {attempts.answered}"
    if attempts.count == 1:
        return what
    return f"{what} in {attempts.count} attempts within {attempts.elapsed():.1f} s"


def _is_refused(prepared: Prepared, reply: Reply) -> bool:
    """Return whether to retry with another token."""
    return reply.response.status_code == UNAUTHORIZED and not prepared.is_spent


def _context(call: Call[Any, Any], attempts: Attempts) -> HookContext:
    operation = call.operation
    return HookContext(operation.id, operation.method, operation.path, attempts.count)
