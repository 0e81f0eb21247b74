"""Finds the generator's own files: its package, the runtime in it, and the templates.

In a wheel the templates are inside the package; in a checkout they are next to `generator/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[1]
"""The folder of the package `sdkwright`."""

RUNTIME: Final = PACKAGE / "runtime"
"""The Python code that is copied into every SDK."""


def templates() -> Path:
    """Return the folder of the templates."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "templates"


def template_names() -> list[str]:
    """Return the names of the templates: their paths in the folder, sorted."""
    folder = templates()
    return [file.relative_to(folder).as_posix() for file in files_in(folder)]


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and below, sorted by path."""
    yield from (file for file in sorted(folder.rglob("*")) if file.is_file())


def own_files() -> Iterator[Path]:
    """Yield every file that the output depends on, sorted by path within its folder."""
    for folder in dict.fromkeys([PACKAGE, templates()]):
        for file in sorted(folder.rglob("*")):
            if file.suffix != ".pyc" and file.is_file():
                yield file
