"""Queries of git: what a repository contains, and what it contained.

Every query runs git without a shell, with paths after `--`; nothing is written to the repository.
This module knows nothing of documents or SDKs.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_OF_ANOTHER_REPOSITORY: Final = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
"""Variables that git sets for its hooks; unset, since we query the folder that we name."""

_PRE_RELEASES: Final = (".dev", "a", "b", "rc")
"""Suffixes of pre-releases, which come before the version itself."""


class GitError(Exception):
    """Git cannot answer; the message is one line for people."""


class UnknownRefError(GitError):
    """The repository has no such commit."""


def root(folder: Path) -> Path:
    """Return the root of the repository that a folder belongs to.

    Raises:
        GitError: The folder is in no repository, the repository is bare, or git is not installed.
    """
    return Path(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))


def resolve(repository: Path, ref: str) -> str:
    """Return the id of the commit that a branch, a tag or an expression such as `HEAD~2` refers to.

    Raises:
        UnknownRefError: There is no such commit. If the clone is shallow, the message says so,
            since the commit may only be missing here.
    """
    # No ref of git begins with a dash, and none must be taken for an option.
    if ref and not ref.startswith("-"):
        command = ("rev-parse", "--quiet", "--verify", f"{ref}^{{commit}}")
        try:
            return _git(repository, *command).strip()
        except GitError:
            pass
    raise UnknownRefError(f"unknown commit `{ref}`{_shallow(repository)}")


def merge_base(repository: Path, one: str, other: str) -> str:
    """Return the id of the newest common ancestor of two commits.

    Raises:
        UnknownRefError: One of the two does not exist.
        GitError: They have none, or the clone is too shallow to contain it.
    """
    commits = (resolve(repository, one), resolve(repository, other))
    try:
        return _git(repository, "merge-base", *commits).strip()
    except GitError:
        raise GitError(
            f"`{one}` and `{other}` have no commit in common{_shallow(repository)}"
        ) from None


def time_of(repository: Path, ref: str) -> int:
    """Return the commit time, in seconds of Unix time.

    Raises:
        UnknownRefError: There is no such commit.
    """
    commit = resolve(repository, ref)
    return int(_git(repository, "log", "-1", "--no-show-signature", "--format=%ct", commit))


@contextmanager
def extract(repository: Path, ref: str, paths: Sequence[str]) -> Iterator[Path]:
    """Extract files as of a commit into a folder that exists until the context exits.

    Args:
        repository: The folder that `root` returned.
        ref: The commit.
        paths: Files and folders, relative to the repository; "." is all of it. Those that the
            commit does not have are ignored.

    Yields:
        The folder, in which the files have the same paths as in the repository.

    Raises:
        UnknownRefError: There is no such commit.
        GitError: Git cannot write the files.
    """
    commit = resolve(repository, ref)
    with tempfile.TemporaryDirectory(prefix="sdkwright-") as folder:
        tree = Path(folder, "tree").resolve()
        tree.mkdir()
        # With a separate index, the files are as `git checkout` writes them, with the line endings
        # and filters that the repository sets, but without running its hooks.
        index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        names = _git(
            repository, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--",
            *paths,
        )  # fmt: skip
        if names:
            _git(repository, "read-tree", commit, environment=index)
            _git(
                repository, "checkout-index", "--quiet", "--stdin", "-z", f"--prefix={tree}/",
                environment=index, given=names,
            )  # fmt: skip
        yield tree


def tags(repository: Path, pattern: str) -> tuple[str, ...]:
    """List the tags that match a pattern such as `v*`, the lowest version first."""
    return _tags(repository, pattern)


def last_tag(repository: Path, pattern: str) -> str | None:
    """Return the highest version among the tags reachable from HEAD, or None if there is none.

    A pre-release comes before its release.
    """
    found = _tags(repository, pattern, "--merged", "HEAD") if _has_commits(repository) else ()
    return found[-1] if found else None


def tags_at_head(repository: Path) -> tuple[str, ...]:
    """List the tags of the commit that is checked out, the lowest version first."""
    return _tags(repository, "*", "--points-at", "HEAD") if _has_commits(repository) else ()


def is_clean(repository: Path, path: str = ".") -> bool:
    """Return whether the work tree equals HEAD, with no untracked files but ignored ones.

    Args:
        repository: The folder that `root` returned.
        path: The file or folder to check, relative to it.
    """
    command = ("status", "--porcelain", "--untracked-files=all", "--ignore-submodules=none")
    return not _git(repository, *command, "--", path)


def _has_commits(repository: Path) -> bool:
    try:
        resolve(repository, "HEAD")
    except UnknownRefError:
        return False
    return True


def _tags(repository: Path, pattern: str, *limits: str) -> tuple[str, ...]:
    order = [word for suffix in _PRE_RELEASES for word in ("-c", f"versionsort.suffix={suffix}")]
    listed = _git(
        repository, *order, "tag", "--list", "--sort=version:refname", *limits, "--", pattern
    )
    return tuple(listed.split())


def _shallow(repository: Path) -> str:
    """Return the most frequent reason in a CI pipeline, a shallow clone, if it applies; else ""."""
    if _git(repository, "rev-parse", "--is-shallow-repository").strip() != "true":
        return ""
    return "; this clone is shallow: run `git fetch --unshallow`"


def _git(
    folder: Path,
    *arguments: str,
    environment: dict[str, str] | None = None,
    given: str = "",
) -> str:
    inherited = {
        name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY
    }
    settings = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    try:
        done = subprocess.run(  # noqa: S603  git, with arguments that are no options
            ["git", "--no-pager", "-C", str(folder), *arguments],  # noqa: S607  the user's git
            env={**inherited, **settings, **(environment or {})},
            input=given,
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
    except FileNotFoundError:
        raise GitError("`git` is not installed") from None
    except (OSError, ValueError) as error:
        raise GitError(f"cannot run git: {error}") from None
    if done.returncode:
        raise GitError(_first_complaint(done.stderr))
    return done.stdout


def _first_complaint(said: str) -> str:
    """Return git's first error line; what follows it is advice on git's options."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    for line in lines:
        for mark in ("fatal: ", "error: "):
            if line.startswith(mark):
                return f"git: {line.removeprefix(mark)}"
    return f"git: {lines[0]}" if lines else "git failed without a message"
