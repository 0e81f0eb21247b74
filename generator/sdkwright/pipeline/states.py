"""The states of an SDK to compare: files as they are, or as of a commit.

This module knows where settings and documents are read from, and nothing of what is in them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from sdkwright import config as settings_file
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostic, Diagnostics, Fatal, Place
from sdkwright.workspace import git

WORK_TREE: Final = "the work tree"
_SHORT: Final = 10
"""Number of digits of a commit's id that are shown."""
_FETCH: Final = "fetch it, for example with `git fetch origin main`, or pass another commit"


@dataclass(frozen=True, slots=True)
class State:
    """A state of an SDK.

    Args:
        config: Its settings; their paths are where its files can be read now.
        label: Its name for people.
        at_home: The settings with the paths that the files have in the work tree.
        shown: Replaces paths of `config` in a text by paths that people know.
    """

    config: Config
    label: str
    at_home: Config
    shown: Callable[[str], str]

    def place(self, place: Place) -> Place:
        return replace(place, file=self.shown(place.file))

    def diagnostic(self, item: Diagnostic) -> Diagnostic:
        return replace(
            item,
            message=self.shown(item.message),
            fix=self.shown(item.fix),
            place=item.place and self.place(item.place),
        )


def as_it_is(config: Config, label: str) -> State:
    """Return the state that the files are in now."""
    return State(config, label, config, lambda text: text)


@contextmanager
def at_commit(config: Path, ref: str, diagnostics: Diagnostics) -> Iterator[State]:
    """Read the state as of the commit at which the work tree branched off.

    Args:
        config: The `sdk.toml` in the work tree.
        ref: The branch, or any other name of a commit.
        diagnostics: Gets the problems of that state.

    Yields:
        The state, whose files exist until the context exits.

    Raises:
        UsageError: There is no git, repository, ref or common commit, or the commit lacks the
            files.
        Fatal: The settings of that state cannot be read.
    """
    try:
        commit = _Commit(config, ref)
        with ExitStack() as stack:
            paths = [commit.config.parent.as_posix()]
            tree = stack.enter_context(git.extract(commit.root, commit.id, paths))
            then = commit.settings(tree, diagnostics)
            document = commit.document(tree, then, diagnostics)
            if not (tree / document).is_file():  # it is in another folder of the repository
                paths.append(document.parent.as_posix())
                tree = stack.enter_context(git.extract(commit.root, commit.id, paths))
                then = commit.settings(tree, diagnostics)
            if not then.document.is_file():
                raise commit.missing(document, diagnostics)
            yield State(then, commit.label, commit.at_home(tree, then), partial(commit.shown, tree))
    except git.UnknownRefError as error:
        raise diagnostics.usage("unknown-ref", str(error), fix=_FETCH) from None
    except git.GitError as error:
        raise diagnostics.usage("git", str(error)) from None


class _Commit:
    """The commit to compare with, and the path of the settings in it."""

    def __init__(self, config: Path, ref: str) -> None:
        self.root = git.root(config.parent)
        self.id = git.merge_base(self.root, ref, "HEAD")
        commit = git.resolve(self.root, ref)
        # What comes before the colon in an argument of `git show`.
        self.prefix = ref if self.id == commit != ref else self.id[:_SHORT]
        self.label = self.prefix if self.id == commit else f"{ref} at {self.prefix}"
        self.config = (config.parent.resolve() / config.name).relative_to(self.root.resolve())

    def settings(self, tree: Path, diagnostics: Diagnostics) -> Config:
        """Read the settings as of the commit."""
        if not (tree / self.config).is_file():
            raise self.missing(self.config, diagnostics)
        found = Diagnostics()
        try:
            return settings_file.read(tree / self.config, found)
        except Fatal:
            diagnostics.items += [
                replace(item, place=item.place and self._place(tree, item.place))
                for item in found.items
            ]
            raise

    def document(self, tree: Path, then: Config, diagnostics: Diagnostics) -> Path:
        """Return the path of the document at the commit, relative to the repository."""
        try:
            return then.document.resolve().relative_to(tree)
        except ValueError:
            raise diagnostics.usage(
                "not-in-repository",
                f"the document was outside the repository at {self.label}, so its contents "
                "at that commit are unknown",
                fix="compare two files: `sdkwright diff OLD NEW`",
                at=Place(f"{self.prefix}:{self.config.as_posix()}"),
            ) from None

    def missing(self, path: Path, diagnostics: Diagnostics) -> Fatal:
        """Report that the commit lacks a file."""
        return diagnostics.usage(
            "missing-at-ref",
            f"file not found at {self.label}",
            fix=(
                "compare with a commit that has the file, or compare two files: `sdkwright "
                "diff OLD NEW`"
            ),
            at=Place(f"{self.prefix}:{path.as_posix()}"),
        )

    def at_home(self, tree: Path, then: Config) -> Config:
        """Return the settings with the paths that the files have in the work tree."""

        def home(path: Path) -> Path:
            if not path.is_relative_to(tree):
                return path
            return Path(os.path.relpath(self.root / path.relative_to(tree)))

        return replace(
            then,
            document=home(then.document),
            output=home(then.output),
            changelog=then.changelog and home(then.changelog),
            source=then.source and home(then.source),
        )

    def shown(self, tree: Path, text: str) -> str:
        """Replace the temporary folder, which will be gone, by the name of the commit."""
        for folder in (str(tree), os.path.relpath(tree)):
            text = text.replace(f"{folder}/", f"{self.prefix}:")
        return text

    def _place(self, tree: Path, place: Place) -> Place:
        return replace(place, file=self.shown(tree, place.file))
