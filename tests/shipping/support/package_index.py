"""Real package indexes on loopback, to upload to and to install from."""

from __future__ import annotations

import itertools
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.support.companions import Companion

_SERVER: Final = Path(__file__).with_name("index_server.py")


@dataclass(frozen=True)
class PackageIndex:
    """A package index.

    Attributes:
        folder: Where its files are.
        url: What is uploaded to.
    """

    folder: Path
    url: str

    @property
    def simple(self) -> str:
        """What is installed from."""
        return f"{self.url}simple/"

    def files(self, project: str) -> list[str]:
        """List what it has of a project."""
        return sorted(file.name for file in self.folder.glob(f"{project}-*"))


class PackageIndexes(Companion):
    """One process that serves any number of package indexes, as a context manager.

    Args:
        folder: An empty folder for them.
    """

    def __init__(self, folder: Path) -> None:
        self._indexes = folder / "indexes"
        self._indexes.mkdir()
        self._numbers = itertools.count()
        command = [sys.executable, "-P", "-W", "ignore", str(_SERVER), str(self._indexes)]
        super().__init__(command, r"Listening on port (\d+)", folder / "log")

    def new(self, *, overwrites: bool = False) -> PackageIndex:
        """Return an index without a file.

        Args:
            overwrites: Whether it takes a file that it has already.
        """
        folder = self._indexes / str(next(self._numbers))
        folder.mkdir()
        if overwrites:
            (folder / ".overwrites").touch()
        return PackageIndex(folder, f"http://127.0.0.1:{self.ready[1]}/{folder.name}/")
