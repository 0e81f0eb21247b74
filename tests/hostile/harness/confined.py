"""Starts a program that is confined: to a small disk of its own, or to the rights of a user.

Called with a program as a script, it gives up the rights of root to write, read and enter
everything (capabilities(7)), and becomes that program.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

_DROP: Final = 24  # PR_CAPBSET_DROP of prctl(2)
_RIGHTS: Final = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
_MOUNT: Final = 'mount -t tmpfs -o "$1" tmpfs "$2" && shift 2 && exec "$@"'
_OWN_MOUNTS: Final = ("unshare", *(() if os.geteuid() == 0 else ("--map-root-user",)), "--mount")


def on_disk(options: str, disk: Path, program: list[str]) -> list[str]:
    """Give the command that runs a program with a disk that only it sees.

    Args:
        options: Those of tmpfs(5), such as `size=1m`.
        disk: A folder, in whose place the disk is.
        program: What to run.
    """
    return [*_OWN_MOUNTS, "sh", "-c", _MOUNT, "sh", options, str(disk), *program]


@cache
def disks_are_impossible(folder: Path) -> str | None:
    """Say why a disk can't be had, if so."""
    try:
        done = subprocess.run(
            on_disk("size=1m", folder, ["true"]), check=False, capture_output=True, text=True
        )
    except OSError as error:
        return str(error)
    return done.stderr.strip() if done.returncode else None


def without_rights(program: list[str]) -> list[str]:
    """Give the command that runs a program with no more rights than any user."""
    return [sys.executable, "-m", "tests.hostile.harness.confined", *program]


def main(program: list[str]) -> None:
    """Give up the rights, and become the program."""
    for right in _RIGHTS if os.geteuid() == 0 else ():
        if ctypes.CDLL(None).prctl(_DROP, right, 0, 0, 0) != 0:
            sys.exit("the rights of root can't be given up here")
    os.execv(program[0], program)


if __name__ == "__main__":
    main(sys.argv[1:])
