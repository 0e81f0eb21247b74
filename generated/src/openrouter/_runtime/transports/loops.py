"""The connections of one event loop, which are closed with the loop unless they were before.

A waiting async generator is closed by its loop when the loop ends (`loop.shutdown_asyncgens`, which
`asyncio.run` calls); in trio, system tasks are cancelled. So no connection outlives its loop, even
if nobody calls `aclose`.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Generator

    from .transport import Transport


_tasks: Final[set[asyncio.Task[None]]] = set()
"""What closes connections: a loop itself does not keep its tasks."""


def running_loop() -> Any:
    """Return the running event loop of asyncio, or the token of trio's.

    Raises:
        RuntimeError: None is running.
    """
    if in_trio():
        import trio

        return trio.lowlevel.current_trio_token()
    return asyncio.get_running_loop()


def in_trio() -> bool:
    """Return whether the caller runs in trio."""
    trio: Any = sys.modules.get("trio")
    return trio is not None and bool(trio.lowlevel.in_trio_task())


def spawner() -> Callable[[Callable[[], Coroutine[Any, Any, None]]], None]:
    """Return a function that starts a coroutine on the running loop; any thread may call it.

    It does nothing once the loop has ended: its connections were closed then.

    Raises:
        RuntimeError: No loop is running.
    """
    loop = running_loop()
    if isinstance(loop, asyncio.AbstractEventLoop):

        def spawn(begin: Callable[[], Coroutine[Any, Any, None]]) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(_create_task, loop, begin)

        return spawn
    import trio

    def spawn_task(begin: Callable[[], Coroutine[Any, Any, None]]) -> None:
        with contextlib.suppress(trio.RunFinishedError):
            loop.run_sync_soon(_spawn_system_task, begin)

    return spawn_task


def _spawn_system_task(begin: Callable[[], Coroutine[Any, Any, None]]) -> None:
    import trio

    # An error here, or in the task, would end the whole run with a `TrioInternalError`.
    with contextlib.suppress(RuntimeError):  # the run is ending, and takes no more tasks
        trio.lowlevel.spawn_system_task(_try, begin)


async def _try(begin: Callable[[], Coroutine[Any, Any, None]]) -> None:
    with contextlib.suppress(Exception):  # nobody waits for it, and its connection is gone anyway
        await begin()


def _create_task(
    loop: asyncio.AbstractEventLoop, begin: Callable[[], Coroutine[Any, Any, None]]
) -> None:
    task = loop.create_task(begin())
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)


class LoopPool(Protocol):
    """The connections of one event loop.

    Attributes:
        transport: Sends requests on this loop.
    """

    transport: Transport

    def is_over(self) -> bool:
        """Return whether the loop has ended."""
        ...

    async def start(self) -> None:
        """Start waiting for the end of the running loop."""

    async def aclose(self) -> None:
        """Close the connections, on their own loop."""

    def close_soon(self) -> None:
        """Schedule the closing of the connections on their loop; any thread may call this."""


def pool_of(loop: object, transport: Transport) -> LoopPool:
    """Return the connections of the running event loop."""
    if isinstance(loop, asyncio.AbstractEventLoop):
        return AsyncioPool(loop, transport)
    return TrioPool(transport)


class AsyncioPool:
    """The connections of an event loop of asyncio.

    Args:
        loop: The event loop.
        transport: Sends requests on this loop.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, transport: Transport) -> None:
        self.transport = transport
        self._loop = loop
        self._waiting = self._close_at_the_end()
        self._closing: asyncio.Future[None] | None = None
        self._is_ending = False
        self._spawn = spawner()

    def is_over(self) -> bool:
        """See `LoopPool.is_over`."""
        return self._loop.is_closed()

    async def start(self) -> None:
        """See `LoopPool.start`."""
        await anext(self._waiting)

    async def aclose(self) -> None:
        """See `LoopPool.aclose`."""
        await self._shut()
        if not self._is_ending:  # else the loop is closing it, which waits for `_shut`
            await self._waiting.aclose()

    def close_soon(self) -> None:
        """See `LoopPool.close_soon`."""
        self._spawn(self.aclose)

    async def _close_at_the_end(self) -> AsyncGenerator[None, None]:
        try:
            yield
        finally:
            self._is_ending = True
            await self._shut()

    async def _shut(self) -> None:
        """Close the connections, or wait until another task has."""
        if self._closing is not None:
            await asyncio.wait([self._closing])
            return
        self._closing = self._loop.create_future()
        try:
            await _Uninterrupted(self.transport.shut())
        finally:
            self._closing.set_result(None)


class TrioPool:
    """The connections of a run of trio.

    Args:
        transport: Sends requests in this run.
    """

    def __init__(self, transport: Transport) -> None:
        self.transport = transport
        self._spawn = spawner()
        self._scope: Any = None
        self._is_over = False

    def is_over(self) -> bool:
        """See `LoopPool.is_over`."""
        return self._is_over

    async def start(self) -> None:
        """See `LoopPool.start`."""
        import trio

        self._scope = trio.CancelScope()
        trio.lowlevel.spawn_system_task(self._close_at_the_end)

    async def aclose(self) -> None:
        """See `LoopPool.aclose`."""
        await self.transport.shut()
        self._scope.cancel()

    def close_soon(self) -> None:
        """See `LoopPool.close_soon`."""
        self._spawn(self.aclose)

    async def _close_at_the_end(self) -> None:
        import trio

        try:
            with self._scope:
                await trio.sleep_forever()
        finally:
            self._is_over = True
            with trio.CancelScope(shield=True):
                await self.transport.shut()


class _Uninterrupted:
    """Awaits a coroutine to its end before its task is cancelled.

    At the end of a loop all tasks are cancelled, including those that close connections; and a pool
    that is interrupted after the first connection forgets the others.
    """

    def __init__(self, coroutine: Coroutine[Any, None, None]) -> None:
        self._coroutine = coroutine

    def __await__(self) -> Generator[Any, None, None]:
        cancelled: asyncio.CancelledError | None = None
        with contextlib.closing(self._coroutine) as steps:
            try:
                step = steps.send(None)
                while True:
                    try:
                        yield step
                    except asyncio.CancelledError as error:
                        cancelled = error
                        # None only yields to other tasks; anything else is a future, now cancelled.
                        step = steps.send(None) if step is None else steps.throw(error)
                    else:
                        step = steps.send(None)
            except StopIteration:
                pass
        if cancelled is not None:
            raise cancelled
