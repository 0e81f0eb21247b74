"""Runs the tools that build, check and upload packages, each as a program of its own.

What a tool says reaches the reader as the tool wrote it, a line at a time. This module knows no
packages and no index.
"""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from sdkwright.diagnostics import Diagnostics, one_line

Tell: TypeAlias = Callable[[str], None]
"""Takes a line for the person who runs the command."""

NEEDED: Final = ("build", "hatchling", "twine", "check-wheel-contents", "validate-pyproject")

_WIDTH: Final = 22
"""The longest name of a check, so that what follows them stands in a column."""


def require(names: Sequence[str], diagnostics: Diagnostics) -> None:
    """Stop where tools are not installed.

    Args:
        names: Their names on the package index.
        diagnostics: Gets which of them are missing.

    Raises:
        Fatal: One of them is missing.
    """
    # Not by looking for the module: the folder `build`, where we are, looks like one.
    missing = [f"`{name}`" for name in names if not _is_installed(name)]
    if missing:
        raise diagnostics.fatal(
            "missing-tool",
            f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not installed here",
            fix="pip install 'sdkwright[ship]'; in the generator's own repository, `make build` "
            "installs all of them",
        )


def passed(name: str, of: str, tell: Tell) -> None:
    """Say that a check was passed, and by what."""
    tell(one_line(f"ok      {name:{_WIDTH}}{of}".rstrip()))


def check(
    name: str,
    of: str,
    arguments: Sequence[str],
    *,
    folder: Path,
    tell: Tell,
    diagnostics: Diagnostics,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a tool that exits with 0 if all is well, and say so; its own words are shown if not.

    Args:
        name: What the tool is called.
        of: What it looks at.
        arguments: The module of Python that it is, and what follows.
        folder: Where it runs. Tools read settings from there.
        tell: Gets the lines.
        diagnostics: Gets the failure.
        environment: What the tool finds in its environment besides ours.

    Raises:
        Fatal: It exits with another status.
    """
    done = subprocess.run(  # noqa: S603  the tools that `require` names
        command(*arguments),
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        tell(one_line(f"FAILED  {name:{_WIDTH}}{of}".rstrip()))
        for line in done.stdout.splitlines():
            tell(one_line(f"  {line}".rstrip()))
        raise diagnostics.fatal("failed-check", f"{name} fails, and says why above")
    passed(name, of, tell)


def command(module: str, *arguments: str) -> list[str]:
    """Give the command that runs a module; a module beside us, such as `build`, is not meant."""
    return [sys.executable, "-P", "-m", module, *arguments]


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
