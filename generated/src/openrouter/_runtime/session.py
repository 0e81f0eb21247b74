"""The settings and the connections of one client, which all of its calls share."""

from __future__ import annotations

import copy
import os
import weakref
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar

from msgspec import UnsetType

from .arguments import expect
from .auth.credential_text import SecretUrl, checked_url, concealed_url
from .auth.credentials import Keyring
from .calls import Call, merged, respond
from .coroutines import run
from .drivers import ASYNC, SYNC
from .hooks import Hooks
from .http.globals import Globals
from .http.requests import Extra, Prepared, checked_key_header, prepare
from .http.urls import origin
from .logs import Log
from .operation import Operation
from .retries import (
    DEFAULT_MAX_RETRIES,
    Attempts,
    Clock,
    Limits,
    Policy,
    RetryConfig,
    checked_max_retries,
)
from .timeouts import Steps, checked_ms, steps
from .transports.choice import chosen
from .transports.pools import Pools

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .auth.credentials import Access, Alternatives, Scheme, Secrets
    from .drivers import Driver
    from .errors import ResponseError
    from .http.globals import Global
    from .http.servers import Template
    from .logs import Logger
    from .operation import Into
    from .timeouts import Timeout
    from .transports.choice import Name
    from .transports.pools import AsyncHttpClient, HttpClient
    from .validation import Constraints
    from .values import CallOptions

A = TypeVar("A")
R = TypeVar("R")

_RETRIES: Final = RetryConfig | UnsetType | None

_ANY: Final[Operation[Any, Any]] = Operation("", "GET", "/", returns={})
"""An operation to check the options of all calls with."""


class Sdk(NamedTuple):
    """What generated code defines once for the whole SDK.

    Attributes:
        name: The name of the package, and of its logger.
        distribution: The name that it is installed by.
        env_prefix: What the names of its environment variables begin with.
        user_agent: The User-Agent of requests.
        servers: URLs by name; the first is the default. Those with variables are a `Template`.
        schemes: The security schemes, by name.
        security: The alternatives of credentials for operations without their own.
        globals: The parameters that can be set on the client.
        retries: The default retry policy of operations.
        default_error: Returns the exception for undocumented failures.
        validation_error: Returns the exception for invalid responses.
        constraints: Returns the constraints on requests, if the document has any.
    """

    name: str
    distribution: str
    env_prefix: str
    user_agent: str
    servers: Mapping[str, str | Template]
    schemes: Mapping[str, Scheme]
    security: Alternatives
    globals: Sequence[Global]
    retries: Policy
    default_error: Callable[[], type[ResponseError]]
    validation_error: Callable[[], type[ResponseError]]
    constraints: Callable[[], Constraints] | None = None

    def at(self, server_url: str | None) -> Sdk:
        """Return the settings of an API that does not say where it is.

        Args:
            server_url: Where it is. Operations with a server of their own are sent to that one.

        Raises:
            ValueError: It is missing, or not a valid URL.
        """
        return self._replace(servers={"": _checked_base(server_url)})


class Session:
    """State shared by all resources of one client. The arguments are those of the client."""

    def __init__(
        self,
        sdk: Sdk,
        *,
        credentials: Mapping[str, Any],
        parameters: Mapping[str, Any],
        server: str | None = None,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None,
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
        deadline_ms: int | None = None,
        transport: Name | None = None,
    ) -> None:
        expect(
            "retry_config", retry_config, RetryConfig | UnsetType | None, "a RetryConfig or None"
        )
        expect("hooks", hooks, Hooks | None, "an instance of Hooks")
        expect("validate_requests", validate_requests, bool, "a bool")
        expect("max_response_bytes", max_response_bytes, int | None, "an integer or None")
        expect("idempotency_header", idempotency_header, str | None, "a string or None")
        if response_validation not in {"lenient", "strict"}:
            raise ValueError(
                f'response_validation must be "lenient" or "strict", '
                f"not {response_validation!r}."
            )
        if max_response_bytes is not None and max_response_bytes <= 0:
            raise ValueError(f"max_response_bytes must be positive, not {max_response_bytes}.")
        self.sdk = sdk
        self.options: CallOptions = {}
        self._origin: Session | None = None
        self.log = Log(sdk.name, debug_logger, f"{sdk.env_prefix}_LOG")
        name = chosen(transport, f"{sdk.env_prefix}_TRANSPORT", sdk.distribution)
        self.pools = Pools(client, async_client, name, sdk.distribution)
        self.clock = Clock(self.pools.is_closed)
        self.hooks = hooks
        self.max_response_bytes = max_response_bytes
        self.is_strict = response_validation == "strict"
        self._server_variables = server_variables or {}
        self._constraints = sdk.constraints if validate_requests else None
        if server_url is None and server is None and not any(self._server_variables.values()):
            server_url = _url_outside(f"{sdk.env_prefix}_SERVER_URL")
        self.base_url = self._choose_server(server, server_url)
        self._has_own_url = server_url is not None
        self._has_other_server = server is not None and server != next(iter(sdk.servers), None)
        self._timeout = None if timeout_ms is None else steps(timeout_ms, None)
        self._deadline_ms = None if deadline_ms is None else checked_ms("deadline_ms", deadline_ms)
        self._retries = retry_config
        self._max_retries = checked_max_retries(max_retries)
        self._key_header = _checked_key_header(idempotency_header)
        self._headers = {
            "Accept": b"application/json",
            "User-Agent": sdk.user_agent.encode(),
        }
        self._globals = Globals(sdk.globals, parameters)
        self.keyring = Keyring(sdk.schemes, credentials, self._headers)
        self._access: dict[Alternatives | None, Access] = {None: self.keyring.access(sdk.security)}
        weakref.finalize(self, self.pools.close)

    def _choose_server(self, server: str | None, server_url: str | None) -> str:
        servers = self.sdk.servers
        if self._server_variables:
            from .http.servers import refuse_useless

            refuse_useless(self._server_variables, servers, server, server_url)
        if server_url is not None:
            return _checked_base(server_url)
        if server is not None and server not in servers:
            known = ", ".join(repr(name) for name in servers)
            raise ValueError(f"Unknown server {server!r}; choose one of: {known}.")
        name = next(iter(servers), None) if server is None else server
        return "" if name is None else self._named(name)

    def _named(self, name: str) -> str:
        url = self.sdk.servers[name]
        if isinstance(url, str) and "://" not in url:  # it is relative to the document's own URL
            raise ValueError(f"server_url is required: the server {name!r} ({url}) has no host.")
        return self._filled(url)

    def _filled(self, url: str | Template) -> str:
        return checked_url(url if isinstance(url, str) else url.filled(self._server_variables))

    def with_options(self, options: CallOptions) -> Session:
        """Return a session with the same connections, whose calls have other options.

        Args:
            options: The options of calls that do not have their own.

        Raises:
            ValueError: A value is invalid.
        """
        made = copy.copy(self)
        made.options = merged(self.options, options)
        made._origin = self  # the connections are closed with the last of both
        made._check_options()
        return made

    def _check_options(self) -> None:
        """Refuse options of all calls when they are given, and not when the first call is made.

        Raises:
            ValueError: A value is invalid.
        """
        call: Call[Any, Any] = Call(_ANY, {}, **self.options)
        self.base_url_of(call)
        self.limits(call)
        self._key_header_of(call)

    def run(self, call: Call[R, Any], wrap: Callable[[Into | None], Into] | None = None) -> R:
        """Run a sync call.

        Args:
            call: The call.
            wrap: Returns what to make of the response, instead of what the operation returns.

        Returns:
            The result of the operation, or what `wrap` makes of it.

        Raises:
            ResponseError: The server responded with a failure, or the response is invalid.
            NoResponseError: No response was received.
            RequestValidationError: The request violates the document, and this is checked.
            RuntimeError: The client is closed.
            ValueError: An argument can't be sent.
        """
        result: R = run(self._result(SYNC, call, wrap))
        return result

    async def run_async(
        self, call: Call[Any, A], wrap: Callable[[Into | None], Into] | None = None
    ) -> A:
        """Async version of `run`."""
        result: A = await self._result(ASYNC, call, wrap)
        return result

    async def _result(
        self,
        driver: Driver,
        call: Call[Any, Any],
        wrap: Callable[[Into | None], Into] | None,
    ) -> Any:
        into = call.operation.into if wrap is None else wrap(call.operation.into)
        if into is None:
            reply = await respond(self, driver, call)
            return await reply.value_with(driver)
        reply = await respond(self, driver, call, into.until)
        if wrap is None and call.operation.has_plain:
            await reply.refuse_error()
        return into.make(reply, driver)

    # The settings of a call

    def prepare(
        self,
        call: Call[Any, Any],
        given: tuple[Mapping[str, bytes], Secrets],
        key: bytes = b"",
    ) -> Prepared:
        """Build the request of a call.

        Args:
            call: The call.
            given: The headers of the request, and its credentials elsewhere.
            key: The idempotency key, if the call already has one.

        Raises:
            RequestValidationError: The request violates the document, and this is checked.
            ValueError: An argument can't be sent.
        """
        operation = call.operation
        headers, secrets = given
        base_url = self.base_url_of(call)
        if isinstance(base_url, SecretUrl):
            base_url, proof = base_url.divided()
            headers = headers if proof is None else {**headers, "Authorization": proof}
        arguments = self._globals.complete(operation, call.arguments)
        prepared = prepare(
            operation,
            arguments,
            call.body,
            base_url=base_url,
            headers=headers,
            secrets=secrets,
            extra=Extra(call.http_headers, call.extra_query, call.extra_body),
            key_header=self._key_header_of(call),
            key=key,
        )
        if self._constraints is not None:
            from .validation import check

            check(self._constraints(), operation, arguments, call.body, prepared.content)
        return prepared

    def base_url_of(self, call: Call[Any, Any]) -> str:
        """Return the base URL of a call."""
        if call.server_url is not None:
            return _checked_base(call.server_url)
        url = self._own_url(call.operation)
        if not url:  # all operations but this one have a server of their own
            raise ValueError("server_url is required: the API's document names no server.")
        return url

    def _own_url(self, operation: Operation[Any, Any]) -> str:
        if operation.server and not self._has_own_url:
            return self._filled(operation.server)
        return self.base_url

    def access_for(self, call: Call[Any, Any]) -> Access:
        """Return the credentials of a call; operations with equal requirements share them."""
        operation = call.operation
        security = operation.security
        if operation.server and self._has_other_server:
            security = self._security_elsewhere(call)
        access = self._access.get(security)
        if access is None:
            access = self._access[security] = self.keyring.access(security or ())
        return access

    def refuse_anonymous(self, call: Call[Any, Any], missing: str, *, is_async: bool) -> None:
        """Refuse a call without credentials, if the document requires some.

        Only a documented operation of a documented server is known to require them. A hook, a
        header, or a caller's own client may add what this client does not have.

        Args:
            call: The call.
            missing: How to give the credentials that are required.
            is_async: Whether the call is async.

        Raises:
            ValueError: The call would be anonymous.
        """
        adds = (
            self._has_own_url or "" in self.sdk.servers,
            call.server_url is not None,
            bool(call.http_headers or call.extra_query),
            self.hooks is not None and self.hooks.before_request is not None,
            self.pools.has_given(is_async=is_async),
        )
        if call.operation.id and not any(adds):
            raise ValueError(f"{missing.removesuffix('.')} ({call.operation}).")

    def _security_elsewhere(self, call: Call[Any, Any]) -> Alternatives | None:
        """Return the requirements of an operation with its own server, if the caller chose another.

        The credentials belong to the chosen server; the operation's own does not get them.
        """
        called = origin(self.base_url_of(call))
        own = origin(self._own_url(call.operation))
        return () if called == own != origin(self.base_url) else call.operation.security

    def timeouts(self, call: Call[Any, Any]) -> Steps | None:
        """Return the time-outs of the steps of a call; None for those of the HTTP client."""
        given = call.timeout_ms
        return self._timeout if given is None else steps(given, self._timeout)

    def _deadline_of(self, call: Call[Any, Any]) -> int | None:
        given = call.deadline_ms
        return self._deadline_ms if given is None else checked_ms("deadline_ms", given)

    def limits(self, call: Call[Any, Any]) -> Limits:
        """Return the limits that requests for the credentials of a call have as well."""
        return Limits(
            max(self.timeouts(call) or Steps()),
            call.timeout_ms,
            self._retry_config(call),
            self._most_retries(call),
            self.clock.monotonic(),
            self._deadline_of(call),
        )

    def attempts(self, call: Call[Any, Any], prepared: Prepared, began: float | None) -> Attempts:
        """Return the attempts of a call.

        Args:
            call: The call.
            prepared: Its request.
            began: When the call began that it is made for; None if it begins now.
        """
        operation = call.operation
        return Attempts(
            self._retry_config(call),
            (operation.retries or self.sdk.retries).codes,
            max_retries=self._most_retries(call),
            method=operation.method,
            repeatable=operation.repeatable or bool(prepared.key),
            clock=self.clock,
            began=began,
            deadline_ms=self._deadline_of(call),
        )

    def _most_retries(self, call: Call[Any, Any]) -> int:
        given = call.max_retries
        return self._max_retries if given is None else checked_max_retries(given)

    def _retry_config(self, call: Call[Any, Any]) -> RetryConfig | None:
        """Return the retry policy of a call: its own, the client's, or the document's.

        Raises:
            TypeError: Its own is none.
        """
        expect("retries", call.retries, _RETRIES, "a RetryConfig or None")
        for config in (call.retries, self._retries):
            if not isinstance(config, UnsetType):
                return config
        return (call.operation.retries or self.sdk.retries).config

    def _key_header_of(self, call: Call[Any, Any]) -> str | None:
        """Return the header for an idempotency key; None if repetition is harmless anyway."""
        given = call.idempotency_header
        header = self._key_header if isinstance(given, UnsetType) else _checked_key_header(given)
        return None if call.operation.repeatable else header


def _url_outside(variable: str) -> str | None:
    """Return the base URL of the environment; an empty variable counts as unset.

    Raises:
        ValueError: It is invalid.
    """
    server_url = concealed_url(os.environ.get(variable) or None)
    if server_url is not None:
        try:
            _checked_base(server_url)
        except ValueError as error:
            raise ValueError(f"The environment variable {variable}: {error}") from None
    return server_url


def _checked_base(server_url: str | None) -> str:
    """Return a URL that a caller passed, as `joined` takes it."""
    if not server_url:
        raise ValueError("server_url must be the URL of the API, such as https://api.example.com.")
    return checked_url(server_url)


def _checked_key_header(name: str | None) -> str | None:
    return None if name is None else checked_key_header(name)
