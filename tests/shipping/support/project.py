"""A project of somebody who uses the generator: a real git repository, with our document in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import tomlkit

ROOT: Final = Path(__file__).resolve().parents[3]

_OURS: Final = ("GIT_", "PIP_", "PYTHON", "SDKWRIGHT_", "SOURCE_DATE_EPOCH", "TWINE_")
"""What would change the outcome, if the environment of the tests had it."""


def plain_environment(home: Path) -> dict[str, str]:
    """Give an environment in which nobody has set up anything."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
    return {
        **inherited,
        "HOME": str(home),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "A user",
        "GIT_AUTHOR_EMAIL": "user@example.com",
        "GIT_AUTHOR_DATE": "2026-01-02T03:04:06Z",
        "GIT_COMMITTER_NAME": "A user",
        "GIT_COMMITTER_EMAIL": "user@example.com",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:06Z",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_NO_INPUT": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Project:
    """A folder with a repository. What the generator keeps between runs is kept beside it."""

    folder: Path
    umask: int = -1

    def sdkwright(self, *arguments: str | Path, **environment: str) -> Outcome:
        """Run the generator of this checkout, as its user does."""
        done = subprocess.run(
            [sys.executable, "-m", "sdkwright", *map(str, arguments)],
            cwd=self.folder,
            env={
                **plain_environment(self.folder.parent),
                "PYTHONPATH": str(ROOT / "generator"),
                "XDG_CACHE_HOME": str(self.folder.parent / "cache"),
                **environment,
            },
            umask=self.umask,
            stdin=subprocess.DEVNULL,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def make(self, *arguments: str | Path, **environment: str) -> str:
        """Run the generator where it has to succeed; give what it said to its user."""
        outcome = self.sdkwright(*arguments, **environment)
        assert outcome.status == 0, outcome.err
        return outcome.err

    def git(self, *arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=plain_environment(self.folder.parent),
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout

    def commit(self, tag: str = "") -> None:
        """Commit all that there is."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change")
        if tag:
            self.git("tag", tag)

    def set(self, table: str, key: str, value: object) -> None:
        """Change a setting."""
        file = self.folder / "spec/sdk.toml"
        settings = tomlkit.parse(file.read_text(encoding="utf-8"))
        settings.setdefault(table, {})[key] = value
        file.write_text(tomlkit.dumps(settings), encoding="utf-8")

    def copy(self, folder: Path) -> Project:
        """Copy it, and what the generator has kept."""
        shutil.copytree(self.folder, folder)
        shutil.copytree(self.folder.parent / "cache", folder.parent / "cache", dirs_exist_ok=True)
        return Project(folder)


def begin(folder: Path) -> Project:
    """Make a project of our document, in a folder of this one, at the tag of its version, 0.1.0."""
    project = Project(folder / "project")
    shutil.copytree(ROOT / "spec", project.folder / "spec")
    (project.folder / ".gitignore").write_text("/dist/\n__pycache__/\n", encoding="utf-8")
    project.set("package", "version", "0.1.0")
    project.make("gen")
    project.git("init", "--quiet", "--initial-branch", "main")
    project.commit("v0.1.0")
    return project
