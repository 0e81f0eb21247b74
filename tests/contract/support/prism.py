"""Runs Prism, the mock server: a real HTTP server that answers as a document says.

Knows nothing of any SDK. Every instance has a port of its own, chosen by the system, so any number
of test runs can go on at once.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.support.companions import Companion

ROOT: Final = Path(__file__).resolve().parents[3]


class Prism(Companion):
    """A mock server for one document, as a context manager.

    A request chooses its answer by the header `Prefer`: `code=401`, `example=name`,
    `dynamic=true, seed=7` (invented by the schema, the same for the same seed). Prism leaves the
    path of the document's server out of its URLs.

    Args:
        document: The OpenAPI document.
        log: Where Prism's output goes.
        options: More options of `prism mock`.
    """

    def __init__(self, document: Path, log: Path, options: Sequence[str] = ()) -> None:
        npx = shutil.which("npx") or "npx"
        super().__init__(
            [
                *(npx, "--no-install", "prism", "mock", "--port", "0"),
                *("--json-schema-faker-fillProperties=false", *options, str(document)),
            ],
            r"Prism is listening on (http://\S+)",
            log,
            ROOT,
            {**os.environ, "NO_COLOR": "1"},
        )

    @property
    def url(self) -> str:
        """Where it listens."""
        return self.ready[1]
