"""Runs coroutines without an event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


def run(steps: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never waits for an event loop, and return its result."""
    try:
        steps.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    steps.close()
    raise RuntimeError("A sync call can't wait for an event loop.")
