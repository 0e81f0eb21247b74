"""Measures one peer in the peer's own environment, on command.

Commands and results are JSON, one per line; the first result says that the worker is ready. Only
the standard library and the peer are imported here.
"""

from __future__ import annotations

import asyncio
import gc
import http.client
import importlib
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from .peers.protocol import Caller, Page

THREADS: Final = 64


class Timing(NamedTuple):
    """The cost of a number of repetitions.

    Attributes:
        cpu: Seconds of CPU time of all threads, for all repetitions together.
        times: Number of repetitions.
        wall: Seconds by the clock, for all repetitions together.
    """

    cpu: float
    times: int
    wall: float


class WrongAnswerError(Exception):
    """A peer returned something other than what the server sent."""


class Worker:
    """One peer, ready to be measured.

    Args:
        caller: The peer's client.
        url: The URL of the server.
    """

    def __init__(self, caller: Caller, url: str) -> None:
        self._caller = caller
        self._contents = {name: _content_of(url, f"/{name}/keys") for name in ("1", "100")}
        self._decoded = caller.decode(self._contents["100"])
        self._runner = asyncio.Runner()
        self._threads = ThreadPoolExecutor(THREADS)

    def close(self) -> None:
        """Stop the threads and the event loop."""
        self._threads.shutdown()
        if close := getattr(self._caller, "close_async", None):
            self._runner.run(close())
        self._runner.close()

    def measure(self, measure: str, times: int, at_once: int) -> Timing:
        """Repeat what a measure does, and check the last result.

        Raises:
            WrongAnswerError: If the result was wrong.
            LookupError: If there is no such measure.
        """
        call, check = self._find(measure)
        share = -(-times // at_once)
        gc.collect()
        started, began = time.process_time(), time.perf_counter()
        if measure.startswith(("async_", "rate_")):
            last = self._runner.run(_many_async(call, share, at_once))
        elif measure.startswith("threads_"):
            last = self._many_in_threads(call, share, at_once)
        else:
            last = _many(call, share)
        cpu, wall = time.process_time() - started, time.perf_counter() - began
        check(last)
        return Timing(cpu, share * at_once, wall)

    def _find(self, measure: str) -> tuple[Callable[[], Any], Callable[[Any], None]]:
        caller = self._caller
        hundred = self._contents["100"]
        match measure:
            case "sync_1":
                return caller.list_one, self._check_one
            case "threads_64":
                return caller.list_one_in_threads, self._check_one
            case "sync_100":
                return caller.list_hundred, self._check_hundred
            case "create":
                return caller.create, _check_created
            case "async_1" | "rate_1":
                return caller.list_one_async, self._check_one
            case "async_50" | "rate_10" | "rate_50" | "rate_500":
                return caller.list_one_of_many_async, self._check_one
            case "decode_100":
                return lambda: caller.decode(hundred), self._check_hundred
            case "validate_100":
                return lambda: caller.validate(hundred), self._check_hundred
            case "encode_100":
                return lambda: caller.encode(self._decoded), self._check_encoded
            case _:
                raise LookupError(f"there is no measure {measure!r}")

    def _many_in_threads(self, call: Callable[[], Any], share: int, threads: int) -> Any:
        futures = [self._threads.submit(_many, call, share) for _ in range(threads)]
        wait(futures)
        return [future.result() for future in futures][-1]

    def _check_one(self, page: Page) -> None:
        _check_page(page, json.loads(self._contents["1"]))

    def _check_hundred(self, page: Page) -> None:
        _check_page(page, json.loads(self._contents["100"]))

    def _check_encoded(self, encoded: str | bytes) -> None:
        _check_page(self._caller.validate(_as_bytes(encoded)), json.loads(self._contents["100"]))


def _many(call: Callable[[], Any], times: int) -> Any:
    last = None
    for _ in range(times):
        last = call()
    return last


async def _many_async(call: Callable[[], Any], share: int, at_once: int) -> Any:
    async def one_after_another() -> Any:
        last = None
        for _ in range(share):
            last = await call()
        return last

    return (await asyncio.gather(*(one_after_another() for _ in range(at_once))))[-1]


def _content_of(url: str, path: str) -> bytes:
    connection = http.client.HTTPConnection(url.removeprefix("http://"))
    connection.request("GET", path, headers={"Authorization": "Bearer check"})
    content = connection.getresponse().read()
    connection.close()
    return content


def _check_page(page: Page, expected: dict[str, Any]) -> None:
    found = [(key.name, key.usage, _moment(key.expires_at)) for key in page.data]
    wanted = [
        (key["name"], key["usage"], datetime.fromisoformat(key["expires_at"]))
        for key in expected["data"]
    ]
    if found != wanted:
        raise WrongAnswerError(f"{len(found)} keys, not the {len(wanted)} that were sent")


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime):
        raise WrongAnswerError(f"expires_at is of type {type(value).__name__}")
    return value


def _check_created(created: Any) -> None:
    if not created.key.startswith("sk-or-v1-"):
        raise WrongAnswerError("no key was created")


def _as_bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _say(answer: object) -> None:
    sys.stdout.write(f"{json.dumps(answer)}\n")
    sys.stdout.flush()


def main(peer: str, url: str) -> None:
    """Execute commands from stdin until it is closed.

    Args:
        peer: The peer's module in `benchmarks.peers`.
        url: The URL of the server.
    """
    worker = Worker(importlib.import_module(f"benchmarks.peers.{peer}").Caller(url), url)
    _say("ready")
    for line in sys.stdin:
        _say(worker.measure(**json.loads(line)))
    worker.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
