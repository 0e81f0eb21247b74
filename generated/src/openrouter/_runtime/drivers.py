"""Runs the flow of a call: to its end at once, or on an event loop.

The flow is a coroutine that is written once. In sync calls nothing that it awaits ever waits for an
event loop, so it runs to its end in one step. What differs is behind `Driver`.
"""

from __future__ import annotations

import inspect
import os
import threading
import time
import weakref
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from .coroutines import run
from .transports.transport import DeadlineError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    import httpx2

    from .retries import Clock
    from .transports.pools import Pools
    from .transports.transport import Transport

T = TypeVar("T")


class Event(Protocol):
    """What calls wait for that need the same token."""

    def set(self) -> Any:
        """Let all go on."""


class Driver(Protocol):
    """What differs between sync and async calls.

    Attributes:
        is_async: Whether its methods wait for an event loop.
    """

    is_async: bool

    async def transport(self, pools: Pools) -> Transport:
        """Return what sends the requests of a call."""
        ...

    async def sleep(self, clock: Clock, seconds: float) -> None:
        """Wait."""

    async def settle(self, result: Any, what: str) -> Any:
        """Return what a caller's function returned, or what it is awaited for.

        Args:
            result: What it returned.
            what: What the function is, for errors.

        Raises:
            TypeError: It must be awaited, which a sync call can't do.
        """

    async def offload(self, function: Callable[..., T], *arguments: Any) -> T:
        """Call a function that takes long, without blocking an event loop."""
        ...

    async def within(
        self, seconds: float, steps: Coroutine[Any, Any, T], interrupt: Callable[[], None]
    ) -> T:
        """Await a coroutine for a limited time.

        Args:
            seconds: The time.
            steps: The coroutine.
            interrupt: Ends what it waits for, called by another thread.

        Raises:
            DeadlineError: The time is over.
        """
        ...

    def scope(self) -> object:
        """Return what the calls have in common that can wait for each other."""

    def owner(self) -> object:
        """Return the thread or the task of the call."""

    def event(self) -> Event:
        """Return something to wait for."""
        ...

    async def wait(self, event: Any, seconds: float) -> bool:
        """Wait for an event, and return whether it was set in time."""
        ...

    def close_when_dropped(
        self, owner: object, transport: Transport, response: httpx2.Response
    ) -> None:
        """Close a response when the object that a caller reads it with is garbage-collected.

        Otherwise a caller who drops it would keep a connection of the pool occupied.
        """


class _Process:
    """A process: what another thread was doing when it was forked never ends in the child."""


class SyncDriver:
    """Runs sync calls, in the thread of the caller."""

    is_async = False

    def __init__(self) -> None:
        self._processes: dict[int, _Process] = {}

    async def transport(self, pools: Pools) -> Transport:
        """See `Driver.transport`."""
        return pools.sync()

    async def sleep(self, clock: Clock, seconds: float) -> None:
        """See `Driver.sleep`."""
        clock.sleep(seconds)

    async def settle(self, result: Any, what: str) -> Any:
        """See `Driver.settle`."""
        if inspect.isawaitable(result):
            if inspect.iscoroutine(result):
                result.close()
            raise TypeError(f"A coroutine function can be {what} of async calls only.")
        return result

    async def offload(self, function: Callable[..., T], *arguments: Any) -> T:
        """See `Driver.offload`."""
        return function(*arguments)

    async def within(
        self, seconds: float, steps: Coroutine[Any, Any, T], interrupt: Callable[[], None]
    ) -> T:
        """See `Driver.within`."""
        ends = time.monotonic() + seconds
        timer = threading.Timer(seconds, interrupt)
        timer.daemon = True
        timer.start()
        try:
            return await steps
        except Exception as error:
            # The time-out of a connection may pass before the timer's thread gets to run.
            if time.monotonic() >= ends:
                raise DeadlineError from error
            raise
        finally:
            timer.cancel()

    def scope(self) -> object:
        """See `Driver.scope`."""
        return self._processes.setdefault(os.getpid(), _Process())

    def owner(self) -> object:
        """See `Driver.owner`."""
        return threading.get_ident()

    def event(self) -> Event:
        """See `Driver.event`."""
        return threading.Event()

    async def wait(self, event: Any, seconds: float) -> bool:
        """See `Driver.wait`."""
        was_set: bool = event.wait(seconds)
        return was_set

    def close_when_dropped(
        self, owner: object, transport: Transport, response: httpx2.Response
    ) -> None:
        """See `Driver.close_when_dropped`."""
        weakref.finalize(owner, _close, transport, response).atexit = False


def _close(transport: Transport, response: httpx2.Response) -> None:
    run(transport.close(response))


class AsyncDriver:
    """Runs async calls, in the task of the caller."""

    is_async = True

    async def transport(self, pools: Pools) -> Transport:
        """See `Driver.transport`."""
        return await pools.asynchronous()

    async def sleep(self, clock: Clock, seconds: float) -> None:
        """See `Driver.sleep`."""
        await clock.sleep_async(seconds)

    async def settle(self, result: Any, what: str) -> Any:
        """See `Driver.settle`."""
        del what
        return await result if inspect.isawaitable(result) else result

    async def offload(self, function: Callable[..., T], *arguments: Any) -> T:
        """See `Driver.offload`."""
        from anyio.to_thread import run_sync

        return await run_sync(function, *arguments, abandon_on_cancel=True)

    async def within(
        self, seconds: float, steps: Coroutine[Any, Any, T], interrupt: Callable[[], None]
    ) -> T:
        """See `Driver.within`."""
        from anyio import move_on_after

        del interrupt  # cancellation does this
        with move_on_after(seconds):
            return await steps
        raise DeadlineError

    def scope(self) -> object:
        """See `Driver.scope`."""
        from .transports.loops import running_loop

        return running_loop()

    def owner(self) -> object:
        """See `Driver.owner`."""
        from anyio import get_current_task

        return get_current_task().id

    def event(self) -> Event:
        """See `Driver.event`."""
        from anyio import Event as AnyEvent

        return AnyEvent()

    async def wait(self, event: Any, seconds: float) -> bool:
        """See `Driver.wait`."""
        from anyio import move_on_after

        with move_on_after(seconds) as scope:
            await event.wait()
        return not scope.cancelled_caught

    def close_when_dropped(
        self, owner: object, transport: Transport, response: httpx2.Response
    ) -> None:
        """See `Driver.close_when_dropped`."""
        from .transports.loops import spawner

        weakref.finalize(owner, spawner(), partial(transport.close, response)).atexit = False


SYNC: Final = SyncDriver()
ASYNC: Final = AsyncDriver()
