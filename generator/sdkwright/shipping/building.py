"""Builds a source distribution and a wheel from the generated folder, reproducibly.

The package is built in a separate folder, from exactly the files that the generator wrote: other
files in the output folder never reach a user. The wheel is built from the source distribution, so
that the two always match. This module knows no index.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from packaging.utils import canonicalize_name
from packaging.version import Version

from sdkwright import output
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, Fatal, Place
from sdkwright.pipeline.run import Options, run
from sdkwright.shipping import readme, tools
from sdkwright.shipping.tools import Say
from sdkwright.workspace import git


@dataclass(frozen=True, slots=True)
class Built:
    """The two built files of a version."""

    sdist: Path
    wheel: Path

    @property
    def paths(self) -> tuple[Path, Path]:
        return (self.sdist, self.wheel)


def default_folder(config: Config) -> Path:
    """Return the folder for built files: `dist`, beside the generated folder."""
    return config.output.parent / "dist"


def expected(config: Config, folder: Path) -> Built:
    """Return the paths of this version's files."""
    name = canonicalize_name(config.distribution).replace("-", "_")
    version = _normal(config.version)
    return Built(
        sdist=folder / f"{name}-{version}.tar.gz",
        wheel=folder / f"{name}-{version}-py3-none-any.whl",
    )


def build(
    config: Config,
    folder: Path,
    diagnostics: Diagnostics,
    say: Say,
    limit: int | None = None,
) -> Built:
    """Build and check the package.

    Args:
        config: The settings that the SDK was generated with.
        folder: Where the files go once all checks have passed. Files of this version are replaced,
            those of others stay.
        diagnostics: Collects what is wrong.
        say: Called with one line for each check.
        limit: Maximum size of the wheel, in kilobytes of 1000 bytes; None for no limit.

    Raises:
        Fatal: A tool is missing, the generated files are not up to date with the document, or a
            check fails. The folder is unchanged.
    """
    tools.require(tools.NEEDED, diagnostics)
    check_current(config, diagnostics, say)
    with _staged(config, say) as stage:
        made = _build(config, stage, diagnostics, say)
        _judge(config, made, limit, diagnostics, say)
        return _keep(made, expected(config, folder), diagnostics)


def check_current(config: Config, diagnostics: Diagnostics, say: Say) -> None:
    """Stop if the generated files are not up to date with the document.

    Raises:
        Fatal: They differ, or the document cannot be read.
    """
    code, report = run(lambda _diagnostics: config, Options(check=True))
    diagnostics.items.extend(report.diagnostics)
    if code:
        raise Fatal("drift")
    tools.passed("drift", f"{config.output} is up to date with {config.document}", say)


def written(config: Config) -> list[str]:
    """Return the files that the generator wrote, relative to the output folder.

    `check_current` must have found nothing wrong with them.
    """
    return list(json.loads((config.output / output.MANIFEST).read_bytes()))


def date_of(config: Config) -> int | None:
    """Return the timestamp of the built files, in seconds of Unix time.

    Returns:
        That of `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), else
        that of the commit that is checked out, else None: the backend's own constant.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        return int(given)
    try:
        return git.time_of(git.root(config.output), "HEAD")
    except git.GitError:
        return None


# The folder to build


@contextmanager
def _staged(config: Config, say: Say) -> Iterator[Path]:
    """Copy the files that the generator wrote, with the README for the index."""
    with tempfile.TemporaryDirectory(prefix="sdkwright-") as temporary:
        stage = Path(temporary, "package")
        for path in written(config):
            target = stage / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(config.output / path, target)
        text = (stage / "README.md").read_text(encoding="utf-8")
        base = _pages_address(config)
        if readme.has_relative_links(text):
            tools.passed("readme", f"links on the index {_about_links(config, base)}", say)
        (stage / "README.md").write_text(
            readme.for_index(text, base), encoding="utf-8", newline="\n"
        )
        yield stage


def _pages_address(config: Config) -> str | None:
    """Return the URL of the generated folder as of the version's tag; None if it has none."""
    repository = readme.repository_of(config.urls)
    if repository is None:
        return None
    try:
        root = git.root(config.output)
    except git.GitError:
        return None
    below = config.output.resolve().relative_to(root.resolve()).as_posix()
    return f"{repository}/blob/v{config.version}/{below}".removesuffix("/.")


def _about_links(config: Config, base: str | None) -> str:
    """Return a description of where the README's links lead.

    Plain text is no error: not every SDK is public.
    """
    if base is not None:
        return f"point to {base}"
    if readme.repository_of(config.urls) is None:
        return "are plain text: `package.urls` has no `Repository`"
    return f"are plain text: {config.output} is not in a git repository"


def _build(config: Config, stage: Path, diagnostics: Diagnostics, say: Say) -> Built:
    """Build the source distribution, and the wheel from it."""
    date = date_of(config)
    tools.check(
        "build",
        f"{config.distribution} {config.version}",
        # With isolation, it would download a backend other than the locked one.
        ["build", "--no-isolation", "--outdir", str(stage.parent / "dist"), str(stage)],
        folder=stage.parent,
        say=say,
        diagnostics=diagnostics,
        environment={} if date is None else {"SOURCE_DATE_EPOCH": str(date)},
    )
    return expected(config, stage.parent / "dist")


# Checks of the result


def _judge(
    config: Config, made: Built, limit: int | None, diagnostics: Diagnostics, say: Say
) -> None:
    stage = made.sdist.parent.parent / "package"
    for name, of, arguments in (
        ("validate-pyproject", "pyproject.toml", ["validate_pyproject", "pyproject.toml"]),
        (
            "twine check --strict",
            "both files",
            ["twine", "check", "--strict", *map(str, made.paths)],
        ),
        ("check-wheel-contents", made.wheel.name, ["check_wheel_contents", str(made.wheel)]),
    ):
        tools.check(name, of, arguments, folder=stage, say=say, diagnostics=diagnostics)
    check_metadata(config, made.wheel, diagnostics, say)
    size = made.wheel.stat().st_size
    if limit is not None and size > limit * 1000:
        raise diagnostics.fatal(
            "large-wheel",
            f"{made.wheel.name} has {size / 1000:.1f} kB; the limit is {limit}",
            fix="remove what is not needed, or raise the limit with --max-wheel",
        )
    allowed = "" if limit is None else f" of {limit}"
    tools.passed("size", f"{made.wheel.name}: {size / 1000:.1f} kB{allowed}", say)


def check_metadata(config: Config, wheel: Path, diagnostics: Diagnostics, say: Say) -> None:
    """Check what the tools do not check in a wheel.

    Raises:
        Fatal: It has another name or version, is not typed, or has no licence by PEP 639.
    """
    metadata, names = read_wheel(wheel)
    license_ = _license(config)
    wanted = {
        "Name": config.distribution,
        "Version": _normal(config.version),
        "License-Expression": license_,
        "Description-Content-Type": "text/markdown",
    }
    wrong = [
        f"{key} is {metadata[key]!r} instead of {value!r}"
        for key, value in wanted.items()
        if metadata[key] != value
    ]
    licences = metadata.get_all("License-File", [])
    wrong += [
        f"the licence file {path} is missing"
        for path in licences
        if not any(name.endswith(f".dist-info/licenses/{path}") for name in names)
    ]
    if f"{config.module}/py.typed" not in names:
        wrong.append("py.typed is missing, so type checkers ignore the types")
    if wrong:
        raise diagnostics.fatal("bad-metadata", f"in {wheel.name}, {'; '.join(wrong)}")
    with_files = f" with {', '.join(licences)}" if licences else ""
    tools.passed("metadata", f"typed, {license_ or 'no licence'}{with_files}", say)


def _license(config: Config) -> str | None:
    """Return the licence of the generated project: that of the settings or of the document."""
    content = tomllib.loads((config.output / "pyproject.toml").read_text(encoding="utf-8"))
    found: str | None = content["project"].get("license")
    return found


def read_wheel(wheel: Path) -> tuple[Message, frozenset[str]]:
    """Return the metadata of a wheel, and the names of its files."""
    with zipfile.ZipFile(wheel) as archive:
        names = frozenset(archive.namelist())
        path = next(name for name in names if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(path)), names


def _keep(made: Built, kept: Built, diagnostics: Diagnostics) -> Built:
    """Copy the files to the requested folder, each atomically."""
    try:
        kept.sdist.parent.mkdir(parents=True, exist_ok=True)
        for source, target in zip(made.paths, kept.paths, strict=True):
            beside = target.with_name(f".{target.name}.new")
            shutil.copyfile(source, beside)
            beside.replace(target)
    except OSError as error:
        raise diagnostics.fatal(
            "cannot-write",
            f"cannot write the built files: {error.strerror or error}",
            at=Place(str(error.filename or kept.sdist.parent)),
        ) from None
    return kept


def _normal(version: str) -> str:
    return str(Version(version))
