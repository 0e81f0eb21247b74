"""A caller's own functions on the way of each request."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from sdkwright.runtime.errors import NoResponseError
from sdkwright.runtime.hooks import HookContext, Hooks
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import NOT_FOUND, REX
from tests.runtime.support.sdk import NotFoundError
from tests.support.server import Server, hang_up, reply


class Record:
    """Hooks that write down what they are told."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, HookContext, object]] = []
        self.hooks = Hooks(
            before_request=lambda context, request: self._note("request", context, request.method),
            after_success=lambda context, response: self._note(
                "success", context, response.status_code
            ),
            after_error=lambda context, error: self._note("error", context, type(error)),
        )

    def _note(self, kind: str, context: HookContext, subject: object) -> None:
        self.calls.append((kind, context, subject))


def context(attempt: int) -> HookContext:
    return HookContext("get", "GET", "/pets/{id}", attempt)


def test_hooks_see_a_success(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    record = Record()
    call("get", call.client(hooks=record.hooks), id="p1")
    assert record.calls == [("request", context(1), "GET"), ("success", context(1), 200)]


def test_hooks_see_each_try_and_one_end(call: Caller, server: Server) -> None:
    server.answers(reply(503), reply(200, REX))
    record = Record()
    call("get", call.client(hooks=record.hooks), id="p1")
    assert record.calls == [
        ("request", context(1), "GET"),
        ("request", context(2), "GET"),
        ("success", context(2), 200),
    ]


def test_hooks_see_a_failure(call: Caller, server: Server) -> None:
    server.answers(reply(404, NOT_FOUND))
    record = Record()
    with pytest.raises(NotFoundError):
        call("get", call.client(hooks=record.hooks), id="p1")
    assert record.calls[1:] == [("error", context(1), NotFoundError)]


def test_hooks_see_that_no_response_came(call: Caller, server: Server) -> None:
    server.answers(hang_up())
    record = Record()
    with pytest.raises(NoResponseError):
        call("get", call.client(hooks=record.hooks, retry_config=None), id="p1")
    assert record.calls[1:] == [("error", context(1), NoResponseError)]


def test_a_hook_may_change_the_request(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))

    def trace(_: HookContext, request: Any) -> None:
        request.headers["traceparent"] = "00-1"

    call("get", call.client(hooks=Hooks(before_request=trace)), id="p1")
    assert server.last.header("traceparent") == "00-1"


def test_a_hook_may_give_another_request(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))

    def elsewhere(_: HookContext, request: Any) -> Any:
        return type(request)(request.method, request.url.join("/pets/p2"))

    call("get", call.client(hooks=Hooks(before_request=elsewhere)), id="p1")
    assert server.last.target == "/pets/p2"


def test_what_a_hook_raises_ends_the_call(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))

    def refuse(context: HookContext, _: object) -> None:
        raise PermissionError(context.operation_id)

    with pytest.raises(PermissionError, match="get"):
        call("get", call.client(hooks=Hooks(before_request=refuse)), id="p1")
    assert server.seen == []


@pytest.mark.asyncio_only
def test_a_coroutine_function_works_for_async_calls_only(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    loops = []

    async def look(_: HookContext, __: object) -> None:
        loops.append(asyncio.get_running_loop())

    client = call.client(hooks=Hooks(after_success=look))
    if call.mode == "async":
        call("get", client, id="p1")
        assert len(loops) == 1
    else:
        with pytest.raises(TypeError, match="async calls only"):
            call("get", client, id="p1")


@pytest.mark.parametrize("length", ["1", "500"])
def test_a_hook_that_misstates_the_length_is_told_in_our_words(
    call: Caller, server: Server, length: str
) -> None:
    def misstate(_context: HookContext, request: Any) -> None:
        request.headers["Content-Length"] = length

    server.answers(reply(201, REX))
    with pytest.raises(NoResponseError, match="declared Content-Length"):
        call("create", call.client(hooks=Hooks(before_request=misstate)), name="Rex")
