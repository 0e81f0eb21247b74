"""A git repository for a test: real, small, and out of reach of this machine's settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository of its own, which no setting of this machine reaches."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.run("init", "--quiet", "--initial-branch", "main")

    def run(self, *arguments: str) -> str:
        environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "T",
            "GIT_AUTHOR_EMAIL": "t@example.com",
            "GIT_COMMITTER_NAME": "T",
            "GIT_COMMITTER_EMAIL": "t@example.com",
        }
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            env=environment, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self, **files: str) -> str:
        """Commit files, whose names are as Python's keywords must be: `a__b` is `a/b`."""
        for name, text in files.items():
            path = self.folder / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        self.run("add", "--all")
        self.run("commit", "--quiet", "--allow-empty", "--message", "x")
        return self.run("rev-parse", "HEAD")
