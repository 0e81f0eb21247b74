"""A person's copy of this repository, and the commands that they type in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]

_TOOLS: Final = (".venv", "node_modules")
_STAMPS: Final = (
    *(f".venv/.{lock.stem}" for lock in (ROOT / "requirements").glob("*.lock")),
    "node_modules/.ready",
)


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Clone:
    """A clone, and a home folder in which nobody has set up anything."""

    folder: Path
    home: Path

    @classmethod
    def begin(cls, folder: Path) -> Clone:
        """Clone what git would commit of this checkout, from an `origin` of its own."""
        origin, home = folder / "origin", folder / "home"
        for name in _listed():
            target = origin / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target, follow_symlinks=False)
        home.mkdir()
        first = cls(origin, home)
        first.git("init", "--quiet", "--initial-branch", "main")
        first.commit("All that there was")
        first.git("config", "receive.denyCurrentBranch", "updateInstead")
        first.git("tag", "v0.1.0")
        clone = cls(folder / "clone", home)
        first.git("clone", "--quiet", str(origin), str(clone.folder))
        for tools in _TOOLS:  # what `make` would install, from the same locks
            (clone.folder / tools).symlink_to(ROOT / tools)
        return clone

    def make(self, *arguments: str, **environment: str) -> Outcome:
        """Type `make ...`, with the tools that this checkout has installed."""
        installed = [f"--old-file={stamp}" for stamp in _STAMPS]
        return self._run(["make", "--no-print-directory", *installed, *arguments], environment)

    def made(self, *arguments: str, **environment: str) -> str:
        """Type `make ...` where it has to succeed; give what it wrote."""
        outcome = self.make(*arguments, **environment)
        assert outcome.status == 0, outcome.out + outcome.err
        return outcome.out

    def git(self, *arguments: str) -> str:
        """Type `git ...` where it has to succeed; give what it wrote."""
        outcome = self._run(["git", *arguments], {})
        assert outcome.status == 0, outcome.err
        return outcome.out

    def commit(self, message: str) -> None:
        """Commit all that there is."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def branch(self, name: str) -> None:
        """Begin a branch where `origin` is."""
        self.git("fetch", "--quiet", "--tags", "origin")
        self.git("switch", "--quiet", "--no-track", "--create", name, "origin/main")

    def merge(self) -> None:
        """Do what the button of a pull request does: bring this branch to `origin`'s main."""
        self.git("push", "--quiet", "origin", "HEAD:main")

    def edit(self, file: str, before: str, after: str) -> None:
        """Replace a text that stands in a file once."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{file} has {text.count(before)} times: {before}"
        path.write_text(text.replace(before, after), encoding="utf-8")

    def read(self, file: str) -> str:
        """Read a file."""
        return (self.folder / file).read_text(encoding="utf-8")

    def _run(self, command: list[str], environment: dict[str, str]) -> Outcome:
        done = subprocess.run(
            command,
            cwd=self.folder if self.folder.exists() else self.home,
            env={**_plain(self.home), **environment},
            stdin=subprocess.DEVNULL,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        return Outcome(done.returncode, done.stdout, done.stderr)


def _listed() -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


_OPTIONS: Final = frozenset(
    {
        *("ARGS", "BASE", "FAIL_ON", "FORMAT", "MINUTES"),
        *("OUTPUT", "QUICK", "REPOSITORY", "VERSION"),
    }
)
"""What is said to our `make` on its command line, which it hands on to all that it runs."""


def _plain(home: Path) -> dict[str, str]:
    ours = ("GIT_", "MAKE", "MFLAGS", "PYTHON", "PYTEST_", "SDKWRIGHT_", "SOURCE_DATE_", "TWINE_")
    inherited = {
        key: value
        for key, value in os.environ.items()
        if key not in _OPTIONS and not key.startswith(ours)
    }
    return {
        **inherited,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "An owner",
        "GIT_AUTHOR_EMAIL": "owner@example.com",
        "GIT_COMMITTER_NAME": "An owner",
        "GIT_COMMITTER_EMAIL": "owner@example.com",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
