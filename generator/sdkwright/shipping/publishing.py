"""Decides whether a package may be published, and uploads it with twine.

Only what a tag identifies is published: a clean work tree, the version of the settings, files that
are up to date with the document, and a version that is not on the index yet. So users who install
it can find its sources. Credentials are twine's business; this module never sees any.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, Fatal, Place
from sdkwright.shipping import building, index, tools
from sdkwright.shipping.building import Built
from sdkwright.shipping.index import Repository
from sdkwright.shipping.tools import Say
from sdkwright.workspace import git


@dataclass(frozen=True, slots=True)
class Options:
    """How to publish.

    `skip_build` uploads existing files; `dry_run` uploads nothing; `limit` is the maximum size of
    the wheel, in kilobytes.
    """

    skip_build: bool = False
    dry_run: bool = False
    limit: int | None = None


def publish(
    config: Config,
    where: Repository,
    folder: Path,
    *,
    options: Options,
    diagnostics: Diagnostics,
    say: Say,
) -> Built:
    """Upload the package that the settings describe.

    Args:
        config: The settings that the SDK was generated with.
        where: The repository.
        folder: The folder of the built files.
        options: How to publish.
        diagnostics: Gets the reasons not to publish.
        say: Called with one line for each passed check.

    Returns:
        The files that were uploaded, or would have been.

    Raises:
        Fatal: The package must not be published, or the upload failed.
    """
    tools.require(tools.NEEDED, diagnostics)
    check_commit(config, diagnostics, say)
    check_index(config, where, diagnostics, say)
    if options.skip_build:
        building.check_current(config, diagnostics, say)
        built = _found(config, folder, diagnostics, say)
    else:
        built = building.build(config, folder, diagnostics, say, options.limit)
    if not options.dry_run:
        _upload(built, where, diagnostics)
    return built


def check_commit(config: Config, diagnostics: Diagnostics, say: Say) -> None:
    """Stop if the work tree is not that of the version's tag.

    Raises:
        Fatal: It is not, or there is no git repository.
    """
    tag = f"v{config.version}"
    place = Place(str(config.source)) if config.source is not None else None
    try:
        root = git.root(config.document.parent)
        clean = git.is_clean(root)
        tags = git.tags_at_head(root)
    except git.GitError as error:
        raise diagnostics.fatal(
            "no-repository",
            f"a version is published from the commit that its tag points to, but {error}",
            at=place,
        ) from None
    if not clean:
        diagnostics.error(
            "dirty-tree",
            "the work tree has uncommitted changes or untracked files",
            fix="commit or remove them; `git status` lists them",
            at=Place(str(root)),
        )
    if tag not in tags:
        others = ", ".join(other for other in tags if other.startswith("v"))
        has = f"has the tag {others}" if others else "has no version tag"
        diagnostics.error(
            "untagged-commit",
            f"the version is {config.version}, but the checked-out commit {has}",
            fix=f"`git checkout {tag}`; or, for a new version, `make release`, commit, `git tag "
            f"{tag}`",
            at=place,
        )
    if diagnostics.has_errors:
        raise Fatal("commit")
    tools.passed("git", f"the work tree is clean and at {tag}", say)


def check_index(config: Config, where: Repository, diagnostics: Diagnostics, say: Say) -> None:
    """Stop if the index already has the version, since the files of a version never change.

    Raises:
        Fatal: It has, or cannot be reached.
    """
    if index.has_version(where, config.distribution, config.version, diagnostics):
        raise diagnostics.fatal(
            "version-exists",
            f"{where.simple} already has {config.distribution} {config.version}",
            fix="publish another version, for example with `make release VERSION=auto`",
            at=Place(str(config.source)) if config.source is not None else None,
        )
    tools.passed("index", f"{where.simple} has no {config.distribution} {config.version}", say)


def _found(config: Config, folder: Path, diagnostics: Diagnostics, say: Say) -> Built:
    """Return files that were built before, if they are of this version and of this tree."""
    built = building.expected(config, folder)
    for path in built.paths:
        if not path.is_file():
            raise diagnostics.fatal(
                "not-built", "file not found", fix="run `make build`", at=Place(str(path))
            )
    building.check_metadata(config, built.wheel, diagnostics, say)
    try:
        stale = [*_stale_in_wheel(config, built.wheel), *_stale_in_sdist(config, built.sdist)]
    except (OSError, tarfile.TarError, zipfile.BadZipFile) as error:
        raise diagnostics.fatal("bad-package", f"cannot read a built file: {error}") from None
    if stale:
        raise diagnostics.fatal(
            "stale-package",
            f"the built files do not match the sources: {', '.join(stale[:5])}",
            fix="run `make build`",
            at=Place(str(folder)),
        )
    tools.passed("files", "the built files match the sources", say)
    return built


def _stale_in_wheel(config: Config, wheel: Path) -> list[str]:
    package = f"src/{config.module}/"
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            f"src/{name}": archive.read(name)
            for name in archive.namelist()
            if f"src/{name}".startswith(package)
        }
    return _differing(config, inside, package)


def _stale_in_sdist(config: Config, sdist: Path) -> list[str]:
    inside: dict[str, bytes] = {}
    with tarfile.open(sdist) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content is not None:
                inside[member.name.partition("/")[2]] = content.read()
    # The metadata are generated from pyproject.toml, and the README is the index's.
    parts = ("src/", "docs/", "pyproject.toml")
    return [name for part in parts for name in _differing(config, inside, part)]


def _differing(config: Config, inside: dict[str, bytes], part: str) -> list[str]:
    there = {
        path: (config.output / path).read_bytes()
        for path in building.written(config)
        if path.startswith(part)
    }
    packed = {path: content for path, content in inside.items() if path.startswith(part)}
    return sorted(path for path in {*packed, *there} if packed.get(path) != there.get(path))


def _upload(built: Built, where: Repository, diagnostics: Diagnostics) -> None:
    """Upload with twine, which asks for what it needs and prints to the user's terminal."""
    environment = dict(os.environ)
    options: list[str] = []
    if where.name:
        options += ["--repository", where.name]
        environment.pop("TWINE_REPOSITORY_URL", None)  # it would override the name
    else:
        environment["TWINE_REPOSITORY_URL"] = where.given  # unlike an option, not visible to all
    plain = [] if sys.stderr.isatty() else ["--no-color"]
    if not sys.stdin.isatty():
        options += ["--non-interactive", "--disable-progress-bar"]
    done = subprocess.run(  # noqa: S603  twine, with files of ours
        tools.command("twine", *plain, "upload", *options, *map(str, built.paths)),
        env=environment,
        stdout=sys.stderr,
        check=False,
    )
    if done.returncode:
        raise diagnostics.fatal(
            "failed-upload", f"upload to {where} failed; see twine's output above"
        )
