"""Runs the command line in this process, for tests that disturb it."""

from __future__ import annotations

import contextlib
from io import StringIO
from pathlib import Path
from typing import Final, TypeAlias

from sdkwright import cli

ROOT: Final = Path(__file__).parents[3]
DOCUMENTS: Final = [ROOT / f"tests/golden/{name}/openapi.yaml" for name in ("minimal", "enums")]

Tree: TypeAlias = dict[str, bytes]
"""Path below a folder → content."""


def command(*arguments: object, status: int | None = None) -> tuple[int, str]:
    """Run the command line in this process; give its exit status and what it said."""
    said = StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(StringIO()):
        ended = cli.main([str(argument) for argument in arguments])
    assert "internal error" not in said.getvalue(), said.getvalue()
    assert status in {None, ended}, said.getvalue()
    return ended, said.getvalue()


def tree(folder: Path) -> Tree:
    """Read all files."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
