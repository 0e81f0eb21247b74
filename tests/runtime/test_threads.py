"""Many threads, and many tasks, on one client."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest

from sdkwright.runtime import client as client_module
from sdkwright.runtime.transports.aiohttp import AiohttpTransport
from sdkwright.runtime.transports.urllib3 import Urllib3Transport
from tests.runtime.conftest import KEY
from tests.runtime.support import sdk
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import PetStore
from tests.support.server import Request, Server, reply, stall
from tests.support.waiting import PATIENCE, eventually

ROOT = Path(__file__).parents[2]
THREADS = 64


def echo(request: Request) -> object:
    return reply(200, {**REX, "id": request.target.rpartition("/")[2]})


def test_threads_use_one_pool_one_resource_and_one_decoder(
    server: Server, monkeypatch: pytest.MonkeyPatch, transport: str
) -> None:
    made: list[str] = []

    kind: Any = Urllib3Transport if transport == "fast" else httpx2.Client
    original = kind.__init__

    def init(self: object, *args: object, **kwargs: object) -> None:
        made.append("pool")
        original(self, *args, **kwargs)

    monkeypatch.setattr(kind, "__init__", init)
    monkeypatch.setattr(sdk.GET, "_decoders", {})
    server.answers(echo)  # type: ignore[arg-type] # it does give an answer
    ready = threading.Barrier(THREADS)

    def import_module(name: str, package: str) -> object:
        ready.wait()  # until all threads have seen that there is no resource yet
        return importlib.import_module(name, package)

    monkeypatch.setattr(client_module, "importlib", SimpleNamespace(import_module=import_module))

    used: list[object] = []

    def use(number: int) -> list[str]:
        found = [client.pets.get(id=f"{number}-{n}").id for n in range(3)]
        used.extend((client.pets, sdk.GET.decoder(200)))
        return found

    with PetStore(KEY, server_url=server.url) as client, ThreadPoolExecutor(THREADS) as threads:
        results = list(threads.map(use, range(THREADS)))
    assert results == [[f"{number}-{n}" for n in range(3)] for number in range(THREADS)]
    assert made == ["pool"]
    assert len({id(each) for each in used}) == 2


def test_tasks_share_one_pool(
    server: Server, monkeypatch: pytest.MonkeyPatch, transport: str
) -> None:
    made: list[object] = []
    kind: Any = AiohttpTransport if transport == "fast" else httpx2.AsyncClient
    original = kind.__init__

    def init(self: object, *args: object, **kwargs: object) -> None:
        made.append(self)
        original(self, *args, **kwargs)

    async def main() -> list[str]:
        async with PetStore(KEY, server_url=server.url) as client:
            calls = (client.pets.get_async(id=str(number)) for number in range(THREADS))
            return [pet.id for pet in await asyncio.gather(*calls)]

    monkeypatch.setattr(kind, "__init__", init)
    server.answers(echo)  # type: ignore[arg-type] # as above
    assert asyncio.run(main()) == [str(number) for number in range(THREADS)]
    assert len(made) == 1


@pytest.mark.httpx2_only  # the others load certificates when they need them
def test_clients_share_one_ssl_context(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    original = httpx2.create_ssl_context

    def create() -> object:
        made.append(context := original())
        return context

    monkeypatch.setattr("sdkwright.runtime.transports.environment._ssl_contexts", {})
    monkeypatch.setattr(httpx2, "create_ssl_context", create)
    server.answers(reply(200, REX))
    for _ in range(3):
        with PetStore(KEY, server_url=server.url) as client:
            client.pets.get(id="a")
            asyncio.run(client.pets.get_async(id="a"))
    assert len(made) == 1


def test_an_async_call_that_is_cancelled_leaves_no_connection(server: Server) -> None:
    async def main() -> None:
        async with PetStore(KEY, server_url=server.url) as client:
            task = asyncio.create_task(client.pets.get_async(id="a"))
            assert await asyncio.to_thread(server.stalls.acquire, timeout=PATIENCE)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(eventually, lambda: server.open_connections() == 0)

    server.answers(stall())
    asyncio.run(main())
    assert len(server.seen) == 1


def test_threads_that_decode_a_type_for_the_first_time_do_not_end_the_process() -> None:
    program = """
        import sys, threading, types
        sys.setswitchinterval(1e-6)
        from sdkwright.runtime.json.decoding import TypedDecoder, convert

        lines = ["from __future__ import annotations", "import msgspec"]
        for n in range(30):
            lines.append(f"class M{n}(msgspec.Struct):")
            lines += [f"    f{field}: int | None = None" for field in range(20)]
            lines += [f"    inner: list[M{n - 1}] | None = None"] if n else []
        module = sys.modules["made"] = types.ModuleType("made")
        exec("\\n".join(lines), vars(module))
        begin = threading.Barrier(8)

        def decode(number):
            begin.wait()
            if number % 2:
                convert({"f1": 1, "inner": [{"f2": 2}]}, module.M29)
            else:
                decoder = TypedDecoder(module.M29)
                for _ in range(20):
                    decoder.decode(b'{"f1": 1, "inner": [{"f2": 2}]}')

        threads = [threading.Thread(target=decode, args=(n,)) for n in range(8)]
        [t.start() for t in threads], [t.join() for t in threads]
    """
    for _ in range(3):  # without a lock, nearly each of them crashes
        run = [sys.executable, "-c", textwrap.dedent(program)]
        assert subprocess.run(run, cwd=ROOT, check=False).returncode == 0
