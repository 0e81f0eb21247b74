"""Shows a built site to the person who built it: a web server for this machine alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sdkwright.diagnostics import Diagnostics


class _Quiet(SimpleHTTPRequestHandler):
    """Answers requests without a line for each of them."""

    def log_message(self, format: str, *args: object) -> None:
        """Do nothing."""


@contextmanager
def server(folder: Path, port: int, diagnostics: Diagnostics) -> Iterator[ThreadingHTTPServer]:
    """Open a server of the files of a folder, on loopback.

    Args:
        folder: The folder.
        port: The port; 0 chooses a free one.
        diagnostics: Gets the reason if there is no server.

    Raises:
        UsageError: The port is taken.
    """
    try:
        opened = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
    except OSError as error:
        raise diagnostics.usage(
            "usage",
            f"cannot listen on port {port}: {error.strerror or error}",
            fix="choose another port, as in `--serve 8001`",
        ) from None
    with opened:
        yield opened
