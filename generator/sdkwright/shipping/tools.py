"""Runs the tools that build, check and upload packages, each as a separate program.

The output of a tool is shown unchanged, line by line. This module knows no packages and no index.
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

Say: TypeAlias = Callable[[str], None]
"""Called with a line for the user of the command."""

NEEDED: Final = ("build", "hatchling", "twine", "check-wheel-contents", "validate-pyproject")

_TARGETS: Final = {"ship": "build", "docs": "docs", "watch": "test", "completion": "test"}
"""The targets of the Makefile that install the extras."""

_WIDTH: Final = 22
"""Width of the column for the names of checks: the longest one."""


def require(names: Sequence[str], diagnostics: Diagnostics, *, extra: str = "ship") -> None:
    """Stop if tools are not installed.

    Args:
        names: Their names on the package index.
        diagnostics: Gets the missing ones.
        extra: The extra of the generator that installs them.

    Raises:
        Fatal: One of them is missing.
    """
    # Not by looking for the module: the folder `build` in the current folder looks like one.
    missing = [f"`{name}`" for name in names if not _is_installed(name)]
    if missing:
        raise diagnostics.fatal(
            "missing-tool",
            f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not installed here",
            fix=(
                f"run `pip install 'sdkwright[{extra}]'`; in the generator's own repository, "
                f"`make {_TARGETS[extra]}` installs them"
            ),
        )


def passed(name: str, of: str, say: Say) -> None:
    """Report that a check has passed, and for what."""
    say(one_line(f"ok      {name:{_WIDTH}}{of}".rstrip()))


def check(
    name: str,
    of: str,
    arguments: Sequence[str],
    *,
    folder: Path,
    say: Say,
    diagnostics: Diagnostics,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a tool and report that it passed, or show its output if its status is not 0.

    Args:
        name: The name of the tool.
        of: What it checks.
        arguments: The tool's Python module, and its arguments.
        folder: The folder to run it in, from which tools read settings.
        say: Called with each line.
        diagnostics: Gets the failure.
        environment: Environment variables of the tool besides ours.

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
        say(one_line(f"FAILED  {name:{_WIDTH}}{of}".rstrip()))
        for line in done.stdout.splitlines():
            say(one_line(f"  {line}".rstrip()))
        raise diagnostics.fatal("failed-check", f"{name} failed; see its output above")
    passed(name, of, say)


def command(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module, never one in the current folder, such as `build`."""
    return [sys.executable, "-P", "-m", module, *arguments]


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
