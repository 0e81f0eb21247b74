"""`create()` makes one key, whatever happens to its answer; two only if the server lies."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest

from openrouter import errors
from openrouter.utils import BackoffStrategy, RetryConfig
from tests.faults.support.harness import FakeClock, KeyServer, call, good, make
from tests.faults.support.modes import HEADER, MODES, TIMEOUT_MS, Mode
from tests.faults.support.table import FAULTS, PARTIAL, Fault
from tests.faults.support.world import world
from tests.support.server import Answer, hang_up, reply
from tests.support.waiting import PATIENCE_MS

UNSAFE = RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 30_000), True, retry_unsafe=True)


def test_no_fault_of_the_table_makes_two_keys_unless_the_server_lies() -> None:
    assert [fault.name for fault in FAULTS if fault.keys > 1] == [
        "429, though it made the key",
        "429 with `retry-after-ms: 1`, though it made the key",
    ]


# A server that makes the key, and fails to say so


def test_there_are_65_ways_to_fail_and_one_key_is_made_in_63() -> None:
    assert len({mode.name for mode in MODES}) == 65
    assert [mode.name for mode in MODES if mode.keys > 1] == ["429", "429 cut short"]


@pytest.mark.parametrize("how", MODES, ids=[mode.name for mode in MODES])
@pytest.mark.parametrize("operation", ["create", "update"])
def test_a_call_without_a_key(
    server: KeyServer, clock: FakeClock, mode: str, how: Mode, operation: str
) -> None:
    fail(mode, server, clock, how, operation)
    assert len(server.seen) == how.requests
    assert server.made == (how.keys if operation == "create" else 0)


@pytest.mark.parametrize("how", MODES, ids=[mode.name for mode in MODES])
@pytest.mark.parametrize("operation", ["create", "update"])
def test_a_call_with_a_key(
    server: KeyServer, clock: FakeClock, mode: str, how: Mode, operation: str
) -> None:
    fail(mode, server, clock, how, operation, idempotency_header=HEADER)
    assert len(server.seen) == how.keyed
    assert len({request.header(HEADER) for request in server.seen}) == 1
    assert server.made == (1 if operation == "create" else 0)


def fail(
    mode: str, server: KeyServer, clock: FakeClock, how: Mode, operation: str, **settings: Any
) -> None:
    server.fails(how.answer)
    # On a loaded machine, connecting can take longer than the time-out of what stalls.
    timeout_ms = TIMEOUT_MS if how.answer.then == "stall" else PATIENCE_MS
    client = make(server.url, clock, timeout_ms=timeout_ms, **settings)
    if how.what == PARTIAL:
        call(mode, client, operation)
        return
    # `update` documents other errors than `create` does.
    kind: type[Exception] = getattr(errors, how.what)
    with pytest.raises((errors.OpenRouterError, errors.NoResponseError)) as raised:
        call(mode, client, operation)
    assert operation == "update" or type(raised.value) is kind


@pytest.mark.parametrize("operation", ["list", "get", "delete"])
def test_a_call_that_needs_no_key_has_none(
    server: KeyServer, clock: FakeClock, mode: str, operation: str
) -> None:
    server.fails(good)
    call(mode, make(server.url, clock, idempotency_header=HEADER), operation)
    assert server.last.header(HEADER) is None


def test_a_server_that_ignores_the_header_makes_a_key_for_each_try(
    server: KeyServer, clock: FakeClock, mode: str
) -> None:
    server.fails(reply(500))
    with pytest.raises(errors.InternalServerResponseError):
        call(mode, make(server.url, clock, idempotency_header="X-Not-Known"), "create")
    assert server.made == 3
    assert len({request.header("X-Not-Known") for request in server.seen}) == 1


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.group}-{fault.name}" for fault in FAULTS])
def test_with_a_key_no_fault_makes_two(
    fault: Fault, mode: str, transport: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = fault.through(transport, mode)
    with world(fault, monkeypatch) as where:
        client = make(where.url, clock, timeout_ms=fault.timeout_ms, idempotency_header=HEADER)
        with contextlib.suppress(errors.OpenRouterError, errors.NoResponseError):
            call(mode, client, "create")
        # Tried as often as a GET, but for redirects, which are followed for that alone.
        assert len(clock.waits) + 1 == fault.safe.tries
        assert where.server.made == min(fault.keys, 1)


# What a caller allows


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=f"{fault.group}-{fault.name}")
        for fault in FAULTS
        if fault.keys == 1 and fault.reach == "server"
    ],
)
def test_a_key_that_was_made_is_made_once_however_the_next_answer_would_be(
    fault: Fault, mode: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world(fault, monkeypatch) as where:
        # Another try would succeed, and its caller would never know of the first key.
        where.server.fails(*fault.answers, good)
        with contextlib.suppress(errors.OpenRouterError, errors.NoResponseError):
            call(mode, make(where.url, clock, timeout_ms=fault.timeout_ms), "create")
        assert where.server.made == 1
        assert len(where.server.seen) == 1


@pytest.mark.parametrize("answer", [hang_up("reset"), hang_up("close"), reply(500), reply(408)])
def test_a_caller_who_allows_it_gets_more_tries_and_more_keys(
    server: KeyServer, clock: FakeClock, mode: str, answer: Answer
) -> None:
    server.fails(answer, answer, good)
    result = call(mode, make(server.url, clock), "create", retries=UNSAFE)
    assert type(result).__name__ == "CreateKeysResponse"
    assert server.made == 3


@pytest.mark.parametrize("never", [{"max_retries": 0}, {"retry_config": None}], ids=str)
@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_client_without_retries_makes_one_key(
    server: KeyServer, clock: FakeClock, mode: str, status: int, never: dict[str, Any]
) -> None:
    server.fails(reply(status, b"", {"Retry-After": "1"}))
    with pytest.raises(errors.OpenRouterError):
        call(mode, make(server.url, clock, **never), "create")
    assert server.made == 1


@pytest.mark.parametrize("status", [429, 503])
def test_status_codes_of_the_caller_take_even_refusals_out(
    server: KeyServer, clock: FakeClock, mode: str, status: int
) -> None:
    server.fails(reply(status, b"", {"Retry-After": "1"}))
    backoff = BackoffStrategy(500, 8000, 1.5, 30_000)
    retries = RetryConfig("backoff", backoff, True, status_codes_override=["408"])
    with pytest.raises(errors.OpenRouterError):
        call(mode, make(server.url, clock), "create", retries=retries)
    assert server.made == 1


def test_a_delete_that_was_repeated_may_find_nothing(
    server: KeyServer, clock: FakeClock, mode: str
) -> None:
    gone = reply(404, {"error": {"code": 404, "message": "There is no such API key"}})
    server.answers(hang_up(), gone)
    with pytest.raises(errors.NotFoundResponseError):
        call(mode, make(server.url, clock), "delete")
    assert len(server.seen) == 2
