"""A virtual environment for each peer, from a lock file with hashes; created if missing.

This module does not know what the peers are, only what they are installed from.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
REQUIREMENTS: Final = Path(__file__).parent / "requirements"
VENVS: Final = Path(__file__).parent / ".venvs"

TOOLS: Final = ("_distutils_hack", "distutils-precedence", "pip", "pkg_resources", "setuptools")
"""What a new virtual environment already contains."""


class BenchmarkError(Exception):
    """The benchmark can't be run; the message says why."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment of a peer.

    Attributes:
        python: The interpreter.
        folders: The folders of its packages.
        paths: What else can be imported, besides this package.
    """

    python: str
    folders: tuple[Path, ...] = ()
    paths: tuple[Path, ...] = ()

    def variables(self) -> dict[str, str]:
        """Return the environment variables of its processes: no proxy, no key, no debug mode."""
        return {
            "PATH": os.defpath,
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT, *self.paths))),
        }

    def run(self, code: str) -> str:
        """Run Python code, and return its output.

        Raises:
            BenchmarkError: If it fails.
        """
        return run([self.python, "-c", code], variables=self.variables())


def run(command: list[str], *, variables: dict[str, str] | None = None) -> str:
    """Run a program, and return its output.

    Raises:
        BenchmarkError: If it fails.
    """
    done = subprocess.run(  # noqa: S603 - our own commands
        command, env=variables, check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        reason = (done.stderr or done.stdout).strip()
        raise BenchmarkError(f"`{Path(command[0]).name} {' '.join(command[1:3])}` failed: {reason}")
    return done.stdout


def prepare(name: str, venvs: Path = VENVS) -> Environment:
    """Create the environment of a requirements file, unless it exists and is up to date.

    Raises:
        BenchmarkError: If it can't be created.
    """
    lock = REQUIREMENTS / f"{name}.lock"
    venv = venvs / name
    python = venv / ("Scripts" if os.name == "nt" else "bin") / "python"
    stamp = f"{sys.version}\n{hashlib.sha256(lock.read_bytes()).hexdigest()}\n"
    ready = venv / ".ready"
    if not ready.is_file() or ready.read_text() != stamp:
        run([sys.executable, "-m", "venv", "--clear", str(venv)])
        pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        run([*pip, "--require-hashes", "-r", str(lock)])
        ready.write_text(stamp)
    return Environment(str(python), _folders(str(python)))


def _folders(python: str) -> tuple[Path, ...]:
    code = "import sysconfig as s; print(s.get_path('purelib'), s.get_path('platlib'), sep='\\n')"
    return tuple(Path(line) for line in sorted(set(run([python, "-c", code]).splitlines())))


def add_package(environment: Environment, package: Path) -> None:
    """Copy a package into an environment, replacing one of the same name, and compile it."""
    target = environment.folders[0] / package.name
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(package, target, ignore=shutil.ignore_patterns("__pycache__"))
    run([environment.python, "-m", "compileall", "-q", str(target)])


def size(environment: Environment) -> int:
    """Return the size in bytes of everything installed, without compiled modules and tools."""
    return sum(
        size_of(entry)
        for folder in environment.folders
        for entry in folder.iterdir()
        if not entry.name.startswith(TOOLS)
    )


def size_of(path: Path) -> int:
    """Return the size in bytes of a file, or of a folder's files without compiled modules."""
    if path.is_file():
        return path.stat().st_size
    return sum(
        file.stat().st_size
        for file in path.rglob("*")
        if file.is_file() and file.parent.name != "__pycache__"
    )


def lines_of(package: Path) -> int:
    """Return the number of lines in the Python files of a package."""
    return sum(file.read_bytes().count(b"\n") for file in package.rglob("*.py"))


def packages(environment: Environment) -> dict[str, str]:
    """Return the versions of the installed packages, without tools."""
    lines = environment.run(
        "import importlib.metadata as m\n"
        "for d in m.distributions(): print(d.metadata['Name'], d.version)"
    )
    found = dict(sorted(line.split() for line in lines.splitlines()))
    return {name: version for name, version in found.items() if not name.startswith(TOOLS)}
