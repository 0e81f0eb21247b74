"""Install what a target of the Makefile needs: `python3 requirements/install.py gen`.

Runs before anything is installed, so it imports the standard library alone. What it installs is
in the lock files beside it and in package-lock.json; each is installed when it is first needed,
and again when it has changed. Processes that install at the same time wait for each other.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
LOCKS: Final = Path(__file__).resolve().parent
VENV: Final = ROOT / ".venv"
PYTHON: Final = VENV / "bin" / "python"
NODE_MODULES: Final = ROOT / "node_modules"
NODE_LOCK: Final = ROOT / "package-lock.json"
OLDEST_NODE: Final = 20

NODE: Final = "node"
PYTHON_LOCKS: Final = tuple(sorted(path.stem for path in LOCKS.glob("*.lock")))


class SetupError(Exception):
    """Something is missing that can't be installed from here; the message says what."""


def main(arguments: Sequence[str]) -> int:
    """Install what the targets need, and return the exit status."""
    parser = argparse.ArgumentParser(prog="install.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "needs",
        nargs="+",
        choices=(*PYTHON_LOCKS, NODE),
        help=f"the name of a lock file in {LOCKS.name}/, or `{NODE}`",
    )
    needs = parser.parse_args(arguments).needs
    try:
        if NODE in needs:  # before a minute is spent on the other packages
            check_node()
        with alone():
            for name in needs:
                install_node() if name == NODE else install_python(name)
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other process installs into this checkout."""
    folder = os.open(LOCKS, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def check_node() -> None:
    """Check that Node and npm can be used.

    Raises:
        SetupError: If one of them is missing, or Node is too old.
    """
    node = shutil.which("node")
    found = _output([node, "--version"]).strip() if node else "none"
    version = re.match(r"v(\d+)\.", found)
    if version is None or int(version[1]) < OLDEST_NODE:
        raise SetupError(f"Node {OLDEST_NODE} or newer is needed; found {found or 'none'}.")
    if shutil.which("npm") is None:
        raise SetupError("npm is needed; it comes with Node.")


def install_node() -> None:
    """Install the Node tools, unless they are there as package-lock.json has them."""
    stamp = NODE_MODULES / ".ready"
    if not _is_current(stamp, NODE_LOCK):
        _say("Installing package-lock.json into node_modules (once)…")
        quiet = ("--loglevel=error", "--no-audit", "--no-fund", "--no-progress")
        _run(["npm", "ci", *quiet, "--no-update-notifier"])
        stamp.write_text(_digest(NODE_LOCK), encoding="ascii")
    stamp.touch()


def install_python(name: str) -> None:
    """Install the packages of a lock file into .venv, unless they are there.

    An environment of an older lock is made anew, since nothing else removes what it has too much.
    """
    lock, stamp = LOCKS / f"{name}.lock", VENV / f".{name}"
    if not _is_usable():
        make_venv()
    if not _is_current(stamp, lock):
        _say(f"Installing {lock.relative_to(ROOT)} into .venv (once)…")
        # Modules that are never imported need not be compiled.
        pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        _run([*pip, "--no-compile", "--require-hashes", "--requirement", str(lock)])
        stamp.write_text(_digest(lock), encoding="ascii")
    link_generator()
    stamp.touch()


def link_generator() -> None:
    """Make `python -m sdkwright` work in .venv from any directory, from the source folder.

    The path is relative, so it still holds when the checkout is moved.
    """
    for site_packages in VENV.glob("lib/python3*/site-packages"):
        path_file = site_packages / "sdkwright.pth"
        path_file.write_text("../../../../generator\n", encoding="ascii")


def make_venv() -> None:
    """Make an empty .venv of the Python that runs this.

    Raises:
        SetupError: If this Python has no `venv`, as on Debian without python3-venv.
    """
    _say(f"Making .venv with Python {sys.version.split()[0]}…")
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        _run([sys.executable, "-m", "venv", str(VENV)])
    except SetupError as error:
        raise SetupError(
            f"{sys.executable} cannot make a venv (on Debian and Ubuntu: apt install python3-venv)."
        ) from error


def _is_usable() -> bool:
    """Return whether .venv has a working Python, and nothing of a lock that has changed."""
    if not PYTHON.exists() or not _output([str(PYTHON), "--version"]):
        return False
    stamps = {name: VENV / f".{name}" for name in PYTHON_LOCKS}
    known = [(stamp, LOCKS / f"{name}.lock") for name, stamp in stamps.items() if stamp.exists()]
    # A folder without a stamp was not made here, or its installation was interrupted.
    return bool(known) and all(_is_current(stamp, lock) for stamp, lock in known)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _is_current(stamp: Path, lock: Path) -> bool:
    """Return whether what a stamp stands for was installed from the lock as it is now."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _digest(lock)


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def _run(command: list[str]) -> None:
    null = subprocess.DEVNULL  # errors are on standard error
    done = subprocess.run(command, cwd=ROOT, stdin=null, stdout=null, check=False)
    if done.returncode:
        raise SetupError(f"`{' '.join(command)}` failed; what it wrote is above.")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
