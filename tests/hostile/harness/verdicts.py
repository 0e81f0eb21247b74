"""What may come of a project: a package that is as it should be, or a refusal with a place.

Here a package is read, and not run; `batches` imports and type-checks.
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sdkwright import emit, output
from sdkwright.diagnostics import Diagnostic, Diagnostics, Fatal, render
from sdkwright.pipeline.run import OK, Options, run, surface
from sdkwright.workspace.cache import Cache
from tests.hostile.harness import packages
from tests.hostile.harness.projects import MODULE, Project

_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names of devices, which no file of Windows can have."""


class Wrong(Exception):  # noqa: N818  it says what a project shows
    """What must not come of any project.

    Args:
        kind: In a few words, the same for all projects that show the same.
        detail: What is to be seen.
    """

    def __init__(self, kind: str, detail: object) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind


@dataclass(frozen=True)
class Outcome:
    """What came of a project: the package's module and files, or none."""

    module: str
    files: Mapping[str, str]

    @property
    def verdict(self) -> str:
        return "made" if self.files else "refused"


def render_project(project: Project, folder: Path) -> tuple[Outcome, list[Diagnostic]]:
    """Run the stages over a project; write nothing but the project itself.

    Returns:
        What came of it, and what was said.
    """
    project.write(folder)
    found = Diagnostics()
    module, files = MODULE, dict[str, str]()
    try:
        settings = project.settings(folder, found)
        module = settings.module
        api, _ = surface(settings, found)
        files = emit.emit(api, settings)
    except Fatal:
        pass
    return Outcome(module, files), found.items


def judge(project: Project, folder: Path) -> Outcome:
    """Try a project.

    Args:
        project: Whatever was drawn.
        folder: A folder for it that does not exist.

    Raises:
        Wrong: If there is neither a package that is as it should be nor a refusal with a place.
        Exception: Any other is a fault too: no document may make the generator raise it.
    """
    outcome, said = render_project(project, folder)
    _judge_said(said, outcome)
    if outcome.files:
        judge_files(outcome)
    return outcome


def _judge_said(said: list[Diagnostic], outcome: Outcome) -> None:
    lines = [render(item) for item in said]
    for item, line in zip(said, lines, strict=True):
        if item.code == "internal-error":
            raise Wrong("internal-error", line)
        if item.place is None or not item.place.file:
            raise Wrong(f"no place of {item.code}", line)
        if "\n" in line:
            raise Wrong(f"more than a line of {item.code}", line)
    refused = any(item.severity == "error" for item in said)
    if refused == bool(outcome.files):
        raise Wrong("refused without a reason" if not refused else "made in spite of errors", lines)


def judge_files(outcome: Outcome) -> None:
    """Read the files of a package.

    Raises:
        Wrong: If one is not as it should be.
    """
    made = packages.Made((), outcome.files)
    try:
        assert_own_files(made)
    except AssertionError as error:
        raise Wrong("a file of another name", str(error)[:500]) from None
    foreign = {path for path in made.files if path.startswith("src/")} - {
        path for path in made.files if path.startswith(f"src/{outcome.module}/")
    }
    if foreign:
        raise Wrong("a file of another package", sorted(foreign))
    for where, codes in (
        ("code", packages.modules(made).values()),
        ("example", packages.examples(made)),
    ):
        for code in codes:
            try:
                packages.tree(code)
            except (SyntaxError, SyntaxWarning, ValueError) as error:
                raise Wrong(f"no Python: {where}", repr(error)) from None
    if active := packages.active(made):
        raise Wrong("active Markdown", active)
    project = tomllib.loads(made.files["pyproject.toml"])
    tables = [*project, *(f"tool.{name}" for name in project["tool"])]
    if tables != ["build-system", "project", "tool", "tool.hatch", "tool.ruff"]:
        raise Wrong("another table in pyproject.toml", tables)


def assert_own_files(made: packages.Made) -> None:
    """Assert that all files are below their folder, and that any system can tell them apart."""
    assert made.files, made.said
    assert packages.complaints(made) == []
    one = {unicodedata.normalize("NFKC", path).casefold() for path in made.files}
    assert len(one) == len(made.files)
    for path in made.files:
        assert path == unicodedata.normalize("NFKC", path), path
        for part in path.split("/"):
            assert part.strip("."), path
            assert len(part.encode()) <= 140, path
            assert all(char in "_.-" or unicodedata.category(char)[0] in "LMN" for char in part)
            assert not _RESERVED.fullmatch(part.partition(".")[0]), path
    assert {path.split("/")[0] for path in made.files} <= {
        "LICENSE",
        "README.md",
        "docs",
        "pyproject.toml",
        "src",
    }


# The whole way, for a sample of what is made


def judge_written(project: Project, folder: Path, cache: Path) -> None:
    """Make the package of a project as the command line does, and again: the same files, with the
    same code as before they were formatted.

    Raises:
        Wrong: If it is not so.
    """
    plain, _ = render_project(project, folder)
    options = Options(cache=Cache(cache))
    code, report = run(lambda found: project.settings(folder, found), options)
    if code != OK:
        raise Wrong("not written", [render(item) for item in report.diagnostics])
    allowed = {*project.files, "out"}
    if surplus := {path.name for path in folder.iterdir()} - allowed:
        raise Wrong("a file beside the folder", sorted(surplus))
    written = {
        path.relative_to(folder / "out").as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted((folder / "out").rglob("*"))
        if path.is_file()
    }
    manifest = json.loads(written.pop(output.MANIFEST))
    if not written.keys() == plain.files.keys() == manifest.keys():
        raise Wrong("other files", sorted(written.keys() ^ plain.files.keys() ^ manifest.keys()))
    for path, text in written.items():
        if path.endswith(".py") and _meaning(text) != _meaning(plain.files[path]):
            raise Wrong("formatting changes code", path)
    _, again = run(lambda found: project.settings(folder, found), Options(check=True))
    if not again.up_to_date:
        raise Wrong("not the same twice", [render(item) for item in again.diagnostics])


def _meaning(text: str) -> str:
    """Give the code without the spaces of docstrings, which formatting may change."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = re.sub(r"\s+", " ", str(node.value.value)).strip()
    return ast.dump(tree)
