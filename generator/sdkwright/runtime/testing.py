"""A client for tests: requests are built and responses are read as usual, but nothing is sent.

What is sent back are the document's examples, or what a test says. Only the module `testing` of a
package imports this.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

import httpx2
from msgspec import UNSET, Struct

from .errors import NoResponseError, ResponseError, ResponseTimeoutError
from .json.decoding import convert, parse
from .json.plain import encode
from .json.shapes import is_object
from .operation import TEXT, is_json
from .transports.httpx import HttpxTransport
from .transports.transport import FIRST_ERROR

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from .calls import Call
    from .client import Client
    from .http.requests import Prepared
    from .operation import Operation
    from .session import Session
    from .timeouts import Steps

C = TypeVar("C", bound="Client")
R = TypeVar("R")

Examples: TypeAlias = "Mapping[str, Mapping[str, str]]"
"""The document's examples in JSON, by operation and by status (`"200"`, `"4XX"`, `"default"`)."""

ADDRESS: Final = "https://fake.example"
"""The base URL of a fake client, unless a test says another one."""

OK: Final = 200
LAST_ERROR: Final = 599
_FRAMING: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_CALL: Final = "sdk_call"


class RecordedCall(NamedTuple):
    """A call that was made with a fake client.

    Attributes:
        parameters: Those that the call has, by their names in the API.
        body: The body, or its properties by their names in the API; None if there is none.
        request: The request, as it would have been sent.
    """

    parameters: Mapping[str, Any]
    body: Any
    request: httpx2.Request

    def __repr__(self) -> str:
        return (
            f"<RecordedCall {self.request.method} {self.request.url.path}>"  # bodies may be secret
        )


class _Success(NamedTuple):
    """A success that a test chose."""

    value: Any
    status: int | None
    headers: Mapping[str, str]

    def response(
        self, operation: Operation[Any, Any], examples: Mapping[str, str]
    ) -> httpx2.Response:
        """Return the response that stands for it."""
        del examples
        status = _success(operation) if self.status is None else self.status
        content, media_type = _content(operation, status, self.value)
        own = {"Content-Type": media_type} if media_type else {}
        return httpx2.Response(status, headers={**own, **self.headers}, content=content)


class _Failure(NamedTuple):
    """An exception that a test chose."""

    error: type[BaseException] | BaseException
    status: int | None
    body: Any
    headers: Mapping[str, str]

    def response(
        self, operation: Operation[Any, Any], examples: Mapping[str, str]
    ) -> httpx2.Response:
        """Return the response that stands for it, or raise what is raised instead of one."""
        error = self.error
        if isinstance(error, ResponseError):
            headers = {**error.headers, **self.headers}
            return httpx2.Response(error.status_code, headers=_framed(headers), text=error.body)
        if isinstance(error, type) and issubclass(error, ResponseError):
            status = _status_of(operation, error) if self.status is None else self.status
            body = self.body
            if body is None:
                body = _example_of_error(operation, status, examples).encode()
            content = body if isinstance(body, bytes) else encode(body)
            headers = {"Content-Type": "application/json", **self.headers}
            return httpx2.Response(status, headers=headers, content=content)
        if isinstance(error, type) and issubclass(error, NoResponseError):
            is_timeout = issubclass(error, ResponseTimeoutError)
            raise (httpx2.ReadTimeout if is_timeout else httpx2.ConnectError)("raised by a test")
        raise error


class Stub(Generic[R]):
    """What a method of a fake client does in a test.

    Args:
        name: The name of the method, for messages.

    Attributes:
        calls: The calls that were made, the first one first; each attempt counts.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._answers: list[_Success | _Failure] = []
        self.calls: list[RecordedCall] = []

    def returns(
        self,
        *values: R | Mapping[str, Any] | bytes,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Choose what the method returns, in place of what was chosen before.

        Args:
            *values: What one call after the other returns; the last one is repeated. A dict has
                the names in the API. Bytes are the body as it is sent; for a body that is not JSON
                they are the only way.
            status: The status of the responses. Default: the first documented success.
            headers: The headers of the responses.

        Raises:
            TypeError: If there is no value.
        """
        if not values:
            raise TypeError("returns() takes at least one value.")
        self._answers = [_Success(value, status, headers or {}) for value in values]

    def raises(
        self,
        error: type[BaseException] | BaseException,
        *,
        status: int | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Choose what the method raises, in place of what was chosen before.

        Args:
            error: A class of `errors`, or any exception, which is raised as it is. A class is
                raised by the client, for a response that has its status.
            status: The status of the response. Default: the one that the document has for the
                class.
            body: The body: what JSON is made of, or bytes. Default: the document's example for
                this status, otherwise nothing.
            headers: The headers of the response.
        """
        self._answers = [_Failure(error, status, body, headers or {})]

    def reset(self) -> None:
        """Forget the calls, and return the document's example again."""
        self._answers = []
        self.calls.clear()

    def answer(
        self, call: Call[Any, Any], request: httpx2.Request, examples: Mapping[str, str]
    ) -> httpx2.Response:
        """Record a call, and return the response to it. The client calls this."""
        given = {k: v for k, v in call.arguments.items() if v is not None and v is not UNSET}
        body = call.body
        if call.operation.body == "properties" and is_object(body):
            body = {name: value for name, value in body.items() if value is not UNSET}
        self.calls.append(RecordedCall(given, body, request))
        if not self._answers:
            return self._example(call.operation, examples)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return answer.response(call.operation, examples)

    def _example(
        self, operation: Operation[Any, Any], examples: Mapping[str, str]
    ) -> httpx2.Response:
        key = _first(operation)
        status, example = _success(operation), examples.get(str(key))
        if example is None and operation.returns[key] is not None:
            raise ValueError(
                f"The document has no example of what {self._name} returns: call "
                f"{self._name}.returns(...) in the test."
            )
        headers = {"Content-Type": "application/json"} if example else {}
        return httpx2.Response(status, headers=headers, content=(example or "").encode())


class Stubs:
    """The stubs of a fake client, by operation.

    Args:
        examples: The document's examples.
    """

    def __init__(self, examples: Examples) -> None:
        self._examples = examples
        self._by_operation: dict[str, Stub[Any]] = {}

    def of(self, operation: str, name: str) -> Stub[Any]:
        """Return the stub of an operation: several methods may call it.

        Args:
            operation: Its operationId.
            name: The name of the method.
        """
        return self._by_operation.setdefault(operation, Stub(name))

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request."""
        call: Call[Any, Any] = request.extensions[_CALL]
        stub = self._by_operation.get(call.operation.id)
        if stub is None:
            raise ValueError(f"{call.operation} is not in the document: no stub can answer it.")
        return stub.answer(call, request, self._examples.get(call.operation.id, {}))


class Fake(Generic[C]):
    """A client that sends nothing.

    Args:
        make: The class of the client.
        stubs: What answers.
        credentials: The arguments for credentials, which need no value in tests.
        settings: The arguments of the client. Failures are not retried unless `max_retries` is one
            of them.

    Attributes:
        client: The client, for the code under test.
    """

    client: C

    def __init__(
        self,
        make: Callable[..., C],
        stubs: Stubs,
        credentials: tuple[str, ...],
        settings: Mapping[str, Any],
    ) -> None:
        fakes = dict.fromkeys(credentials, "fake")
        address = {} if settings.get("server") else {"server_url": ADDRESS}
        self.client = make(**{**fakes, **address, "max_retries": 0, **settings})
        _fake(vars(self.client)["_session"], stubs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.client.close()


def fixture(make: Callable[[], R]) -> Callable[[], R]:
    """Return a fixture of pytest; the function itself if pytest does not run."""
    pytest: Any = sys.modules.get("pytest")
    made: Callable[[], R] = make if pytest is None else pytest.fixture(make)
    return made


class _Headers(dict[str, bytes]):
    """The headers of a request, with the call that it is made for."""

    call: Call[Any, Any]


class _Transport(HttpxTransport):
    """Builds requests as usual, with the call that each is made for."""

    __slots__ = ()

    def build(self, prepared: Prepared, timeouts: Steps | None, left: float | None = None) -> Any:
        """See `Transport.build`."""
        request = super().build(prepared, timeouts, left)
        headers = prepared.headers
        if isinstance(headers, _Headers):
            request.extensions = {**request.extensions, _CALL: headers.call}
        return request


def _fake(session: Session, stubs: Stubs) -> None:
    """Let stubs answer the requests of a client, whatever its thread or event loop."""
    prepare = session.prepare

    def prepare_for(call: Call[Any, Any], given: Any, key: bytes = b"") -> Prepared:
        prepared = prepare(call, given, key)
        headers = _Headers(prepared.headers)
        headers.call = call
        return prepared._replace(headers=headers)

    transport = httpx2.MockTransport(stubs.answer)
    session.prepare = prepare_for  # type: ignore[method-assign]
    session.pools.give(
        _Transport(httpx2.Client(transport=transport), is_given=False, is_async=False),
        _Transport(httpx2.AsyncClient(transport=transport), is_given=False, is_async=True),
    )


# What is sent back


def _first(operation: Operation[Any, Any]) -> int | str:
    """Return the key of the first documented success, which `Stub.returns` promises by default."""
    key: int | str = next(iter(operation.returns))  # "2XX", if nothing is documented
    return key


def _success(operation: Operation[Any, Any]) -> int:
    """Return the status of the first documented success."""
    first = _first(operation)
    return first if isinstance(first, int) else OK


def _example_of_error(
    operation: Operation[Any, Any], status: int, examples: Mapping[str, str]
) -> str:
    """Return the example of an error; "" if there is none, or another error has the status."""
    successes = {*map(str, operation.returns)}
    for key in (str(status), f"{status // 100}XX", "default"):
        if key in examples and key not in successes:
            return examples[key]
        if key in operation.errors or (key == str(status) and status in operation.errors):
            break
    return ""


def _content(operation: Operation[Any, Any], status: int, value: Any) -> tuple[bytes, str]:
    """Return the body of a success and its media type, from what a test says."""
    key = operation.success(status)
    if key is None:
        key = operation.only_success(has_body=value is not None)
    returned = None if key is None else operation.returns[key]
    media_type = operation.accept.decode().partition(",")[0] or "application/json"
    if isinstance(value, bytes):
        return value, media_type
    if returned is None:
        if value is not None:
            raise TypeError(f"{operation} has no body with the status {status}: return None.")
        return b"", ""
    if returned == TEXT and isinstance(value, str):
        return value.encode(), media_type
    if not callable(returned) or operation.into is not None or not is_json(media_type):
        raise TypeError(f"The body that {operation} returns is {media_type}: return it as bytes.")
    content = encode(value)
    if not isinstance(value, Struct):
        _, misfits = convert(parse(content), returned())
        for misfit in misfits:
            raise ValueError(
                f"{operation} can't return this value: {misfit.problem} - at `{misfit.path}`."
            )
    return content, media_type


def _status_of(operation: Operation[Any, Any], error: type[ResponseError]) -> int:
    """Return the status for which an operation raises an exception."""
    for status in range(FIRST_ERROR, LAST_ERROR + 1):
        made = operation.error(status)
        if made is not None and made() is error:
            return status
    raise ValueError(
        f"The document does not say for which status {operation} raises {error.__name__}: "
        "pass `status`."
    )


def _framed(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers without those that describe how a body was sent."""
    return {name: value for name, value in headers.items() if name.lower() not in _FRAMING}
