"""Forks of a process while another thread is at work; `docs/reliability.md` shows them."""

from __future__ import annotations

from typing import Final, NamedTuple


class Forked(NamedTuple):
    """What the other thread does while the process is forked, again and again.

    Attributes:
        name: What it does.
        phase: What the program `forking` calls that.
        mode: `"sync"` or `"async"`.
        every: After how many of its steps the process is forked.
        often: The same, in the long test.
        forks: How many forks there are at least in the long test; the number of steps differs
            between versions of Python.
    """

    name: str
    phase: str
    mode: str
    every: int
    often: int
    forks: int


FORKED: Final = (
    Forked("the first call of a client, sync", "first", "sync", 70, 7, 60),
    Forked("the first call of a client, async", "first", "async", 90, 9, 60),
    Forked("a call that fetches a token, sync", "token", "sync", 90, 9, 90),
    Forked("a call that fetches a token, async", "token", "async", 90, 9, 90),
    Forked("closing a client, sync", "close", "sync", 10, 1, 80),
    Forked("a call and closing, async", "close", "async", 200, 20, 60),
)
