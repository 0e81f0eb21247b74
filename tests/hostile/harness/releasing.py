"""Releases that are disturbed: part of what `losing` does."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.hostile.attacks.loss import NEW, OLD, OLD_AND_WHY
from tests.hostile.harness import killed
from tests.hostile.harness.disks import PAGE, filled
from tests.hostile.harness.running import DOCUMENTS, Tree, command, tree

SETTINGS: Final = """\
[document]
path = "openapi.yaml"
[package]
module = "library"
version = "0.1.0"
changelog = "CHANGELOG.md"
"""


class Repository:
    """A git repository with an SDK that is to be released."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "spec").mkdir(parents=True)
        (folder / "spec/openapi.yaml").write_bytes(DOCUMENTS[0].read_bytes())
        (folder / "spec/sdk.toml").write_text(SETTINGS)
        (folder / "spec/CHANGELOG.md").write_text("# Changelog\n" + "\nBy us.\n" * 500)
        os.chdir(folder)
        command("gen", status=0)
        self.git("init", "--quiet")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=x")
        self.old = self.files()
        self.release()
        self.new = self.files()
        assert self.old.keys() == self.new.keys()
        self.reset()

    def git(self, *arguments: str) -> str:
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.com")
        done = subprocess.run(
            ["git", *identity, *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def release(self) -> int:
        return command("release", "1.0.0", "--date", "2026-01-02")[0]

    def reset(self) -> None:
        self.git("reset", "--hard", "--quiet")

    def files(self) -> Tree:
        return {
            path: content
            for path, content in tree(self.folder).items()
            if not path.startswith(".git/")
        }

    def left(self) -> str:
        found = self.files()
        return OLD if found == self.old else NEW if found == self.new else "a mixture"


def release_full(folder: Path, cases: int) -> Iterator[str]:
    repository = Repository(folder / "disk")
    made = [content for path, content in repository.old.items() if path.startswith("generated/")]
    size = sum(1 + len(content) // PAGE for content in made)  # what a copy takes
    rooms = [0, size // 2, *range(size - 2, size + 4 * (cases - 4), 4), size * 3]
    for room in rooms[:cases]:
        with filled(repository.folder, room, name=".git/ballast"):
            status, said = command("release", "1.0.0", "--date", "2026-01-02")
            left = repository.left()
        assert (status == 1) == ("No space left on device" in said) == (left != NEW), (left, said)
        yield left if status == 0 else OLD_AND_WHY if left == OLD else left
        repository.reset()


def release_ended(folder: Path, cases: int) -> Iterator[str]:
    repository = Repository(folder / "repository")

    def end() -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    last = killed.happen(repository.release, end, 0)
    for moment in killed.moments(last, cases):
        repository.reset()
        killed.happen(repository.release, end, moment)
        yield repository.left()
