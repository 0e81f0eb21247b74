"""Compares two states of an SDK: a commit with the work tree, or one file with another.

Both are read, lowered and named as `gen` does it; nothing is written. This module knows neither
what counts as a change nor how changes are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sdkwright import config as settings_file
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, Fatal, Locate
from sdkwright.diff import compare
from sdkwright.diff.changes import LEVELS, Change, Level
from sdkwright.diff.redocly import DocumentChange, DocumentDiff
from sdkwright.model import ir, limits
from sdkwright.pipeline import states
from sdkwright.pipeline.run import surface, without_collection
from sdkwright.pipeline.states import State

if TYPE_CHECKING:
    from sdkwright.source.document import Document  # the pipeline imports it when its turn comes

Settings: TypeAlias = Callable[[Diagnostics], Config]
"""Reads settings; it may raise `Fatal`."""

CompareDocuments: TypeAlias = Callable[[Path, Path], DocumentDiff]
"""Compares two documents as such; it runs in a thread of its own."""


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
    new = states.as_it_is(settings_file.read(config, diagnostics), states.WORK_TREE)
    with states.at_commit(config, ref, diagnostics) as old:
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

    def state(settings: Settings) -> State:
        config = settings(diagnostics)
        return states.as_it_is(config, str(config.source or config.document))

    return _compare(state(old), state(new), diagnostics, how or How())


def _compare(old: State, new: State, diagnostics: Diagnostics, how: How) -> Comparison:
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


def _surface(state: State, diagnostics: Diagnostics, how: How) -> tuple[ir.Api, Locate]:
    """Lower a state. What is only a warning is said by `gen`, to who can do something about it."""
    found = Diagnostics()
    config = replace(state.config, limits=limits.changed(state.config.limits, how.limits))
    try:
        api, document = _lowered(config, found, how)
    except Fatal:
        diagnostics.items += [state.diagnostic(item) for item in found.items]
        raise
    return api, lambda pointer: state.place(document.place(pointer))


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


def _with_places(diff: DocumentDiff, old: State, new: State) -> DocumentDiff:
    def change(item: DocumentChange) -> DocumentChange:
        return replace(
            item, old=item.old and old.place(item.old), new=item.new and new.place(item.new)
        )

    return DocumentDiff(
        tuple(map(change, diff.changes)), old.shown(diff.failure), old.shown(diff.caveat)
    )
