"""A program that forks while another thread is in the middle of a call, at one line after another.

    python -m tests.faults.support.forking PHASE MODE EVERY URL

The thread is stopped at every so many steps, which are the lines of the runtime that it executes,
and the beginnings of the modules that it imports. The process is then forked, and the child makes a
call of its own with the same client. What waits too long, in the parent or in a child, is ended by
`faulthandler`, which prints where it waits. At the end, the number of forks is printed.
"""

from __future__ import annotations

import asyncio
import faulthandler
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from msgspec import UNSET

from sdkwright.runtime.auth.credentials import Setting
from sdkwright.runtime.auth.oauth import ClientCredentials
from sdkwright.runtime.calls import Call
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.session import Session
from tests.runtime.support.sdk import SDK

SECONDS: Final = 120
"""After these, a process waits forever."""

SCHEMES: Final = {
    "fetched": ClientCredentials(
        Setting("ready", "T_READY"),
        Setting("client_id", "T_CLIENT_ID"),
        Setting("client_secret", "T_CLIENT_SECRET"),
        Setting("token_url", "T_TOKEN_URL"),
        "/token",
    )
}
PLAIN: Final[Operation[None]] = Operation("o", "GET", "/o", returns={204: None}, security=())
FETCHED: Final[Operation[None]] = Operation(
    "o", "GET", "/o", returns={204: None}, security=(("fetched",),)
)


def made(url: str) -> Session:
    return Session(
        SDK._replace(schemes=SCHEMES, security=()),
        credentials={"client_id": "me", "client_secret": "s"},
        parameters={},
        server=None,
        server_url=url,
        timeout_ms=SECONDS * 1000,
        retry_config=UNSET,
        client=None,
        async_client=None,
        debug_logger=None,
        response_validation="lenient",
    )


def call(session: Session, mode: str, operation: Operation[None]) -> None:
    if mode == "sync":
        session.run(Call(operation, {}))
    else:
        asyncio.run(session.run_async(Call(operation, {})))


class Steps:
    """Stops a thread at every so many of its steps until the process was forked."""

    def __init__(self, every: int, libraries: tuple[str, ...]) -> None:
        self._every = every
        self._libraries = libraries
        self._count = 0
        self.stopped = threading.Event()
        self.forked = threading.Event()

    def trace(self, frame: FrameType, event: str, _: object) -> Any:
        code = frame.f_code
        is_ours = any(library in code.co_filename for library in self._libraries)
        if is_ours or (event == "call" and code.co_name == "<module>"):
            self._count += 1
            if self._count % self._every == 0:
                self.stopped.set()
                self.forked.wait()
                self.forked.clear()
        return self.trace if is_ours else None


def run(steps: Steps, work: Callable[[], None], in_child: Callable[[], None]) -> int:
    """Do the work in a thread, fork at each stop of it, and return the number of forks."""

    def traced() -> None:
        sys.settrace(steps.trace)
        try:
            work()
        finally:
            sys.settrace(None)
            ended.set()
            steps.stopped.set()

    forks = 0
    ended = threading.Event()
    thread = threading.Thread(target=traced)
    thread.start()
    while True:
        steps.stopped.wait()
        steps.stopped.clear()
        if ended.is_set():
            break
        child = os.fork()
        if not child:
            signal.alarm(SECONDS)
            try:
                in_child()
            except BaseException:  # noqa: BLE001 - whatever it is, the child ends here
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        forks += 1
        signal.alarm(SECONDS)
        steps.forked.set()
    thread.join()
    return forks


def main(phase: str, mode: str, every: int, url: str) -> int:
    session = made(url)
    match phase:
        case "first":
            steps = Steps(every, ("sdkwright/runtime/",))
            return run(
                steps,
                lambda: call(session, mode, PLAIN),
                lambda: call(session, mode, PLAIN),
            )
        case "token":
            call(session, mode, PLAIN)
            steps = Steps(every, ("sdkwright/runtime/",))
            return run(
                steps,
                lambda: call(session, mode, FETCHED),
                lambda: call(session, mode, FETCHED),
            )
        case _:
            call(session, mode, PLAIN)
            steps = Steps(every, ("sdkwright/runtime/", "httpx2/", "httpcore2/"))
            return run(steps, lambda: close(session, mode), lambda: close_too(session, mode))


def close(session: Session, mode: str) -> None:
    """Close a client; in the async mode, also make the call whose connection is closed."""

    async def call_and_close() -> None:
        await session.run_async(Call(PLAIN, {}))
        await session.pools.aclose()

    if mode == "sync":
        session.pools.close()
    else:
        asyncio.run(call_and_close())


def close_too(session: Session, mode: str) -> None:
    """Call and close in a child; a client that was already closed says so."""
    try:
        call(session, mode, PLAIN)
    except RuntimeError as error:
        assert str(error) == "This client is closed; create a new one."  # noqa: PT017 - no test
    session.pools.close()


if __name__ == "__main__":
    # Its timer would wait, in a child, for a thread that only the parent has; an alarm does not.
    faulthandler.register(signal.SIGALRM, all_threads=True, chain=True)
    signal.alarm(SECONDS)
    warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forks with threads
    print(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]), "forks")  # noqa: T201
