"""Fresh virtual environments, what is installed into them, and where that comes from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.shipping.support.project import ROOT, plain_environment


@dataclass(frozen=True)
class Venv:
    """A virtual environment of its own, which sees nothing of the one that runs the tests."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        (found,) = self.folder.glob("lib/python3*/site-packages")
        return found

    def pip(self, *arguments: str | Path) -> None:
        """Run pip for it, without any setting that the user has."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.folder), "--quiet"]
        done = self._run([*pip, *map(str, arguments)])
        assert done.returncode == 0, done.stdout + done.stderr

    def install(self, simple: str, *requirements: str) -> None:
        """Install from one index, and from nothing else."""
        self.pip("install", "--index-url", simple, *requirements)

    def tell(self, code: str) -> Any:
        """Run code in it, and give what it prints, which is JSON."""
        done = self._run([str(self.python), "-c", code])
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def versions(self) -> dict[str, str]:
        found: dict[str, str] = self.tell(
            "import importlib.metadata as metadata, json;"
            "found = metadata.distributions();"
            "print(json.dumps({one.name: one.version for one in found}))"
        )
        return found

    def run(self, folder: Path, program: str, *arguments: str | Path) -> tuple[int, str, str]:
        """Run a program that was installed into it; give its status and what it wrote."""
        done = self._run([str(self.folder / "bin" / program), *map(str, arguments)], folder)
        return done.returncode, done.stdout, done.stderr

    def run_tests(self, *files: str) -> str:
        """Run tests of this repository with the package that is installed here.

        Pytest, and what else the tests import, are lent by the environment that we run in. They
        come after what is installed here, so that it is never covered.
        """
        lent = self.packages / "lent.pth"
        lent.write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
        command = [str(self.python), "-m", "pytest", "-p", "tests.shipping.support.installed"]
        options = ["-p", "no:cacheprovider", "-n", "0", "-o", "pythonpath=."]
        done = self._run([*command, *options, *files], ROOT)
        lent.unlink()
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _run(
        self, command: list[str], folder: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=folder or self.folder,
            env=plain_environment(self.folder.parent),
            stdin=subprocess.DEVNULL,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )


def make_venv(folder: Path) -> Venv:
    """Make an environment without anything, not even pip."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    return Venv(folder)


def fetch(folder: Path, *requirements: str) -> str:
    """Fetch packages, and what they need, from the registry that the user's pip knows.

    Returns:
        What pip complained of; nothing where all are there.
    """
    return _ask_registry(["download", "--dest", str(folder), *requirements])


def _ask_registry(arguments: list[str], *, of: Path | None = None) -> str:
    """Run pip with the user's settings, in an environment; give what it complained of."""
    inside = [] if of is None else ["--python", str(of)]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", *inside, "--quiet", "--disable-pip-version-check"),
            *("--retries", "1", "--timeout", "60", *arguments),
        ],
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTHON")},
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stderr.strip() if done.returncode else ""


def fetch_or_skip(folder: Path, *requirements: str) -> None:
    """Fetch packages that do exist; skip the test where nobody can give them."""
    _skip_on(fetch(folder, *requirements), requirements)


def install_or_skip(venv: Venv, *requirements: str) -> None:
    """Install packages that do exist; skip the test where nobody can give them."""
    _skip_on(_ask_registry(["install", *requirements], of=venv.folder), requirements)


def _skip_on(complaint: str, requirements: tuple[str, ...]) -> None:
    if complaint:
        pytest.skip(
            "needs the package registry, and pip cannot get "
            f"{', '.join(requirements)} from it: {complaint.splitlines()[-1]}"
        )
