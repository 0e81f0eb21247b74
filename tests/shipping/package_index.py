"""Runs pypiserver: a real package index on loopback, to upload to and to install from."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

START_SECONDS: Final = 30
ATTEMPTS: Final = 5


class PackageIndex:
    """A package index over a folder, as a context manager.

    Args:
        folder: Where its files are.
        log: Where its output goes.
        options: More options of pypiserver, such as `--overwrite`.

    Attributes:
        url: What is uploaded to, from `__enter__` on.
    """

    def __init__(self, folder: Path, log: Path, *options: str) -> None:
        self.url = ""
        self.folder = folder
        self._log = log
        self._options = options
        self._process: subprocess.Popen[bytes]

    @property
    def simple(self) -> str:
        """What is installed from."""
        return f"{self.url}simple/"

    def files(self, project: str) -> list[str]:
        """List what it has of a project."""
        return sorted(file.name for file in self.folder.glob(f"{project}-*"))

    def __enter__(self) -> Self:
        for _ in range(ATTEMPTS):  # somebody else may take the port before the server does
            port = _free_port()
            with self._log.open("wb") as log:
                self._process = subprocess.Popen(
                    [
                        *(sys.executable, "-P", "-W", "ignore", "-m", "pypiserver", "run"),
                        *("--interface", "127.0.0.1", "--port", str(port), "--server", "wsgiref"),
                        # No passwords, and no other index where it has nothing.
                        *("--authenticate", ".", "--passwords", ".", "--disable-fallback"),
                        *(*self._options, str(self.folder)),
                    ],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            if self._listens(port):
                self.url = f"http://127.0.0.1:{port}/"
                return self
        raise AssertionError(f"pypiserver did not start: {self._log.read_text()}")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(START_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _listens(self, port: int) -> bool:
        """Wait until it does, or has ended; it says that it listens before it does."""
        deadline = time.monotonic() + START_SECONDS
        while self._process.poll() is None and time.monotonic() < deadline:
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", port), timeout=1),
            ):
                return self._process.poll() is None
            time.sleep(0.02)
        self._process.kill()
        self._process.wait()
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
