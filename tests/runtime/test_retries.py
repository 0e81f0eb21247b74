"""When a call is tried again, and how long it waits before that."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Mapping
from typing import Any

import pytest

from sdkwright.runtime.errors import NoResponseError
from sdkwright.runtime.hooks import HookContext, Hooks
from sdkwright.runtime.retries import BackoffStrategy, Clock, RetryConfig
from tests.runtime.conftest import Caller, FakeClock
from tests.runtime.support.examples import BUSY, REX, pets
from tests.runtime.support.sdk import BusyError, DefaultError, PetError
from tests.support.libraries import ERRORS, LOST, REFUSED, UNDECODABLE
from tests.support.server import Request, Server, hang_up, reply

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


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "2"}, {"retry-after-ms": "2"}])
def test_post_is_tried_again_where_it_was_refused(
    call: Caller, server: Server, headers: Mapping[str, str]
) -> None:
    server.answers(reply(429, BUSY, headers), reply(201, REX))
    assert call("create", name="Rex").name == "Rex"
    assert [request.json for request in server.seen] == [{"name": "Rex"}, {"name": "Rex"}]


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "2"}, {"retry-after-ms": "2"}])
@pytest.mark.parametrize("status", [408, 409, 425, 500, 502, 503, 504, 599])
def test_post_is_not_tried_again_after(
    call: Caller, server: Server, status: int, headers: Mapping[str, str]
) -> None:
    server.answers(reply(status, BUSY, headers), reply(201, REX))
    with pytest.raises(PetError):
        call("create", name="Rex")
    assert len(server.seen) == 1


def test_status_codes_of_the_caller_do_not_make_a_post_repeatable(
    call: Caller, server: Server
) -> None:
    config = RetryConfig("backoff", BACKOFF, True, status_codes_override=["4XX", "5XX"])
    server.answers(reply(503, BUSY, {"Retry-After": "0.1"}), reply(201, REX))
    with pytest.raises(PetError):
        call("create", name="Rex", retries=config)
    assert len(server.seen) == 1


def test_a_post_that_was_refused_is_not_repeated_once_an_answer_is_lost(
    call: Caller, server: Server
) -> None:
    server.answers(reply(429, BUSY), hang_up(), reply(201, REX))
    with pytest.raises(NoResponseError, match=" on attempt 2, after status 429: "):
        call("create", name="Rex")
    assert len(server.seen) == 2


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
    assert clock.waits == [7.25]  # at most 0.25 s of chance come on top


@pytest.mark.parametrize(
    "text",
    [
        *("soon", "", "-1", "-0.5", "nan", "inf", "1e999", "1e9", "1_0", "1 minute", "0x10", "0"),
        *("²", "\u0661", "+1", ".5", "1.", "7 7"),
        *("Mon, 99 Foo 2026 12:00:00 GMT", "Mon, 23 Nov 99999 12:00:07 GMT", "Mon", "1, 2, 3"),
        "Mon, 23 Nov 2026 12:00:07 +9999999999",
        "Mon, 23 Nov 2020 12:00:07 GMT",
    ],
)
def test_waits_as_usual_where_the_server_makes_no_sense(
    call: Caller, server: Server, clock: FakeClock, text: str
) -> None:
    busy = reply(429, BUSY, {"Retry-After": text.encode().decode("latin-1")})
    server.answers(busy, reply(200, REX))
    call("get", id="p1")
    assert clock.waits == [0.5]


@pytest.mark.parametrize(
    "headers",
    [
        {"Retry-After": "31536000"},
        {"Retry-After": "30"},
        {"Retry-After": "Tue, 23 Nov 2027 12:00:00 GMT"},
        {"retry-after-ms": "99999999"},
        {"Retry-After": "9" * 5000},
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
        call("get", id="p1", max_retries=1000)
    assert clock.waits == [0.5, 0.75, 1.125, 1.688, 2.531, 3.797, 5.695, 8.0]


def test_slow_responses_count_as_well(call: Caller, server: Server, clock: FakeClock) -> None:
    def slowly(_: Request) -> Any:
        clock.time += 13
        return reply(500)

    server.answers(slowly)
    with pytest.raises(DefaultError):
        call("get", id="p1", max_retries=1000)
    assert len(server.seen) == 3


def test_wait_is_half_the_interval_and_a_random_part_of_the_other_half() -> None:
    strategy = BackoffStrategy(1000, 4000, 2, 60000)
    waits = [strategy.wait(1, Clock()) for _ in range(200)]
    assert 1 <= min(waits) < 1.2
    assert 1.8 < max(waits) <= 2


def test_a_time_of_the_server_takes_the_place_of_the_first_half() -> None:
    strategy = BackoffStrategy(1000, 4000, 2, 60000)
    waits = [strategy.wait(1, Clock(), asked=5) for _ in range(200)]
    assert 5 <= min(waits) < 5.2
    assert 5.8 < max(waits) <= 6


@pytest.mark.parametrize("asked", [0, 1e-300, 0.001, 0.999])
def test_a_time_of_the_server_makes_no_wait_shorter(asked: float) -> None:
    strategy = BackoffStrategy(1000, 4000, 2, 60000)
    assert strategy.wait(1, Hasty(), asked) == 1.0


@pytest.mark.parametrize("asked", [0, 0.001])
def test_no_wait_is_shorter_than_50_milliseconds(asked: float) -> None:
    strategy = BackoffStrategy(1, 1, 1, 60000, jitter_ms=0)
    assert strategy.wait(0, Hasty(), asked) == 0.05


def test_wait_with_jitter_of_its_own_is_the_interval_and_a_bit(clock: FakeClock) -> None:
    strategy = BackoffStrategy(1000, 4000, 2, 60000, jitter_ms=250)
    assert [strategy.wait(retry, clock) for retry in range(4)] == [1.25, 2.25, 4.25, 4.25]


@pytest.mark.parametrize("exponent", [10, 100, 100.0])
def test_wait_after_very_many_tries_is_the_longest(clock: FakeClock, exponent: float) -> None:
    assert BackoffStrategy(1000, 4000, exponent, 60000).wait(100_000, clock) == 4.0


# How many requests


class Hasty(FakeClock):
    """Chance always takes the least."""

    def between(self, least: float, most: float) -> float:  # noqa: ARG002 - it never takes it
        return least


TINY = [
    {"retry-after-ms": "1"},
    {"retry-after-ms": "0.001"},
    {"retry-after-ms": "-1"},
    {"Retry-After": "0"},
    {"Retry-After": "0.0001"},
    {"Retry-After": "1e-300"},
    {"Retry-After": "nan"},
    {"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"},
    {},
]


@pytest.mark.parametrize("headers", TINY, ids=str)
@pytest.mark.parametrize(("method", "given"), [("get", {"id": "p1"}), ("create", {"name": "Rex"})])
def test_a_call_is_tried_again_twice_whatever_the_server_asks_for(  # noqa: PLR0917 - fixtures
    call: Caller,
    server: Server,
    clock: FakeClock,
    method: str,
    given: Mapping[str, Any],
    headers: Mapping[str, str],
) -> None:
    server.answers(reply(429, BUSY, headers))
    with pytest.raises(BusyError):
        call(method, **given)
    assert len(server.seen) == 3
    assert clock.waits == [0.5, 0.75]


@pytest.mark.parametrize("headers", TINY, ids=str)
def test_a_server_cannot_make_a_caller_who_allows_many_tries_flood_it(
    call: Caller, server: Server, headers: Mapping[str, str]
) -> None:
    clock = Hasty()
    began: list[float] = []

    def busy(_: Request) -> Any:
        began.append(clock.time - 1000)
        return reply(429, BUSY, headers)

    server.answers(busy)
    with pytest.raises(BusyError):
        call("create", call.client(clock=clock, max_retries=1000), name="Rex")
    assert began[:5] == [0.0, 0.25, 0.625, 1.1875, 2.03125]
    assert len(began) == 13


def test_the_most_requests_that_a_caller_can_ask_for_are_twenty_a_second(
    call: Caller, server: Server
) -> None:
    clock = Hasty()
    config = RetryConfig("backoff", BackoffStrategy(1, 1, 1, 1999), True)
    server.answers(reply(429, BUSY, {"retry-after-ms": "1"}))
    with pytest.raises(BusyError):
        call("get", call.client(clock=clock, max_retries=1000), id="p1", retries=config)
    assert len(server.seen) == 40


@pytest.mark.parametrize(("of_client", "of_call", "tries"), [(0, None, 1), (5, None, 6), (5, 1, 2)])
def test_max_retries_of_the_call_beats_that_of_the_client(
    call: Caller, server: Server, of_client: int, of_call: int | None, tries: int
) -> None:
    server.answers(reply(500))
    with pytest.raises(DefaultError):
        call("get", call.client(max_retries=of_client), id="p1", max_retries=of_call)
    assert len(server.seen) == tries


@pytest.mark.parametrize("wrong", [-1, True, 1.0, math.inf, math.nan, "2"])
def test_refuses_what_is_no_number_of_retries(call: Caller, server: Server, wrong: Any) -> None:
    refused = pytest.raises(ValueError, match=r"^max_retries must be an integer of 0 or more, ")
    with refused:
        call.client(max_retries=wrong)
    with refused:
        call("get", id="p1", max_retries=wrong)
    assert server.seen == []


def test_max_retries_of_a_client_is_never_none(call: Caller) -> None:
    with pytest.raises(ValueError, match=r"^max_retries must .* not None\.$"):
        call.client(max_retries=None)


def test_each_page_has_tries_of_its_own(call: Caller, server: Server, clock: FakeClock) -> None:
    busy = reply(503, b"", {"retry-after-ms": "1"})
    server.answers(busy, busy, reply(200, pets(1)), busy, busy, reply(200, pets()), busy)
    walk = call.client().pets
    if call.mode == "sync":
        found = [pet.id for pet in walk.list_iter()]
    else:

        async def main() -> list[str]:
            return [pet.id async for pet in walk.list_iter_async()]

        found = asyncio.run(main())
    assert found == ["p1"]
    assert clock.waits == [0.5, 0.75, 0.5, 0.75]


@pytest.mark.parametrize("form", ["_raw", "_streamed"])
def test_whole_responses_are_tried_for_as_often(
    call: Caller, server: Server, clock: FakeClock, form: str
) -> None:
    pets = getattr(call.client().pets, form)()
    server.answers(reply(429, BUSY, {"retry-after-ms": "1"}))
    with pytest.raises(BusyError):
        pets.get(id="p1") if call.mode == "sync" else asyncio.run(pets.get_async(id="p1"))
    assert clock.waits == [0.5, 0.75]


# What is raised when no try is left


def test_the_last_response_is_raised(call: Caller, server: Server) -> None:
    server.answers(reply(500), reply(500), reply(429, BUSY), reply(200, REX))
    with pytest.raises(BusyError, match=r"^Slow down \(429 "):
        call("get", id="p1")


@pytest.mark.parametrize(("method", "given"), [("get", {"id": "p1"}), ("list", {})])
def test_a_response_before_lost_ones_is_raised(
    call: Caller, server: Server, method: str, given: Mapping[str, Any]
) -> None:
    server.answers(reply(429, BUSY), hang_up(), hang_up(), reply(200, REX))
    with pytest.raises(BusyError, match=r"^Slow down \(429 ") as raised:
        call(method, **given)
    cause = raised.value.__cause__
    assert isinstance(cause, NoResponseError)
    assert re.search(rf" on attempt 3, after status 429: {LOST}", str(cause))
    assert isinstance(cause.__cause__, ERRORS)


@pytest.mark.parametrize("method", ["delete", "replace"])
def test_a_response_before_a_lost_one_is_not_raised_where_that_may_have_changed_something(
    call: Caller, server: Server, method: str
) -> None:
    server.answers(reply(429, BUSY), hang_up(), hang_up(), reply(204))
    with pytest.raises(NoResponseError, match=rf" on attempt 3, after status 429: {LOST}"):
        call(method, id="p1", **({"pet": None} if method == "replace" else {}))


def test_a_refusal_is_raised_where_nothing_was_sent_after_it(call: Caller, server: Server) -> None:
    def leave(_: Request) -> Any:
        server.refuse()
        return reply(429, BUSY, {"Connection": "close"})

    server.answers(leave)
    with pytest.raises(BusyError, match=r"^Slow down \(429 ") as raised:
        call("create", name="Rex")
    assert re.search(rf"on attempt 3, after status 429: {REFUSED}", str(raised.value.__cause__))


@pytest.mark.parametrize(
    ("method", "given"),
    [("delete", {"id": "p1"}), ("create", {"name": "Rex", "idempotency_header": "X-Key"})],
)
def test_a_response_before_a_lost_one_is_not_raised_though_the_last_try_was_never_sent(
    call: Caller, server: Server, method: str, given: Mapping[str, Any]
) -> None:
    def leave(_: Request) -> Any:
        server.refuse()
        return hang_up()

    server.answers(reply(429, BUSY), leave)
    with pytest.raises(NoResponseError, match=rf" on attempt 3, after status 429: {REFUSED}"):
        call(method, **given)
    assert len(server.seen) == 2


@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")  # in trio
def test_a_response_is_not_raised_for_an_error_that_no_try_could_mend(
    call: Caller, server: Server
) -> None:
    gzip = {"Content-Encoding": "gzip"}
    server.answers(reply(429, BUSY), reply(200, b"abcd", gzip))
    with pytest.raises(NoResponseError, match=rf" on attempt 2, after status 429: {UNDECODABLE}"):
        call("get", id="p1")


# The time that a try has


def test_a_later_try_has_its_whole_time_out(call: Caller, server: Server, clock: FakeClock) -> None:
    seen: list[dict[str, float]] = []

    def note(_: HookContext, request: Any) -> None:
        seen.append(request.extensions["timeout"])

    server.answers(reply(429, BUSY, {"Retry-After": "29.5"}), reply(201, REX))
    client = call.client(timeout_ms=60_000, hooks=Hooks(before_request=note))
    assert call("create", client, name="Rex").name == "Rex"
    assert clock.waits == [29.75]
    assert seen == [{"connect": 60.0, "read": 60.0, "write": 60.0, "pool": 60.0}] * 2


def test_no_try_is_begun_that_the_budget_has_no_room_for(call: Caller, server: Server) -> None:
    server.answers(reply(429, BUSY, {"Retry-After": "29.8"}), reply(201, REX))
    with pytest.raises(BusyError, match=r"^Slow down \(429 "):
        call("create", name="Rex")
    assert len(server.seen) == 1


def test_a_sleep_that_takes_too_long_costs_the_last_try_nothing(
    call: Caller, server: Server
) -> None:
    class Late(Hasty):
        def sleep(self, seconds: float) -> None:
            super().sleep(seconds + 0.05)

    config = RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 3000), True)
    server.answers(reply(500, "the real reason", {"Retry-After": "2.98"}))
    with pytest.raises(DefaultError, match=r"^the real reason \(500 "):
        call("get", call.client(clock=Late()), id="p1", retries=config)
    assert len(server.seen) == 2


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
    client = call.client(retry_config=RetryConfig("backoff", BackoffStrategy(70, 70, 1, 99), True))
    call("patient", client)
    assert clock.waits == [0.085]  # 50 ms, which no wait is shorter than, and 35 ms of chance


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
    with pytest.raises(ValueError, match=r'^A status code must be like "429" or "5XX"'):
        RetryConfig("backoff", BACKOFF, True, status_codes_override=[code])


def test_refuses_an_unknown_strategy() -> None:
    with pytest.raises(ValueError, match='must be "none" or "backoff"'):
        RetryConfig("exponential", BACKOFF, True)  # type: ignore[arg-type] # that is the point


WHOLE = "a number from 1 to 2,147,483,647"
RANGES = {
    "initial_interval": WHOLE,
    "max_interval": WHOLE,
    "exponent": "a number from 1 to 100",
    "max_elapsed_time": "a number from 0 to 2,147,483,647",
    "jitter_ms": "a number from 0 to 2,147,483,647",
}


def refusal(name: str, wrong: object) -> str:
    return f"^{re.escape(f'{name} must be {RANGES[name]}, not {wrong!r}.')}$"


@pytest.mark.parametrize("wrong", [-1, math.inf, -math.inf, math.nan, 1e308, True, "5"])
@pytest.mark.parametrize("name", RANGES)
def test_refuses_what_no_wait_can_be_made_of(name: str, wrong: Any) -> None:
    numbers = {**dict.fromkeys(RANGES, 1), name: wrong}
    with pytest.raises(ValueError, match=refusal(name, wrong)):
        BackoffStrategy(**numbers)


@pytest.mark.parametrize("name", ["initial_interval", "max_interval", "exponent"])
@pytest.mark.parametrize("wrong", [0, 0.0, 0.99])
def test_refuses_waits_that_are_none_or_shrink(name: str, wrong: float) -> None:
    numbers: dict[str, Any] = {**dict.fromkeys(RANGES, 1), name: wrong}
    with pytest.raises(ValueError, match=refusal(name, wrong)):
        BackoffStrategy(**numbers)


@pytest.mark.parametrize("numbers", [(1, 1, 1, 0, 0), (2**31 - 1, 2**31 - 1, 100, 2**31 - 1)])
def test_takes_the_least_and_the_most(numbers: tuple[int, ...]) -> None:
    BackoffStrategy(*numbers)
