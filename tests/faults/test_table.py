"""Every fault of the table: what comes of it, what the server saw, and how long it took."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from msgspec import UNSET

from openrouter import OpenRouter, errors
from tests.faults.support.harness import CALLS, KEY, FakeClock, KeyServer, call, good, make
from tests.faults.support.shown import Shown
from tests.faults.support.table import (
    FAULTS,
    NO_RESPONSE,
    PARTIAL,
    RESULT,
    STATUSES,
    TIMED_OUT,
    Fault,
    Outcome,
)
from tests.faults.support.world import World, world
from tests.support.waiting import PATIENCE_MS, eventually

BUDGET = 30.0
"""Seconds that all tries of a call may take, by default."""

MORE = {"X-Api-Key": "the caller's", "Cookie": "id=1"}
"""Headers that may not go to another origin either."""

CASES = [
    pytest.param(fault, operation, id=f"{fault.group}-{fault.name}-{operation}")
    for fault in FAULTS
    for operation in fault.operations()
]


@pytest.mark.parametrize(("fault", "operation"), CASES)
def test_a_fault_has_its_documented_outcome(  # noqa: PLR0917 - fixtures
    fault: Fault,
    operation: str,
    transport: str,
    mode: str,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fault = fault.through(transport, mode)
    slower = fault.slower()
    while slower is not None and slower.timeout_ms < PATIENCE_MS:
        try:
            check(fault, operation, mode, shown, monkeypatch)
        except errors.ResponseTimeoutError:  # a drop came late, as happens on a loaded machine
            fault, slower = slower, slower.slower()
        else:
            return
    check(fault, operation, mode, shown, monkeypatch)


def check(
    fault: Fault, operation: str, mode: str, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FakeClock()
    with world(fault, monkeypatch) as where:
        client = make(where.url, clock, timeout_ms=fault.timeout_ms)
        expected = fault.outcome(operation)
        check_outcome(mode, client, operation, expected, shown)
        assert len(clock.waits) + 1 == expected.tries
        assert clock.passed <= BUDGET
        assert len(where.server.requests()) == expected.read
        assert where.server.made == (fault.keys if operation == "create" else 0)
        check_elsewhere(where, followed=fault.reach == "elsewhere" and operation == "list")
        assert eventually(lambda: where.server.open_connections() == 0)


def check_outcome(
    mode: str, client: OpenRouter, operation: str, expected: Outcome, shown: Shown
) -> None:
    if expected.what in {RESULT, PARTIAL}:
        known = CALLS[operation]
        result = call(mode, client, operation, http_headers=MORE)
        assert type(result) is known.model()
        assert (getattr(result, known.field) is UNSET) == (expected.what == PARTIAL)
        shown.add_object(result)
        return
    kind: type[Exception] = getattr(errors, expected.what)
    with pytest.raises(kind) as raised:
        call(mode, client, operation, http_headers=MORE)
    assert type(raised.value) is kind
    assert isinstance(raised.value, TimeoutError) == (expected.what == TIMED_OUT)
    if expected.what in {NO_RESPONSE, TIMED_OUT}:
        assert raised.value.__cause__ is not None
    shown.add_error(raised.value)


def check_elsewhere(where: World, *, followed: bool) -> None:
    assert len(where.elsewhere.seen) == (1 if followed else 0)
    for request in where.elsewhere.seen:
        assert KEY not in repr(request)
        assert {name.lower() for name, _ in request.headers} == {
            "accept",
            "accept-encoding",
            "host",
            "user-agent",
        }


@pytest.mark.parametrize(
    "fault", [fault for fault in STATUSES if fault.name == "–"], ids=lambda fault: fault.group
)
def test_a_failure_tells_what_the_server_said(
    fault: Fault, mode: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world(fault, monkeypatch) as where:
        with pytest.raises(errors.OpenRouterError) as raised:
            call(mode, make(where.url, clock), "list")
        assert raised.value.message == "Because"
        assert raised.value.status_code == int(fault.group)
        assert raised.value.body == where_body(fault)


def where_body(fault: Fault) -> str:
    answer = fault.answers[0]
    assert not callable(answer)
    return answer.parts[0].partition(b"\r\n\r\n")[2].decode()


RECOVERED = [
    pytest.param(fault, id=f"{fault.group}-{fault.name}")
    for fault in FAULTS
    if fault.safe.tries > 1 and fault.reach == "server"
]


@pytest.mark.parametrize("fault", RECOVERED)
def test_a_call_outlives_one_fault(
    fault: Fault, mode: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world(fault, monkeypatch) as where:
        where.server.fails(*fault.answers, good)
        result = call(mode, make(where.url, clock, timeout_ms=fault.timeout_ms), "list")
        assert result.data[0].name == "Production API Key"
        assert len(clock.waits) == 1


def test_what_is_left_of_an_answer_is_not_taken_for_the_next(
    server: KeyServer, clock: FakeClock
) -> None:
    short = next(fault for fault in FAULTS if fault.name == "`Content-Length` less than the body")
    (answer,) = short.answers
    assert not callable(answer)
    server.fails(replace(answer, then="keep"), good)
    with make(server.url, clock) as client:
        with pytest.raises(errors.ResponseValidationError):
            client.api_keys.list()
        assert client.api_keys.delete(hash="h").deleted is True
    # The connection is given up with the first answer, and another one gets the second.
    assert clock.waits == []
    assert server.connections == 2


def test_a_partial_result_is_warned_of_once(
    mode: str, clock: FakeClock, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = next(fault for fault in FAULTS if fault.name == "200 without a body")
    with world(fault, monkeypatch) as where:
        call(mode, make(where.url, clock), "list")
    warned = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert [record.name for record in warned] == ["openrouter"]
