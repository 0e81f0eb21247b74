"""When a call is tried again, and how long it waits before that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sdkwright.runtime.retries import BackoffStrategy, Clock, RetryConfig
from tests.runtime.conftest import Caller, FakeClock
from tests.runtime.examples import BUSY, REX
from tests.runtime.sdk import BusyError, DefaultError, PetError
from tests.runtime.server import Request, Server, hang_up, reply

BACKOFF = BackoffStrategy(100, 400, 2, 1000)

RETRIED = [408, 429, 500, 502, 503, 504, 599]


@pytest.mark.parametrize("status", RETRIED)
def test_get_is_tried_again_after(
    call: Caller, server: Server, clock: FakeClock, status: int
) -> None:
    server.answers(reply(status, BUSY), reply(status, BUSY), reply(200, REX))
    assert call("get", id="p1").name == "Rex"
    assert clock.waits == [0.5, 0.75]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 425])
def test_get_is_not_tried_again_after(call: Caller, server: Server, status: int) -> None:
    server.answers(reply(status, BUSY), reply(200, REX))
    with pytest.raises(PetError) as raised:
        call("get", id="p1")
    assert raised.value.status_code == status
    assert len(server.seen) == 1


@pytest.mark.parametrize("method", ["replace", "delete"])
def test_put_and_delete_are_tried_again(
    call: Caller, server: Server, clock: FakeClock, method: str
) -> None:
    server.answers(hang_up(), reply(500), reply(200, REX))
    call(method, id="p1", **({"pet": None} if method == "replace" else {}))
    assert clock.waits == [0.5, 0.75]


@pytest.mark.parametrize(
    ("status", "headers"),
    [(429, {}), (429, {"Retry-After": "2"}), (503, {"Retry-After": "2"})],
)
def test_post_is_tried_again_where_it_was_refused(
    call: Caller, server: Server, status: int, headers: Mapping[str, str]
) -> None:
    server.answers(reply(status, BUSY, headers), reply(201, REX))
    assert call("create", name="Rex").name == "Rex"
    assert [request.json for request in server.seen] == [{"name": "Rex"}, {"name": "Rex"}]


@pytest.mark.parametrize("status", [408, 409, 425, 500, 502, 503, 504])
def test_post_is_not_tried_again_after(call: Caller, server: Server, status: int) -> None:
    server.answers(reply(status, BUSY), reply(201, REX))
    with pytest.raises(PetError):
        call("create", name="Rex")
    assert len(server.seen) == 1


@pytest.mark.parametrize("fault", [hang_up(), reply(500), reply(503)])
def test_post_is_tried_again_where_the_caller_says_so(
    call: Caller, server: Server, fault: Any
) -> None:
    server.answers(fault, reply(201, REX))
    config = RetryConfig("backoff", BACKOFF, True, retry_unsafe=True)
    assert call("create", name="Rex", retries=config).name == "Rex"


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Retry-After": "7"}, id="seconds"),
        pytest.param({"Retry-After": "Mon, 23 Nov 2026 12:00:07 GMT"}, id="date"),
        pytest.param({"Retry-After": "Monday, 23-Nov-26 12:00:07 GMT"}, id="old-date"),
        pytest.param({"Retry-After": "Mon, 23 Nov 2026 12:00:07"}, id="date-without-zone"),
        pytest.param({"retry-after-ms": "7000"}, id="milliseconds"),
        pytest.param({"Retry-After": "20", "Retry-After-Ms": "7000"}, id="milliseconds-first"),
        pytest.param({"Retry-After": "7", "retry-after-ms": "soon"}, id="broken-milliseconds"),
    ],
)
def test_waits_as_long_as_the_server_says(
    call: Caller, server: Server, clock: FakeClock, headers: Mapping[str, str]
) -> None:
    server.answers(reply(429, BUSY, headers), reply(200, REX))
    call("get", id="p1")
    assert clock.waits == [7.0]


@pytest.mark.parametrize(
    "text",
    [
        *("soon", "", "-1", "-0.5", "nan", "inf", "1e999", "1 minute", "²", "0x10", "0"),
        *("Mon, 99 Foo 2026 12:00:00 GMT", "Mon, 23 Nov 99999 12:00:07 GMT", "Mon", "1, 2, 3"),
        "Mon, 23 Nov 2026 12:00:07 +9999999999",
        "Mon, 23 Nov 2020 12:00:07 GMT",
    ],
)
def test_waits_as_usual_where_the_server_makes_no_sense(
    call: Caller, server: Server, clock: FakeClock, text: str
) -> None:
    server.answers(reply(429, BUSY, {"Retry-After": text}), reply(200, REX))
    call("get", id="p1")
    assert clock.waits == [0.5]


@pytest.mark.parametrize(
    "headers",
    [
        {"Retry-After": "31536000"},
        {"Retry-After": "30"},
        {"Retry-After": "Tue, 23 Nov 2027 12:00:00 GMT"},
        {"retry-after-ms": "99999999"},
    ],
)
def test_gives_up_at_once_when_the_server_wants_too_long_a_wait(
    call: Caller, server: Server, clock: FakeClock, headers: Mapping[str, str]
) -> None:
    server.answers(reply(429, BUSY, headers))
    with pytest.raises(BusyError, match=r"^Slow down \(429 Too Many Requests, GET /pets/\{id\}\)$"):
        call("get", id="p1")
    assert clock.waits == []


def test_all_tries_together_take_no_longer_than_allowed(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    server.answers(reply(500))
    with pytest.raises(DefaultError):
        call("get", id="p1")
    assert sum(clock.waits) < 30
    assert clock.waits[:6] == [0.5, 0.75, 1.125, 1.688, 2.531, 3.797]
    assert max(clock.waits) <= 8


def test_slow_responses_count_as_well(call: Caller, server: Server, clock: FakeClock) -> None:
    def slowly(_: Request) -> Any:
        clock.time += 13
        return reply(500)

    server.answers(slowly)
    with pytest.raises(DefaultError):
        call("get", id="p1")
    assert len(server.seen) == 3


def test_wait_is_a_random_part_of_the_interval() -> None:
    strategy = BackoffStrategy(1000, 4000, 2, 60000)
    waits = [strategy.interval(1, Clock()) for _ in range(200)]
    assert 0 <= min(waits) < 0.5
    assert 1.5 < max(waits) <= 2


def test_wait_with_jitter_of_its_own_is_the_interval_and_a_bit(clock: FakeClock) -> None:
    strategy = BackoffStrategy(1000, 4000, 2, 60000, jitter_ms=250)
    assert [strategy.interval(retry, clock) for retry in range(4)] == [1.25, 2.25, 4.0, 4.0]


def test_wait_after_very_many_tries_is_the_longest(clock: FakeClock) -> None:
    assert BackoffStrategy(1000, 4000, 10, 60000).interval(100_000, clock) == 4.0


# Which configuration holds


def test_call_without_retries_is_made_once(call: Caller, server: Server) -> None:
    server.answers(reply(500), reply(200, REX))
    with pytest.raises(DefaultError):
        call("get", id="p1", retries=None)
    assert len(server.seen) == 1


def test_strategy_none_means_once(call: Caller, server: Server) -> None:
    server.answers(hang_up(), reply(200, REX))
    config = RetryConfig("none", BACKOFF, True)
    with pytest.raises(Exception, match="No response"):
        call("get", id="p1", retries=config)
    assert len(server.seen) == 1


def test_client_without_retries_makes_calls_once(call: Caller, server: Server) -> None:
    server.answers(reply(500), reply(200, REX))
    with pytest.raises(DefaultError):
        call("get", call.client(retry_config=None), id="p1")
    assert len(server.seen) == 1


def test_configuration_of_a_call_beats_that_of_the_client(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    server.answers(reply(500), reply(200, REX))
    client = call.client(retry_config=RetryConfig("none", BACKOFF, True))
    call("get", client, id="p1", retries=RetryConfig("backoff", BACKOFF, True))
    assert clock.waits == [0.1]


def test_configuration_of_the_client_beats_that_of_the_operation(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    server.answers(reply(418), reply(200, REX))
    client = call.client(retry_config=RetryConfig("backoff", BackoffStrategy(7, 7, 1, 99), True))
    call("patient", client)
    assert clock.waits == [0.007]


def test_configuration_of_the_operation_beats_that_of_the_document(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    server.answers(reply(418), reply(500))
    with pytest.raises(DefaultError) as raised:
        call("patient")
    assert raised.value.status_code == 500
    assert clock.waits == [0.1]


def test_connection_errors_are_retried_only_where_allowed(call: Caller, server: Server) -> None:
    server.answers(hang_up(), reply(200, REX))
    with pytest.raises(Exception, match="No response"):
        call("get", id="p1", retries=RetryConfig("backoff", BACKOFF, False))
    assert len(server.seen) == 1


def test_status_codes_of_the_caller_replace_those_of_the_operation(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    config = RetryConfig("backoff", BACKOFF, True, status_codes_override=["404", "5xx"])
    server.answers(reply(404), reply(502), reply(429, BUSY))
    with pytest.raises(BusyError):
        call("get", id="p1", retries=config)
    assert clock.waits == [0.1, 0.2]


@pytest.mark.parametrize("code", ["", "5", "5X", "6XX", "XXX", "4xy", "-1", "5XXX"])
def test_refuses_what_is_no_status_code(code: str) -> None:
    with pytest.raises(ValueError, match=r'^A status code is like "429" or "5XX"'):
        RetryConfig("backoff", BACKOFF, True, status_codes_override=[code])


def test_refuses_an_unknown_strategy() -> None:
    with pytest.raises(ValueError, match='must be "none" or "backoff"'):
        RetryConfig("exponential", BACKOFF, True)  # type: ignore[arg-type] # that is the point


@pytest.mark.parametrize("position", range(4))
def test_refuses_negative_numbers(position: int) -> None:
    numbers = [1, 1, 1, 1]
    numbers[position] = -1
    with pytest.raises(ValueError, match="must not be negative"):
        BackoffStrategy(*numbers)


# Idempotency keys


def test_fills_in_an_idempotency_key_and_keeps_it_over_all_tries(
    call: Caller, server: Server, clock: FakeClock
) -> None:
    server.answers(reply(500), hang_up(), reply(200, {"id": "t", "token": "x"}))
    call("pay")
    keys = [request.header("Idempotency-Key") for request in server.seen]
    assert len(keys) == 3
    assert len(set(keys)) == 1
    assert len(str(keys[0])) == 36
    assert clock.waits == [0.5, 0.75]


def test_two_calls_have_two_idempotency_keys(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"id": "t", "token": "x"}))
    call("pay")
    call("pay")
    first, second = (request.header("Idempotency-Key") for request in server.seen)
    assert first != second


def test_sends_the_idempotency_key_of_the_caller(call: Caller, server: Server) -> None:
    server.answers(reply(200, {"id": "t", "token": "x"}))
    call("pay", idempotency_key="mine")
    assert server.last.header("Idempotency-Key") == "mine"
