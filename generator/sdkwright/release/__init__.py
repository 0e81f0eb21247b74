"""Prepares a release of the SDK: its version, the section of its changelog, its files.

`sdkwright.pipeline.compare` finds what changed, and the pipeline generates the files. Nothing here
commits, tags or uploads: that is left to a person who has read the section.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from packaging.version import Version

from sdkwright import config
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, Fatal, Place, UsageError
from sdkwright.diff import semver
from sdkwright.diff.changes import Change
from sdkwright.emit.index import Index
from sdkwright.pipeline import compare
from sdkwright.pipeline.run import WRONG_USE, Options, run, surface
from sdkwright.release import changelog, insides, numbers, section
from sdkwright.release.changelog import Block, Changelog
from sdkwright.release.numbers import Tags
from sdkwright.release.settings import with_version
from sdkwright.release.undo import all_or_nothing
from sdkwright.workspace import git
from sdkwright.workspace.atomic import write_whole
from sdkwright.workspace.cache import Cache


@dataclass(frozen=True, slots=True)
class Request:
    """What to release.

    Args:
        config: The settings, `sdk.toml`.
        version: The version, or `auto` for the smallest that fits the changes.
        date: The date of the release: `2026-11-23`.
        since: The git ref to compare with; default: None, the tag of the last release.
        cache: Where the pipeline keeps expensive results.
        progress: Called with each step that begins.
    """

    config: Path
    version: str
    date: str
    since: str | None = None
    cache: Cache = field(default_factory=lambda: Cache(None))
    progress: Callable[[str], None] = lambda _step: None


@dataclass(frozen=True, slots=True)
class Plan:
    """A release that passed all checks.

    Args:
        config: The current settings.
        changelog: The changelog file.
        repository: The root of the git repository.
        version: The version of the release.
        since: The ref that it was compared with, or None for a first release.
        changes: What changed since then, most severe first.
        section: The new section of the changelog.
        texts: The files to write, with their bytes.
    """

    config: Config
    changelog: Path
    repository: Path
    version: str
    since: str | None
    changes: tuple[Change, ...]
    section: str
    texts: dict[Path, bytes]

    @property
    def tag(self) -> str:
        """The tag that marks the release."""
        return f"{numbers.PREFIX}{self.version}"


def plan(request: Request, diagnostics: Diagnostics) -> Plan:
    """Determine the next version and the section of the changelog; nothing is written.

    Args:
        request: What to release.
        diagnostics: Gets the reason for a refusal.

    Raises:
        UsageError: The request is wrong, or there is no git repository.
        Fatal: There is nothing to release, the version does not fit, something is not committed, or
            the SDK is not up to date with the document.
    """
    settings = config.read(request.config, diagnostics)
    asked = numbers.read(request.version, diagnostics)
    path, history = _changelog(settings, request, diagnostics)
    try:
        repository = git.root(request.config.parent)
        tags = Tags(repository)
        _refuse_unreviewed(repository, diagnostics)
        request.progress("check")
        _make(request, diagnostics, check=True)
        request.progress("compare")
        found = _found(request, settings, tags, asked, diagnostics)
    except git.GitError as error:
        raise diagnostics.usage("git", str(error), at=Place(str(request.config))) from None
    _refuse_untagged(path, history, found.version, tags, diagnostics)
    written = changelog.write_section(
        f"{found.version} - {request.date}", [*history.unreleased, *found.blocks]
    )
    content = path.read_bytes()
    line_end = b"\r\n" if b"\r\n" in content else b"\n"
    return Plan(
        config=settings,
        changelog=path,
        repository=repository,
        version=str(found.version),
        since=found.since,
        changes=found.changes,
        section=written,
        texts={
            path: history.with_section(written).encode("utf-8").replace(b"\n", line_end),
            request.config: with_version(request.config, str(found.version)),
        },
    )


def carry_out(plan: Plan, request: Request, diagnostics: Diagnostics) -> None:
    """Write the changelog and the version, generate the SDK again, and check it.

    Raises:
        Fatal: Something failed; all files are unchanged.
    """
    try:
        with all_or_nothing(tuple(plan.texts), plan.config.output):
            for file, content in plan.texts.items():
                write_whole(file, content)
            _make(request, diagnostics, check=False)
            _make(request, diagnostics, check=True)
    except OSError as error:
        raise diagnostics.fatal(
            "cannot-write",
            f"cannot write the file: {error.strerror or error}",
            at=Place(str(error.filename or request.config)),
        ) from None


def _make(request: Request, diagnostics: Diagnostics, *, check: bool) -> None:
    options = Options(check=check, cache=request.cache, progress=request.progress)
    code, report = run(lambda found: config.read(request.config, found), options)
    if code:
        diagnostics.items.extend(report.diagnostics)
        raise UsageError("make") if code == WRONG_USE else Fatal("make")


# Reasons to refuse a release


def _changelog(
    settings: Config, request: Request, diagnostics: Diagnostics
) -> tuple[Path, Changelog]:
    text = config.read_changelog(settings, diagnostics)
    if text is None or settings.changelog is None:
        raise diagnostics.fatal(
            "no-changelog",
            "the settings have no `changelog`, which a release adds a section to",
            fix=(
                'add `changelog = "CHANGELOG.md"` to the table `package`, and create the file; '
                "it may be empty"
            ),
            at=Place(str(request.config)),
        )
    return settings.changelog, changelog.read(text)


def _refuse_unreviewed(repository: Path, diagnostics: Diagnostics) -> None:
    if not git.is_clean(repository):
        raise diagnostics.fatal(
            "uncommitted-changes",
            "there are uncommitted changes or untracked files; only committed files are "
            "released",
            fix="commit or stash them; `git status` lists them",
        )


def _refuse_side_branch(repository: Path, ref: str, diagnostics: Diagnostics) -> None:
    """Refuse a commit that is not an ancestor of HEAD.

    What it has and HEAD lacks was not changed since, and the comparison would omit it.
    """
    commit = git.resolve(repository, ref)
    if git.merge_base(repository, commit, "HEAD") != commit:
        raise diagnostics.usage(
            "not-an-ancestor",
            f"`{ref}` is not an ancestor of the checked-out commit",
            fix="pass a commit from the history of this branch",
        )


def _refuse_untagged(
    path: Path, history: Changelog, version: Version, tags: Tags, diagnostics: Diagnostics
) -> None:
    """Refuse to skip a release with a section but no tag.

    That release was not completed, or this clone lacks its tag.
    """
    for text in history.versions:
        written = semver.parse(text)
        if written is None or written in tags.all:
            continue
        if written == version or tags.base is None or written > tags.base:
            raise diagnostics.fatal(
                "untagged-release",
                f"there is already a section for {text}, but no tag `{numbers.PREFIX}{text}`",
                fix=(
                    "run `git fetch --tags` to get tags set by others; otherwise tag the "
                    "commit of that release, or remove the section"
                ),
                at=Place(str(path)),
            )


# The contents of the release


@dataclass(frozen=True, slots=True)
class _Found:
    version: Version
    since: str | None
    changes: tuple[Change, ...]
    blocks: tuple[Block, ...]


def _found(
    request: Request,
    settings: Config,
    tags: Tags,
    asked: Version | None,
    diagnostics: Diagnostics,
) -> _Found:
    since = request.since
    own = settings.version
    if since is None and tags.base is not None:
        since = tags.all[tags.base]
    if since is None:
        version = numbers.choose_first(asked, own, tags, diagnostics)
        api, _ = surface(settings, diagnostics, request.progress)
        blocks = section.of_first_release(Index(api), settings)
        return _Found(version, None, (), tuple(blocks))
    _refuse_side_branch(tags.repository, since, diagnostics)
    how = compare.How(progress=request.progress)
    compared = compare.with_ref(request.config, since, diagnostics, how)
    base = tags.base if request.since is None else None
    base = base or Version(compared.old.version)
    version = numbers.choose(asked, tags, base, compared.changes, diagnostics, own=own)
    blocks = _blocks(compared.changes, _insides(tags.repository, since, settings))
    return _Found(version, since, compared.changes, tuple(blocks))


def _blocks(changes: tuple[Change, ...], inside: insides.Insides) -> Iterator[Block]:
    yield from section.of_changes(changes)
    if not changes:
        yield Block("", inside.in_a_sentence())
    yield from section.of_files(inside.needs)


def _insides(repository: Path, ref: str, settings: Config) -> insides.Insides:
    """Compare the package with that of a commit."""
    output = settings.output.resolve()
    if not output.is_relative_to(repository.resolve()):
        return insides.Insides((), ())
    below = output.relative_to(repository.resolve()).as_posix()
    with git.extract(repository, ref, [below]) as tree:
        return insides.compare(tree / below, settings)
