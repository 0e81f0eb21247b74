"""What a hostile server sends does not fill the memory: a client that may have no more than 600 MB
reads 10 GB, packed into less, or without an end."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import zlib
from pathlib import Path

import httpx
import httpx2
import pytest

from tests.hostile.attacks.memory import EXPECTED
from tests.hostile.harness.loopback import choose_transport, lay_out, without_settings
from tests.support.server import Server, raw
from tests.support.waiting import PATIENCE

ROOT = Path(__file__).parents[2]

MOST = 600 * 2**20
"""Bytes of memory that the client's process may ask for."""

MEBIBYTES = 10 * 1024
MEBIBYTE = b" " * 2**20
PIECE = b" " * 2**16

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"

PROGRAM = """
import asyncio, logging, resource, sys

logging.disable()
import httpx2, httpx, msgspec
from openrouter import OpenRouter
from streams import Streams

resource.setrlimit(resource.RLIMIT_AS, ({most}, {most}))

def told(call):
    try:
        return repr(call())[:50]
    except Exception as error:
        return type(error).__name__

async def told_async(call):
    try:
        return repr(await call())[:50]
    except Exception as error:
        return type(error).__name__

async def called(url, options):
    async with OpenRouter("k", server_url=url, **options) as client:
        return await told_async(lambda: client.api_keys.list_async())

async def walked(url, method):
    async with Streams(server_url=url) as client:
        async def walk():
            async with await getattr(client.shows, method + "_async")() as stream:
                return [event async for event in stream]
        return await told_async(walk)

for kind in sys.argv[2:]:
    url = f"{{sys.argv[1]}}/{{kind}}"
    if kind in {{"ticker", "log"}}:
        with Streams(server_url=url) as client:
            print(kind, told(lambda: list(getattr(client.shows, kind)())))
        print(kind, asyncio.run(walked(url, kind)))
    else:
        own = httpx.Client(timeout={patience}) if kind == "own" else None
        with OpenRouter("k", server_url=url, client=own, retry_config=None) as client:
            print(kind, told(lambda: client.api_keys.list()))
        if own is None:
            print(kind, asyncio.run(called(url, {{"retry_config": None}})))
"""


def _blocks(header: bytes, window: int) -> bytes:
    """Pack 10 GB, in the time that a mebibyte takes: each of its blocks stands alone."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    block = packer.compress(MEBIBYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return header + block * MEBIBYTES


GZIP = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
PACKED = _blocks(GZIP, -zlib.MAX_WBITS)

ANSWERS = {
    "gzip": raw(HEAD + b"Content-Encoding: gzip\r\n\r\n", PACKED),
    "own": raw(HEAD + b"Content-Encoding: gzip\r\n\r\n", PACKED),
    "deflate": raw(HEAD + b"Content-Encoding: deflate\r\n\r\n", _blocks(b"", -zlib.MAX_WBITS)),
    "twice": raw(HEAD + b"Content-Encoding: gzip, gzip\r\n\r\n", gzip.compress(PACKED, 9, mtime=0)),
    "plain": raw(HEAD + b"\r\n", *[PIECE] * (MEBIBYTES * 16)),
    "failure": raw(HEAD.replace(b"200 OK", b"500 No") + b"Content-Encoding: gzip\r\n\r\n", PACKED),
    "ticker": raw(HEAD + b"\r\n", *[b"data: " + PIECE + b"\n"] * (MEBIBYTES * 16)),
    "log": raw(HEAD + b"Content-Encoding: gzip\r\n\r\n", PACKED),
}


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS does not hold elsewhere")
@pytest.mark.parametrize("transport", ["httpx2", "fast"])
def test_10_gb_end_in_an_error_and_not_in_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, transport: str
) -> None:
    lay_out(tmp_path)
    without_settings(monkeypatch)
    choose_transport(transport, monkeypatch)
    paths = os.pathsep.join([str(tmp_path), str(ROOT / "generated/src")])
    with Server() as server:
        server.answers(lambda request: ANSWERS[request.target.split("/")[1]])
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                PROGRAM.format(most=MOST, patience=PATIENCE),
                server.url,
                *ANSWERS,
            ],
            env={**os.environ, "PYTHONPATH": paths},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    lines = [
        f"{kind} {expected}"
        for kind, expected in EXPECTED.items()
        for _ in range(1 if kind == "own" else 2)
    ]
    assert (done.stderr, done.stdout.splitlines()) == ("", lines)


def test_httpx_decompresses_a_piece_at_once_and_httpx2_by_the_megabyte() -> None:
    once = gzip.compress(b" " * 200_000_000, 9, mtime=0)
    largest: list[int] = []
    for body, codings in ((once, "gzip"), (gzip.compress(once, 9, mtime=0), "gzip, gzip")):
        # Both libraries read so many bytes at a time.
        pieces = [body[at : at + 65_536] for at in range(0, len(body), 65_536)]
        for library in (httpx, httpx2):
            response = library.Response(
                200, headers={"Content-Encoding": codings}, content=iter(pieces)
            )
            largest.append(max(len(piece) for piece in response.iter_bytes()))
    assert [size // 1_000_000 for size in largest] == [67, 1, 200, 1]


WORST = """
import gzip, logging, resource, sys
from openrouter import OpenRouter

logging.disable()
with OpenRouter("k", server_url=sys.argv[1], retry_config=None) as client:
    client.api_keys.list()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(client.api_keys.list().data) == int(sys.argv[2])
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""

MULTIPLE = 30
"""How many bytes of memory a byte of a response can take; docs/reliability.md says so."""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss has another unit elsewhere")
def test_the_worst_json_takes_thirty_times_its_size(tmp_path: Path) -> None:
    objects = 5_000_000
    body = b'{"data":[' + b"{}," * (objects - 1) + b"{}]}"
    packed = raw(HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(body, 1, mtime=0))
    small = raw(HEAD + b"\r\n", b'{"data":[{}]}')
    answers = [small, packed]
    with Server() as server:
        server.answers(lambda _request: answers.pop(0))
        done = subprocess.run(
            [sys.executable, "-c", WORST, server.url, str(objects)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "generated/src")},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert done.stderr == ""
    assert int(done.stdout) <= MULTIPLE * len(body)
