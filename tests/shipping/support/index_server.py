"""Serves package indexes with pypiserver: one for each folder within the folder that is given.

A script of its own, since pypiserver imports what is deprecated, and closes not all that it opens.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.util import shift_path_info

import pypiserver  # type: ignore[import-untyped] # it has no types

FOLDER = Path(sys.argv[1])
OVERWRITES = ".overwrites"
"""A file beside those of an index that takes a file which it has already."""

indexes: dict[str, Any] = {}


def answer(environ: dict[str, Any], start_response: Any) -> Any:
    """Let the index answer that the first part of the path names."""
    name = shift_path_info(environ) or ""
    if name not in indexes:
        indexes[name] = pypiserver.app(
            roots=[FOLDER / name],
            authenticate=[],
            password_file=".",  # nobody is asked for one
            disable_fallback=True,  # to no other index where it has nothing
            overwrite=(FOLDER / name / OVERWRITES).exists(),
        )
    return indexes[name](environ, start_response)


class Handler(WSGIRequestHandler):
    def log_message(self, format: str, *_arguments: object) -> None:
        """Say nothing of a request."""


with make_server("127.0.0.1", 0, answer, handler_class=Handler) as server:
    sys.stdout.write(f"Listening on port {server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()
