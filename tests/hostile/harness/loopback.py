"""Generated packages against a server on loopback that is hostile, or that keeps what it is sent to
the byte. What is an attack, and what must come of it, is in `sent` and in `servers`."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest

from sdkwright.workspace.own_files import RUNTIME
from tests.golden.support.cases import made_cases
from tests.support.server import Server

PACKAGES: Final = (
    "pagination",
    "payloads",
    "recursive",
    "security",
    "streams",
    "styles",
    "globals",
)
"""The golden cases that have what the main SDK has not: styles, streams, pages by URL, OAuth."""


DONE: Final = b"HTTP/1.1 204 No Content\r\n\r\n"


def without_settings(patch: pytest.MonkeyPatch) -> None:
    """Leave out what the environment says of clients, and of the way to a server."""
    for name in os.environ:
        if name.startswith("OPENROUTER_") or name.upper().endswith("_PROXY"):
            patch.delenv(name)


def choose_transport(name: str, patch: pytest.MonkeyPatch) -> None:
    """Let the environment name the transport of all packages."""
    for package in ("openrouter", *PACKAGES):
        patch.setenv(f"{package.upper()}_TRANSPORT", name)


def lay_out(folder: Path) -> None:
    """Put the packages into a folder, each with the runtime as it is now."""
    for case in made_cases():
        if case.name in PACKAGES:
            shutil.copytree(case.expected / "src", folder, dirs_exist_ok=True)
            shutil.copytree(
                RUNTIME,
                folder / case.config.module / "_runtime",
                ignore=shutil.ignore_patterns("__pycache__"),
            )


@dataclass
class Recorder(Server):
    """A server that answers everything with 204, and keeps each connection's bytes as they came."""

    streams: list[bytearray] = field(default_factory=list)

    def _converse(self, connection: socket.socket) -> None:
        stream = bytearray()
        self.streams.append(stream)
        rest = b""
        while received := connection.recv(65536):
            stream += received
            rest += received
            while (end := _end(rest)) is not None:
                rest = rest[end:]
                connection.sendall(DONE)

    def take(self) -> bytes:
        """Give all bytes that came since this was asked last."""
        taken = b"".join(bytes(stream) for stream in self.streams)
        for stream in self.streams:
            stream.clear()
        return taken


def _end(received: bytes) -> int | None:
    """Say where the first request ends, as a server would that reads what is there."""
    head, separator, _ = received.partition(b"\r\n\r\n")
    if not separator:
        return None
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    whole = len(head) + len(separator) + length
    return whole if len(received) >= whole else None


def in_both_ways(
    make: Callable[[], Any],
    inputs: Iterable[str],
    call: Callable[[Any, str, str], Any],
    after: Callable[[str, Any], None],
) -> None:
    """Make a client, and call it: sync, and on an event loop.

    Args:
        make: Makes the client.
        inputs: What each call is about.
        call: Calls; it gets the client, the end of the methods' names, "" or "_async", and what the
            call is about.
        after: Gets what the call was about, and its result or its exception.
    """
    with make() as client:
        for each in inputs:
            try:
                outcome = call(client, "", each)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what came of it
                outcome = error
            after(each, outcome)

    async def main() -> None:
        async with make() as client:
            for each in inputs:
                try:
                    outcome = await call(client, "_async", each)
                except Exception as error:  # noqa: BLE001 - as above
                    outcome = error
                after(each, outcome)

    asyncio.run(main())


def forget(modules: dict[str, Any], names: Iterable[str]) -> None:
    """Let these packages be imported anew."""
    wanted = set(names)
    for name in [name for name in modules if name.partition(".")[0] in wanted]:
        del modules[name]
