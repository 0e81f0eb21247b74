"""Chooses the version of a release: by past releases, the changes since, and the request.

The tags of the repository say what was released. This module knows git and versions, but not how
changes are found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from packaging.version import Version

from sdkwright.diagnostics import Diagnostics
from sdkwright.diff import semver
from sdkwright.diff.changes import Change
from sdkwright.workspace import git

AUTO: Final = "auto"
PREFIX: Final = "v"
"""The prefix of the SDK's tags; those of the generator have another."""


@dataclass(frozen=True)
class Tags:
    """The tags of a repository that are releases of the SDK."""

    repository: Path

    @cached_property
    def all(self) -> Mapping[Version, str]:
        """Each released version with its tag, the highest first."""
        found: dict[Version, str] = {}
        for tag in git.tags(self.repository, f"{PREFIX}*"):
            version = semver.parse(tag.removeprefix(PREFIX))
            if version is not None:
                found.setdefault(version, tag)
        return dict(sorted(found.items(), reverse=True))

    @cached_property
    def last(self) -> Version | None:
        """The highest version whose tag is an ancestor of HEAD."""
        return next((version for version in self.all if self._leads_here(version)), None)

    @cached_property
    def base(self) -> Version | None:
        """The version that changes are counted from: the highest final one leading to HEAD.

        If there is no final release, it is the highest pre-release. Pre-releases are skipped so
        that a user who goes from release to release sees all changes.
        """
        finals = (version for version in self.all if not version.is_prerelease)
        return next((version for version in finals if self._leads_here(version)), self.last)

    def _leads_here(self, version: Version) -> bool:
        commit = git.resolve(self.repository, self.all[version])
        try:
            return git.merge_base(self.repository, commit, "HEAD") == commit
        except git.GitError:  # the two have unrelated histories
            return False


def read(text: str, diagnostics: Diagnostics) -> Version | None:
    """Parse the requested version; None is `auto`.

    Raises:
        UsageError: It is neither `auto` nor a version that a package index accepts.
    """
    if text == AUTO:
        return None
    version = semver.parse(text)
    if version is None:
        raise diagnostics.usage(
            "bad-version",
            f"`{text}` is not a valid version (PEP 440)",
            fix="use one such as 1.2.0 or 2.0.0rc1, or `auto`",
        )
    if version.local or version.epoch:
        raise diagnostics.usage(
            "bad-version",
            f"`{text}` has a local version (`+...`) or an epoch (`...!`), which releases "
            "must not have",
            fix="remove that part",
        )
    return version


def choose_first(asked: Version | None, own: str, tags: Tags, diagnostics: Diagnostics) -> Version:
    """Return the version of a first release: the requested one, or that of the settings.

    Raises:
        UsageError: The version of the settings cannot be released.
        Fatal: A tag of another branch has it.
    """
    version = asked or read(own, diagnostics) or Version(own)
    return _refuse_taken(version, tags, diagnostics)


def choose(
    asked: Version | None,
    tags: Tags,
    base: Version,
    changes: tuple[Change, ...],
    diagnostics: Diagnostics,
    *,
    own: str,
) -> Version:
    """Return the version of a release that follows another one.

    Args:
        asked: The requested version; None for the smallest that fits, or for that of the settings
            if it was already raised further.
        tags: What was released before.
        base: The version that the changes are counted from.
        changes: What changed since, most severe first.
        diagnostics: Gets the reason for a refusal.
        own: The version of the settings.

    Raises:
        Fatal: There is nothing to release, or the version is not above the last one, too small for
            the changes, or taken.
    """
    smallest = _smallest(tags, base, changes)
    if asked is None and not changes:
        raise diagnostics.fatal(
            "nothing-changed",
            f"nothing has changed for users since {base}, so no version can be derived",
            fix=f"to release anyway, pass a version such as {smallest}",
        )
    version = asked or max(smallest, Version(Version(own).public))
    last = max(base, tags.last or base)
    if version <= last:
        raise diagnostics.fatal(
            "version-not-above",
            f"{version} is not higher than {last}, which is already released",
            fix=f"use {smallest} or higher",
        )
    if changes and not semver.is_enough(str(base), str(version), changes[0].level):
        most_severe = changes[0]
        raise diagnostics.fatal(
            "version-too-small",
            f"{version} is too small a step from {base} for a change that is "
            f"{_named(most_severe)}: `{most_severe.subject}`: {most_severe.message}",
            fix=f"use {smallest} or higher",
        )
    return _refuse_taken(version, tags, diagnostics)


def _refuse_taken(version: Version, tags: Tags, diagnostics: Diagnostics) -> Version:
    if version in tags.all:
        raise diagnostics.fatal(
            "version-taken",
            f"the tag `{tags.all[version]}` already exists",
            fix="choose another version; a released one never changes",
        )
    return version


def _smallest(tags: Tags, base: Version, changes: tuple[Change, ...]) -> Version:
    level = changes[0].level if changes else "docs"
    smallest = Version(semver.next_version(str(base), level))
    if tags.last is not None and smallest <= tags.last:  # a pre-release is already higher
        smallest = Version(semver.next_version(str(tags.last), level))
    return smallest


def _named(change: Change) -> str:
    return "of docs only" if change.level == "docs" else change.level
