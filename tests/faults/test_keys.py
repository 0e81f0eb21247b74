"""`create()` makes one key, whatever happens to its answer."""

from __future__ import annotations

import contextlib

import pytest

from openrouter import errors
from openrouter.utils import BackoffStrategy, RetryConfig
from tests.faults.harness import FakeClock, KeyServer, call, good, make
from tests.faults.table import FAULTS, LYING, Fault
from tests.faults.world import world
from tests.runtime.server import Answer, hang_up, reply

UNSAFE = RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 30_000), True, retry_unsafe=True)


def test_no_fault_of_the_table_makes_two_keys_unless_the_server_lies() -> None:
    assert [fault.name for fault in FAULTS if fault.keys > 1] == [fault.name for fault in LYING]


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


@pytest.mark.parametrize("status", [408, 425, 500, 502, 503, 504])
def test_a_client_without_retries_makes_one_key(
    server: KeyServer, clock: FakeClock, mode: str, status: int
) -> None:
    server.fails(reply(status, b"", {"Retry-After": "1"}))
    with pytest.raises(errors.OpenRouterError):
        call(mode, make(server.url, clock, retry_config=None), "create")
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
