"""Compares two states of an SDK: a commit with the work tree, or one file with another.

Both are read, lowered and named as `gen` does it; nothing is written. This module knows where the
two states come from, and neither what counts as a change nor how changes are shown.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from sdkwright import config as settings_file
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostic, Diagnostics, Fatal, Locate, Place
from sdkwright.diff import compare
from sdkwright.diff.changes import LEVELS, Change, Level
from sdkwright.diff.redocly import DocumentChange, DocumentDiff
from sdkwright.model import ir, limits
from sdkwright.pipeline.run import surface, without_collection
from sdkwright.workspace import git

if TYPE_CHECKING:
    from sdkwright.source.document import Document  # the pipeline imports it when its turn comes

Settings: TypeAlias = Callable[[Diagnostics], Config]
"""Reads settings; it may raise `Fatal`."""

CompareDocuments: TypeAlias = Callable[[Path, Path], DocumentDiff]
"""Compares two documents as such; it runs in a thread of its own."""

WORK_TREE: Final = "the work tree"
_SHORT: Final = 10
"""How many digits of a commit's id people see."""
_FETCH: Final = "fetch it, for example by `git fetch origin main`, or name another commit"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two states of an SDK.

    Args:
        changes: The changes for users, the gravest first.
        old: The settings then; their paths are those that the files have in the work tree.
        new: The settings now.
        old_label: Says to people which state the old one is.
        new_label: Says which one the new one is.
        old_place: Turns a pointer into the old document into a place.
        new_place: The same for the new document.
        document: What changed in the document itself; None where nobody asked.
    """

    changes: tuple[Change, ...]
    old: Config
    new: Config
    old_label: str
    new_label: str
    old_place: Locate
    new_place: Locate
    document: DocumentDiff | None = None

    @property
    def level(self) -> Level | None:
        """How grave the gravest change is; None where nothing changes for users."""
        found = {change.level for change in self.changes}
        return next((level for level in LEVELS if level in found), None)


@dataclass(frozen=True, slots=True)
class How:
    """How to compare.

    Args:
        documents: Compares the documents as such, too.
        progress: Is told each stage that begins.
        limits: Limits by name, for both states, whatever their settings say.
    """

    documents: CompareDocuments | None = None
    progress: Callable[[str], None] = lambda _stage: None
    limits: Mapping[str, int] = field(default_factory=dict)


def with_ref(
    config: Path, ref: str, diagnostics: Diagnostics, how: How | None = None
) -> Comparison:
    """Compare the work tree with the commit at which it left a branch.

    What others have put on the branch since then is no change of this work tree, so the old state
    is the newest commit that the branch and HEAD have in common. Where `ref` is an ancestor of
    HEAD, as a tag mostly is, that is `ref` itself.

    Args:
        config: The `sdk.toml` in the work tree. At the commit, the file with the same path counts,
            and the document that it names then.
        ref: A branch, a tag or any other name of a commit.
        diagnostics: Gets what is wrong with either state; what is wrong with the old one has
            places such as `origin/main:spec/openapi.yaml:12:3`.
        how: How to compare.

    Raises:
        UsageError: There is no git, repository, ref or common commit, or the files were not there.
        Fatal: The SDK of one of the two states cannot be made.
    """
    new = _as_it_is(settings_file.read(config, diagnostics), WORK_TREE)
    with _side_at(config, ref, diagnostics) as old:
        return _compare(old, new, diagnostics, how or How())


def of(
    old: Settings, new: Settings, diagnostics: Diagnostics, how: How | None = None
) -> Comparison:
    """Compare two states that are files.

    Args:
        old: Reads the settings of the old state.
        new: Reads those of the new one.
        diagnostics: Gets what is wrong with either.
        how: How to compare.

    Raises:
        UsageError: A file is missing.
        Fatal: The SDK of one of the two states cannot be made.
    """

    def side(settings: Settings) -> _Side:
        config = settings(diagnostics)
        return _as_it_is(config, str(config.source or config.document))

    return _compare(side(old), side(new), diagnostics, how or How())


@dataclass(frozen=True, slots=True)
class _Side:
    """A state: its settings, its name, the settings with paths of the work tree, and how texts
    with paths of `config` are shown to people."""

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


def _as_it_is(config: Config, label: str) -> _Side:
    return _Side(config, label, config, lambda text: text)


def _compare(old: _Side, new: _Side, diagnostics: Diagnostics, how: How) -> Comparison:
    with without_collection(), ThreadPoolExecutor(1) as pool:
        documents = None
        if how.documents is not None:
            both = (old.config.document, new.config.document)
            documents = pool.submit(how.documents, *both)
        new_api, new_place = _surface(new, diagnostics, how)
        old_api, old_place = _surface(old, diagnostics, how)
        how.progress("compare")
        return Comparison(
            changes=compare(old_api, new_api, old.at_home, new.at_home),
            old=old.at_home,
            new=new.at_home,
            old_label=old.label,
            new_label=new.label,
            old_place=old_place,
            new_place=new_place,
            document=None if documents is None else _with_places(documents.result(), old, new),
        )


def _surface(side: _Side, diagnostics: Diagnostics, how: How) -> tuple[ir.Api, Locate]:
    """Lower a state. What is only a warning is said by `gen`, to who can do something about it."""
    found = Diagnostics()
    config = replace(side.config, limits=limits.changed(side.config.limits, how.limits))
    try:
        api, document = _lowered(config, found, how)
    except Fatal:
        diagnostics.items += [side.diagnostic(item) for item in found.items]
        raise
    return api, lambda pointer: side.place(document.place(pointer))


def _lowered(config: Config, found: Diagnostics, how: How) -> tuple[ir.Api, Document]:
    try:
        return surface(config, found, how.progress)
    except Fatal:
        errors = [item for item in found.items if item.severity == "error"]
        if {item.code for item in errors} != {"unused-allowance"}:
            raise
    # An allowance that was needed once, and is not by this generator, is no mistake of a state
    # that is past.
    unused = {item.subject for item in errors}
    kept = tuple(name for name in config.allow_dropped if name not in unused)
    found.items.clear()
    return surface(replace(config, allow_dropped=kept), found, how.progress)


def _with_places(diff: DocumentDiff, old: _Side, new: _Side) -> DocumentDiff:
    def change(item: DocumentChange) -> DocumentChange:
        return replace(
            item, old=item.old and old.place(item.old), new=item.new and new.place(item.new)
        )

    return DocumentDiff(
        tuple(map(change, diff.changes)), old.shown(diff.failure), old.shown(diff.caveat)
    )


# A state that is a commit


@contextmanager
def _side_at(config: Path, ref: str, diagnostics: Diagnostics) -> Iterator[_Side]:
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
            yield _Side(then, commit.label, commit.at_home(tree, then), partial(commit.shown, tree))
    except git.UnknownRefError as error:
        raise diagnostics.usage("unknown-ref", str(error), fix=_FETCH) from None
    except git.GitError as error:
        raise diagnostics.usage("git", str(error)) from None


class _Commit:
    """The commit that is compared with, and where the settings are in it."""

    def __init__(self, config: Path, ref: str) -> None:
        self.root = git.root(config.parent)
        self.id = git.merge_base(self.root, ref, "HEAD")
        commit = git.resolve(self.root, ref)
        # What `git show` takes before the colon.
        self.prefix = ref if self.id == commit != ref else self.id[:_SHORT]
        self.label = self.prefix if self.id == commit else f"{ref} at {self.prefix}"
        self.config = (config.parent.resolve() / config.name).relative_to(self.root.resolve())

    def settings(self, tree: Path, diagnostics: Diagnostics) -> Config:
        """Read the settings as they were."""
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
        """Say where the document was, relative to the repository."""
        try:
            return then.document.resolve().relative_to(tree)
        except ValueError:
            raise diagnostics.usage(
                "not-in-repository",
                f"the document was outside of the repository at {self.label}, so that nobody knows "
                "what it held",
                fix="compare two files: `sdkwright diff OLD NEW`",
                at=Place(f"{self.prefix}:{self.config.as_posix()}"),
            ) from None

    def missing(self, path: Path, diagnostics: Diagnostics) -> Fatal:
        """Say that a file was not there yet, or no more."""
        return diagnostics.usage(
            "missing-at-ref",
            f"there was no such file at {self.label}",
            fix="compare with a commit that has it, or compare two files: `sdkwright diff OLD NEW`",
            at=Place(f"{self.prefix}:{path.as_posix()}"),
        )

    def at_home(self, tree: Path, then: Config) -> Config:
        """Give the paths of the settings as they are in the work tree."""

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
        """Replace the folder that nobody will find again by the commit."""
        for folder in (str(tree), os.path.relpath(tree)):
            text = text.replace(f"{folder}/", f"{self.prefix}:")
        return text

    def _place(self, tree: Path, place: Place) -> Place:
        return replace(place, file=self.shown(tree, place.file))
