"""Makes a folder once for all processes that run tests."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Once: TypeAlias = Callable[[str, Callable[[Path], object]], Path]


def once_for_all(tmp_path_factory: pytest.TempPathFactory, room: str) -> Once:
    """Return a function that makes folders once, with names that only these tests use.

    Args:
        tmp_path_factory: The factory of this process.
        room: Goes before each name.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = base / f"{room}-{name}", base / f"{room}-{name}.done"
        with (base / f"{room}-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return make
