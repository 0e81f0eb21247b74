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
    from sdkwright.source.document import Document  # the pipeline imports it only when it is needed

Settings: TypeAlias = Callable[[Diagnostics], Config]
"""Reads settings; may raise `Fatal`."""

CompareDocuments: TypeAlias = Callable[[Path, Path], DocumentDiff]
"""Compares two documents as such; runs in a separate thread."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two states of an SDK.

    Args:
        changes: The changes for users, most severe first.
        old: The old settings; their paths are those of the files in the work tree.
        new: The new settings.
        old_label: The name of the old state, for people.
        new_label: The name of the new state.
        old_place: Returns the place of a pointer in the old document.
        new_place: Returns the place of a pointer in the new document.
        document: The changes of the document itself; None if not requested.
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
        """The level of the most severe change; None if nothing changes for users."""
        found = {change.level for change in self.changes}
        return next((level for level in LEVELS if level in found), None)


@dataclass(frozen=True, slots=True)
class How:
    """How to compare.

    Args:
        documents: Compares the documents as such, too; default: None, not compared.
        progress: Called with each stage that begins.
        limits: Limits by name, which override the settings of both states.
    """

    documents: CompareDocuments | None = None
    progress: Callable[[str], None] = lambda _stage: None
    limits: Mapping[str, int] = field(default_factory=dict)


def with_ref(
    config: Path, ref: str, diagnostics: Diagnostics, how: How | None = None
) -> Comparison:
    """Compare the work tree with the commit at which it branched off.

    Commits that others have added to the branch since then are no change of this work tree, so the
    old state is the newest common ancestor of the branch and HEAD. If `ref` is an ancestor of HEAD,
    as a tag usually is, that is `ref` itself.

    Args:
        config: The `sdk.toml` in the work tree. The old state is read from the file with the same
            path at the commit, and from the document that it names there.
        ref: A branch, a tag or any other name of a commit.
        diagnostics: Gets the problems of both states; those of the old one have places such as
            `origin/main:spec/openapi.yaml:12:3`.
        how: How to compare.

    Raises:
        UsageError: There is no git, repository, ref or common commit, or the commit lacks the
            files.
        Fatal: The SDK of one of the two states cannot be generated.
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
        diagnostics: Gets the problems of both.
        how: How to compare.

    Raises:
        UsageError: A file is missing.
        Fatal: The SDK of one of the two states cannot be generated.
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
    """Lower a state; warnings are left to `gen`, whose user can do something about them."""
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
    # An allowance that was needed once, but not by this generator, is no mistake of a past state.
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
