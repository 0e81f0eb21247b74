"""How often and for how long a call is tried, whatever the server asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from openrouter import OpenRouter, errors
from openrouter.utils import BackoffStrategy, HookContext, Hooks, RetryConfig
from tests.faults.support.harness import FakeClock, HastyClock, KeyServer, call, good, make
from tests.faults.support.table import FLOODS, TINY
from tests.support.server import Answer, Request, reply

BUSY = {"error": {"code": 429, "message": "slow down"}}


@pytest.mark.parametrize("headers", TINY.values(), ids=TINY)
@pytest.mark.parametrize(("allowed", "most"), [(row[1], row[2]) for row in FLOODS], ids=str)
def test_a_server_that_wants_to_be_asked_at_once_is_not_flooded(
    server: KeyServer,
    mode: str,
    headers: Mapping[str, str],
    allowed: Mapping[str, Any],
    most: int,
) -> None:
    clock = HastyClock()
    began: list[float] = []

    def busy(_: Request) -> Answer:
        began.append(clock.passed)
        return reply(429, BUSY, headers)

    settings = dict(allowed)
    if backoff := settings.pop("backoff", None):
        settings["retry_config"] = RetryConfig("backoff", BackoffStrategy(*backoff), True)
    server.answers(busy)
    with pytest.raises(errors.TooManyRequestsResponseError, match=r"^slow down \(429 "):
        call(mode, make(server.url, clock, **settings), "create")
    assert len([moment for moment in began if moment < 2]) == most


@pytest.mark.parametrize("operation", ["list", "create", "delete", "update", "get"])
def test_two_retries_are_the_default(
    server: KeyServer, clock: FakeClock, mode: str, operation: str
) -> None:
    server.answers(reply(429, BUSY))
    with pytest.raises(errors.OpenRouterError):
        call(mode, make(server.url, clock), operation)
    assert len(server.seen) == 3


def test_a_walk_is_bounded_page_by_page(server: KeyServer, clock: FakeClock) -> None:
    server.answers(good, reply(429, BUSY, {"retry-after-ms": "1"}))
    with make(server.url, clock) as client:
        walk = client.api_keys.list_iter(max_retries=1)
        assert next(walk).name == "Production API Key"
        with pytest.raises(errors.TooManyRequestsResponseError):
            list(walk)
    assert len(server.seen) == 3


# A server that asks for almost all of the time


class Seen:
    """The time-outs of all requests that a client sends."""

    def __init__(self) -> None:
        self.read: list[float] = []
        self.hooks = Hooks(before_request=self._note)

    def _note(self, _: HookContext, request: Any) -> None:
        self.read.append(request.extensions["timeout"]["read"])


def test_the_last_try_has_its_whole_time_out(server: KeyServer, mode: str) -> None:
    seen = Seen()
    server.fails(reply(429, BUSY, {"Retry-After": "29.5"}), good)
    client = make(server.url, HastyClock(), timeout_ms=60_000, hooks=seen.hooks)
    assert call(mode, client, "create").data.name
    assert seen.read == [60.0, 60.0]


@pytest.mark.parametrize("operation", ["list", "create"])
def test_no_try_is_begun_where_the_server_asks_for_too_much(
    server: KeyServer, clock: FakeClock, mode: str, operation: str
) -> None:
    server.answers(reply(429, BUSY, {"Retry-After": "30"}))
    with pytest.raises(errors.TooManyRequestsResponseError, match=r"^slow down \(429 "):
        call(mode, make(server.url, clock), operation)
    assert len(server.seen) == 1
    assert clock.waits == []


class LateClock(HastyClock):
    """Each sleep takes a little longer than it was asked to, as with any scheduler."""

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds + 0.05)


def test_a_late_wake_up_does_not_hide_what_the_server_said(server: KeyServer, mode: str) -> None:
    reason = {"error": {"code": 500, "message": "the real reason"}}
    server.answers(reply(500, reason, {"Retry-After": "29.98"}))
    with pytest.raises(errors.InternalServerResponseError, match=r"^the real reason \(500 "):
        call(mode, make(server.url, LateClock()), "list")
    assert len(server.seen) == 2


# What is refused


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"max_retries": -1}, "max_retries must be an integer of 0 or more, not -1."),
        ({"max_retries": 1.5}, "max_retries must be an integer of 0 or more, not 1.5."),
        (
            {"idempotency_header": "a b"},
            "idempotency_header must be the name of a header, not 'a b'.",
        ),
        (
            {"idempotency_header": "Authorization"},
            "idempotency_header can't be 'Authorization', which has another meaning.",
        ),
    ],
)
def test_a_client_and_a_call_refuse_what_makes_no_sense(
    settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        OpenRouter(**settings)
    with OpenRouter("key") as client, pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        client.api_keys.list(**settings)
