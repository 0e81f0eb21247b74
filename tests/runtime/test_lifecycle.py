"""Clients that are closed, dropped, forked, or used on several event loops."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import textwrap
import weakref
from pathlib import Path

import pytest

from tests.runtime.conftest import KEY, Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server, reply
from tests.support.waiting import PATIENCE, eventually

ROOT = Path(__file__).parents[2]

PRELUDE = """\
import asyncio, gc, logging, os, sys
from tests.runtime.support.sdk import PetStore

URL = sys.argv[1]
logging.getLogger("asyncio").setLevel("ERROR")  # below that it only says what is slow

def client():
    return PetStore("k", server_url=URL)

"""


def run_silently(server: Server, program: str) -> None:
    """Run a program that makes calls; it may print nothing and must leave no connection open."""
    server.answers(reply(200, REX))
    program = PRELUDE + textwrap.dedent(program)
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", program, server.url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert server.seen


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("kept = client()\nkept.pets.get(id='a')", id="never-closed"),
        pytest.param("client().pets.get(id='a')\ngc.collect()", id="dropped"),
        pytest.param("a = client(); a.pets.get(id='a'); a.me = a; del a", id="in-a-cycle"),
        pytest.param("with client() as c: c.pets.get(id='a')", id="with"),
        pytest.param("c = client(); c.pets.get(id='a'); c.close(); c.close()", id="closed-twice"),
        pytest.param(
            """
            import threading
            c = client()
            threads = [threading.Thread(target=c.pets.get, kwargs={"id": "a"}) for _ in range(4)]
            [t.start() for t in threads], [t.join() for t in threads]
            """,
            id="threads",
        ),
    ],
)
def test_sync_client_leaves_nothing_behind(server: Server, program: str) -> None:
    run_silently(server, program)


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(
            """
            kept = client()
            asyncio.run(kept.pets.get_async(id="a"))
            """,
            id="never-closed",
        ),
        pytest.param(
            """
            async def main():
                await client().pets.get_async(id="a")
                gc.collect()
            asyncio.run(main())
            """,
            id="dropped-inside-the-loop",
        ),
        pytest.param(
            """
            async def main():
                c = client()
                await c.pets.get_async(id="a")
                return c
            c = asyncio.run(main())
            del c
            gc.collect()
            """,
            id="dropped-after-the-loop",
        ),
        pytest.param(
            """
            async def main():
                c = client()
                await c.pets.get_async(id="a")
                return c
            asyncio.run(main()).close()
            """,
            id="closed-after-the-loop",
        ),
        pytest.param(
            """
            c = client()
            asyncio.run(c.pets.get_async(id="a"))
            asyncio.run(c.pets.get_async(id="a"))
            asyncio.run(c.aclose())
            """,
            id="two-loops",
        ),
        pytest.param(
            """
            async def main():
                async with client() as c:
                    await c.pets.get_async(id="a")
            asyncio.run(main())
            """,
            id="async-with",
        ),
        pytest.param(
            """
            async def main():
                with client() as c:
                    await c.pets.get_async(id="a")
            asyncio.run(main())
            """,
            id="with-in-a-loop",
        ),
        pytest.param(
            """
            import threading
            c = client()
            run = lambda: asyncio.run(c.pets.get_async(id="a"))
            threads = [threading.Thread(target=run) for _ in range(4)]
            [t.start() for t in threads], [t.join() for t in threads]
            """,
            id="loops-in-threads",
        ),
        pytest.param(
            """
            async def main():
                c = client()
                await asyncio.gather(*(c.pets.get_async(id="a") for _ in range(8)))
            asyncio.run(main())
            """,
            id="at-once",
        ),
        pytest.param(
            """
            async def main(steps):
                c = client()
                await asyncio.gather(*(c.pets.get_async(id="a") for _ in range(40)))
                del c
                for _ in range(steps):
                    await asyncio.sleep(0)
            for steps in range(8):
                asyncio.run(main(steps))
            """,
            id="at-once-and-ended-while-closing",
        ),
        pytest.param(
            """
            async def collect_at_the_end():
                try:
                    await asyncio.sleep(60)
                finally:
                    for _ in range(3):
                        await asyncio.sleep(0)
                        gc.collect()

            async def main():
                c = client()
                await asyncio.gather(*(c.pets.get_async(id="a") for _ in range(40)))
                asyncio.create_task(collect_at_the_end())
                await asyncio.sleep(0)
            asyncio.run(main())
            """,
            id="collected-while-the-loop-ends",
        ),
        pytest.param(
            """
            async def main():
                c = client()
                await c.pets.get_async(id="a")
                raise SystemExit(0)
            asyncio.run(main())
            """,
            id="exit-inside-the-loop",
        ),
        pytest.param(
            """
            loop = asyncio.new_event_loop()
            c = client()
            loop.run_until_complete(c.pets.get_async(id="a"))
            loop.run_until_complete(c.aclose())
            loop.close()
            """,
            id="loop-by-hand",
        ),
        pytest.param(
            """
            loop = asyncio.new_event_loop()
            c = client()
            loop.run_until_complete(c.pets.get_async(id="a"))
            del c
            gc.collect()
            loop.run_until_complete(asyncio.sleep(0))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()
            """,
            id="dropped-between-runs",
        ),
        pytest.param(
            """
            import trio
            async def main():
                c = client()
                async with trio.open_nursery() as nursery:
                    for _ in range(8):
                        nursery.start_soon(lambda: c.pets.get_async(id="a"))
            trio.run(main)
            """,
            id="trio",
        ),
        pytest.param(
            """
            import trio
            async def main():
                async with client() as c:
                    await c.pets.get_async(id="a")
                c = client()
                await c.pets.get_async(id="a")
                del c
                gc.collect()
                await trio.sleep(0)
            trio.run(main)
            trio.run(main)
            """,
            id="trio-closed-and-dropped",
        ),
        pytest.param(
            """
            import trio
            c = client()
            trio.run(lambda: c.pets.get_async(id="a"))
            asyncio.run(c.pets.get_async(id="a"))
            c.close()
            """,
            id="trio-then-asyncio",
        ),
        pytest.param(
            """
            async def main():
                c = client()
                try:
                    await asyncio.wait_for(c.pets.get_async(id="a"), 0)
                except TimeoutError:
                    pass
                await c.pets.get_async(id="a")
            asyncio.run(main())
            """,
            id="cancelled-at-the-start",
        ),
    ],
)
def test_async_client_leaves_nothing_behind(server: Server, program: str) -> None:
    run_silently(server, program)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("locked", [False, True], ids=["free", "while-making"])
def test_a_forked_process_has_connections_of_its_own(server: Server, *, locked: bool) -> None:
    program = """
        import threading
        from sdkwright.runtime.transports import environment

        c = client()
        c.pets.get(id="a")
        if LOCKED:
            held, go = threading.Event(), threading.Event()
            def hold():
                with c._session.pools._lock.held(), environment._ssl_lock.held():
                    held.set()
                    go.wait()
            threading.Thread(target=hold).start()
            held.wait()
        child = os.fork()
        if LOCKED:
            go.set()  # in the child, for nobody: that thread is not there
        c.pets.get(id="b")
        if not child:
            c.close()
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        c.pets.get(id="c")
    """
    run_silently(server, f"LOCKED = {locked}\n{textwrap.dedent(program)}")
    assert server.connections == 2
    assert sorted(request.target for request in server.seen) == [
        "/pets/a",
        "/pets/b",
        "/pets/b",
        "/pets/c",
    ]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_process_closes_a_response_of_its_parent(server: Server) -> None:
    server.answers(reply(200, REX))
    program = """
        import threading
        from contextlib import ExitStack
        from sdkwright.runtime.calls import Call
        from sdkwright.runtime.locks import ProcessLock
        from sdkwright.runtime.responses.raw import Unread
        from tests.runtime.support.sdk import GET

        c = client()
        with c._session.run(Call(GET, {"id": "a", "X-Tenant": None}), Unread) as response:
            transport = c._session.pools.sync()
            held, go = threading.Event(), threading.Event()
            def hold():
                with ExitStack() as stack:
                    for lock in vars(transport).values() if hasattr(transport, "__dict__") else ():
                        if isinstance(lock, ProcessLock):
                            stack.enter_context(lock.held())
                    held.set()
                    go.wait()
            threading.Thread(target=hold).start()
            held.wait()
            child = os.fork()
            go.set()  # in the child, for nobody: that thread is not there
            response.close()
            if not child:
                os._exit(0)
            assert os.waitpid(child, 0)[1] == 0
        c.pets.get(id="b")
    """
    run_silently(server, program)
    assert [request.target for request in server.seen] == ["/pets/a", "/pets/b"]


def test_a_dropped_client_closes_its_connection(server: Server) -> None:
    server.answers(reply(200, REX))
    client = PetStore(KEY, server_url=server.url)
    client.pets.get(id="a")
    assert server.open_connections() == 1
    del client
    gc.collect()
    assert eventually(lambda: server.open_connections() == 0)


def test_a_client_that_made_no_call_made_no_pool(server: Server) -> None:
    client = PetStore(KEY, server_url=server.url)
    gone = weakref.ref(client._session)
    del client
    gc.collect()
    assert gone() is None


def test_a_dropped_async_client_closes_its_connection_at_once(server: Server) -> None:
    async def main() -> None:
        client = PetStore(KEY, server_url=server.url)
        await client.pets.get_async(id="a")
        del client
        gc.collect()
        for _ in range(10):
            await asyncio.sleep(0.001)
        assert await asyncio.to_thread(eventually, lambda: server.open_connections() == 0)

    server.answers(reply(200, REX))
    asyncio.run(main())


def test_pools_of_ended_loops_are_forgotten(server: Server) -> None:
    server.answers(reply(200, REX))
    with PetStore(KEY, server_url=server.url) as client:
        for _ in range(3):
            asyncio.run(client.pets.get_async(id="a"))
        assert len(client._session.pools._async) == 1


def test_async_calls_on_one_loop_share_connections(server: Server) -> None:
    async def main() -> None:
        async with PetStore(KEY, server_url=server.url) as client:
            for _ in range(3):
                await client.pets.get_async(id="a")

    server.answers(reply(200, REX))
    asyncio.run(main())
    assert server.connections == 1


def test_a_closed_client_says_so(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    client = call.client()
    call("get", client, id="a")
    client.close()
    with pytest.raises(RuntimeError, match=r"^This client is closed; create a new one\.$"):
        call("get", client, id="a")


def test_a_client_that_was_closed_before_its_first_call_says_so(call: Caller) -> None:
    client = call.client()
    client.close()
    with pytest.raises(RuntimeError, match="This client is closed"):
        call("get", client, id="a")


def test_leaving_with_closes_the_client(server: Server) -> None:
    server.answers(reply(200, REX))
    with PetStore(KEY, server_url=server.url) as client:
        client.pets.get(id="a")
    assert eventually(lambda: server.open_connections() == 0)
    with pytest.raises(RuntimeError, match="This client is closed"):
        client.pets.get(id="a")


def test_leaving_async_with_closes_the_client(server: Server) -> None:
    async def main() -> None:
        async with PetStore(KEY, server_url=server.url) as client:
            await client.pets.get_async(id="a")
        with pytest.raises(RuntimeError, match="This client is closed"):
            await client.pets.get_async(id="a")

    server.answers(reply(200, REX))
    asyncio.run(main())
    assert eventually(lambda: server.open_connections() == 0)


def test_close_inside_a_loop_closes_its_connections(server: Server) -> None:
    async def main() -> None:
        client = PetStore(KEY, server_url=server.url)
        await client.pets.get_async(id="a")
        client.close()
        assert await asyncio.to_thread(eventually, lambda: server.open_connections() == 0)

    server.answers(reply(200, REX))
    asyncio.run(main())
