"""What the Makefile installs: once, whoever asks for it at the same time, and never half."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shipping.support.project import ROOT, plain_environment


class Checkout:
    """A checkout whose locks are empty, so that nothing is fetched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "requirements").mkdir(parents=True)
        shutil.copy(ROOT / "requirements" / "install.py", folder / "requirements")
        for name in ("gen", "test"):
            self.lock(name, "")
        (folder / "package-lock.json").write_text("{}")
        self.programs = folder / "bin"
        self.programs.mkdir()

    def lock(self, name: str, text: str) -> None:
        (self.folder / "requirements" / f"{name}.lock").write_text(f"# {name}\n{text}")

    def program(self, name: str, script: str) -> None:
        """Put a program on the path of what is started here."""
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def start(self, *needs: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "requirements/install.py", *needs],
            cwd=self.folder,
            env={**plain_environment(self.folder), "PATH": f"{self.programs}:/usr/bin:/bin"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def install(self, *needs: str) -> tuple[int, list[str]]:
        """Install, and return the exit status and what was said."""
        process = self.start(*needs)
        _, said = process.communicate()
        return process.returncode, [line for line in said.splitlines() if "WARNING" not in line]

    def stamps(self) -> list[str]:
        return sorted(path.name for path in (self.folder / ".venv").glob(".*"))


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "checkout")


def test_it_installs_once_and_again_when_a_lock_has_changed(checkout: Checkout) -> None:
    made = f"Making .venv with Python {sys.version.split()[0]}…"
    gen = "Installing requirements/gen.lock into .venv (once)…"
    assert checkout.install("gen") == (0, [made, gen])
    assert checkout.install("gen") == (0, [])
    test = "Installing requirements/test.lock into .venv (once)…"
    assert checkout.install("test") == (0, [test])
    assert checkout.stamps() == [".gen", ".test"]
    # What the old lock had and the new one has not must not stay.
    checkout.lock("test", "# less\n")
    assert checkout.install("gen") == (0, [made, gen])
    assert checkout.stamps() == [".gen"]


def test_two_that_come_at_once_install_once(checkout: Checkout) -> None:
    processes = [checkout.start("gen") for _ in range(2)]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert sorted("Making .venv" in text for text in said) == [False, True]
    assert checkout.stamps() == [".gen"]


def test_what_was_interrupted_is_made_again(checkout: Checkout) -> None:
    checkout.lock("gen", "no-such-package==1.0 --hash=sha256:" + "0" * 64)
    status, said = checkout.install("gen")
    assert status == 1
    assert said[-1].endswith("failed; what it wrote is above.")
    assert checkout.stamps() == []
    checkout.lock("gen", "")
    status, said = checkout.install("gen")
    assert (status, said[0][:12]) == (0, "Making .venv")


@pytest.mark.parametrize(
    ("node", "found"), [("echo v18.20.4", "v18.20.4"), ("exit 1", "none"), ("echo what", "what")]
)
def test_a_node_that_is_too_old_is_told_before_anything_is_installed(
    checkout: Checkout, node: str, found: str
) -> None:
    checkout.program("node", node)
    assert checkout.install("node", "test") == (
        1,
        [f"Node 20 or newer is needed; found {found}."],
    )
    assert not (checkout.folder / ".venv").exists()


def test_the_node_tools_are_installed_once(checkout: Checkout) -> None:
    checkout.program("node", "echo v24.1.0")
    checkout.program("npm", 'mkdir -p node_modules; echo "$@" >> npm.txt')
    told = "Installing package-lock.json into node_modules (once)…"
    assert checkout.install("node") == (0, [told])
    assert checkout.install("node") == (0, [])
    assert (checkout.folder / "npm.txt").read_text().count("ci ") == 1


def test_make_says_in_one_line_that_python_is_too_old(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("python3", *(f"python3.{minor}" for minor in range(11, 16))):
        # Older than all that the Makefile knows: it refuses what it is asked.
        (programs / name).write_text('#!/bin/sh\ntest "$1" = --version && echo Python 3.9.2\n')
        (programs / name).chmod(0o755)
    (tmp_path / "requirements").mkdir()
    for name in ("gen.lock", "install.py"):
        (tmp_path / "requirements" / name).touch()
    done = subprocess.run(
        ["make", "--no-print-directory", "gen"],
        cwd=tmp_path,
        env={**plain_environment(tmp_path), "PATH": f"{programs}{os.pathsep}/usr/bin:/bin"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "Python 3.11 or newer is needed; found Python 3.9.2."
