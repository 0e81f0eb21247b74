"""Fills the disk that a run is confined to."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PAGE: Final = 4096
"""What tmpfs gives to a file at a time."""


@contextlib.contextmanager
def filled(disk: Path, room: int, *, files: bool = False, name: str = "ballast") -> Iterator[None]:
    """Leave room for so many pages of content, or so many files; `name` is what fills it."""
    ballast = disk / name
    ballast.mkdir()
    free = os.statvfs(disk)
    if files:
        for number in range(free.f_ffree - room):
            (ballast / str(number)).touch()
    else:
        (ballast / "0").write_bytes(bytes(max(0, free.f_bavail * free.f_bsize - room * PAGE)))
    try:
        yield
    finally:
        shutil.rmtree(ballast)
