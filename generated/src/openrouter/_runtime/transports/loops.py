"""The HTTP client of one event loop, which is closed with the loop unless it was closed before.

A waiting async generator is closed by its loop when the loop ends (`loop.shutdown_asyncgens`, which
`asyncio.run` calls). So no connection outlives its loop, even if nobody calls `aclose`.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

from .httpx import HttpxTransport

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine, Generator

    import httpx2


class LoopClient:
    """An HTTP client, and the event loop that it belongs to.

    Args:
        loop: The event loop.
        client: The HTTP client.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, client: httpx2.AsyncClient) -> None:
        self.loop = loop
        self.client = client
        self.transport = HttpxTransport(client, is_given=False, is_async=True)
        self._waiting = self._close_at_the_end()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start waiting for the end of the running loop."""
        await anext(self._waiting)

    async def aclose(self) -> None:
        """Close the client, on its own loop."""
        await self._waiting.aclose()

    def close_soon(self) -> None:
        """Schedule the closing of the client on its loop; may be called from any thread."""
        if self.loop.is_closed():
            return
        with contextlib.suppress(RuntimeError):  # closed in the meantime
            self.loop.call_soon_threadsafe(self._begin_to_close)

    def _begin_to_close(self) -> None:
        self._task = self.loop.create_task(self.aclose())

    async def _close_at_the_end(self) -> AsyncGenerator[None, None]:
        try:
            yield
        finally:
            await _Uninterrupted(self.client.aclose())


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
