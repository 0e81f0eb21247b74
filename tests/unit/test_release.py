"""`sdkwright release`, on real repositories with a small document."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdkwright import cli
from sdkwright.output import trees
from tests.support.server import Server, reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Things, version: '1'}
servers: [{url: 'https://things.example'}]
tags: [{name: Things}]
paths:
  /things:
    get:
      tags: [Things]
      operationId: listThings
      summary: List things
      parameters:
        - {name: size, in: query, schema: {type: integer}}
      responses: {'204': {description: None.}}
    delete:
      tags: [Things]
      operationId: deleteThings
      summary: Delete *all* things
      responses: {'204': {description: Gone.}}
"""
SETTINGS = """\
# How to make it.
[package]
module = "things"
version = "0.1.0"  # set by releases
changelog = "CHANGELOG.md"
"""
HEAD = "# Changelog\n\nBy us.\n"
FIRST = """\
## 0.1.0 - 2026-01-02

First release.

### Added

- `things.things.list_things()`: List things
- `things.things.delete_things()`: Delete *all* things
"""

Document = dict[str, Any]


class Project:
    """A repository with an SDK in it, in which we are."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def git(self, *arguments: str) -> str:
        return git(self.folder, *arguments)

    def run(self, *arguments: str, status: int = 0) -> str:
        """Run a command that must end so; give what it said."""
        self._capture.readouterr()
        ended = cli.main(arguments)
        said = self._capture.readouterr()
        assert ended == status, said.out + said.err
        return said.out if status == 0 else said.err

    def release(self, version: str, *options: str, status: int = 0) -> str:
        if not {"--date"} & {*options}:
            options = (*options, "--date", "2026-11-23")
        return self.run("release", version, *options, status=status)

    def refused(self, version: str, *options: str, status: int = 1) -> str:
        """Give the reason of a release that must change nothing."""
        before = self.files()
        said = self.release(version, *options, status=status)
        assert self.files() == before
        return said.rstrip("\n")

    def change(self, edit: Callable[[Document], object]) -> None:
        """Change the document, make the SDK, and commit both."""
        path = self.folder / "spec/openapi.yaml"
        document = yaml.safe_load(path.read_text())
        edit(document)
        path.write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True))
        self.run("gen")
        self.commit()

    def write(self, path: str, text: str) -> None:
        (self.folder / path).write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def commit(self, tag: str = "") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x")
        if tag:
            self.git("tag", "-a", tag, "-m", tag)

    def files(self) -> Mapping[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and ".git" not in path.parts and "__pycache__" not in path.parts
        }

    def section(self) -> str:
        """Give the newest section of the changelog."""
        return "## " + self.read("spec/CHANGELOG.md").split("\n## ")[1].rstrip() + "\n"

    def version(self) -> str:
        version: str = tomllib.loads(self.read("spec/sdk.toml"))["package"]["version"]
        return version


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.com")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was formatted once; all workers share it."""
    return tmp_path_factory.getbasetemp().parent / "cache-of-releases"


@pytest.fixture(scope="session")
def unreleased_repository(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A repository whose SDK was made and never released."""
    folder = tmp_path_factory.mktemp("things")
    (folder / "spec").mkdir()
    (folder / "spec/openapi.yaml").write_text(DOCUMENT)
    (folder / "spec/sdk.toml").write_text(SETTINGS)
    (folder / "spec/CHANGELOG.md").write_text(HEAD)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("XDG_CACHE_HOME", str(cache))
        assert cli.main(["gen"]) == 0
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=x")
    return folder


@pytest.fixture
def unreleased(
    tmp_path: Path,
    unreleased_repository: Path,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Project:
    """A copy of that repository."""
    folder = tmp_path / "things"
    shutil.copytree(unreleased_repository, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Project(folder, capsys)


@pytest.fixture
def project(unreleased: Project) -> Project:
    """A repository whose SDK was released once, as 0.1.0."""
    unreleased.write("spec/CHANGELOG.md", f"{HEAD}\n{FIRST}")
    unreleased.run("gen")
    unreleased.commit("v0.1.0")
    return unreleased


# Changes of the document


def remove_delete(document: Document) -> None:
    del document["paths"]["/things"]["delete"]


def add_parameter(document: Document) -> None:
    new = {"name": "colour", "in": "query", "schema": {"type": "string"}}
    document["paths"]["/things"]["get"]["parameters"].append(new)


def reword(document: Document) -> None:
    document["paths"]["/things"]["get"]["summary"] = "List all things"


# What follows from what


def test_the_first_release_has_the_version_of_the_settings_and_lists_the_methods(
    unreleased: Project,
) -> None:
    said = unreleased.release("auto", "--date", "2026-01-02")
    assert unreleased.read("spec/CHANGELOG.md") == f"{HEAD}\n{FIRST}"
    assert unreleased.read("spec/sdk.toml") == SETTINGS
    assert said.startswith("things 0.1.0: the first release\n")


def test_a_first_release_may_have_any_version(unreleased: Project) -> None:
    unreleased.release("3.0.0rc1")
    assert unreleased.version() == "3.0.0rc1"


@pytest.mark.parametrize(
    ("edit", "version", "title"),
    [
        (remove_delete, "0.2.0", "Breaking"),
        (add_parameter, "0.1.1", "Added"),
        (reword, "0.1.1", "Documentation"),
    ],
)
def test_the_version_follows_from_the_gravest_change(
    project: Project, edit: Callable[[Document], object], version: str, title: str
) -> None:
    project.change(edit)
    project.release("auto")
    assert project.section().startswith(f"## {version} - 2026-11-23\n\n### {title}\n\n- `things.")
    assert project.version() == version


def test_a_breaking_change_tells_how_to_migrate(project: Project) -> None:
    project.change(remove_delete)
    project.release("auto")
    assert "`things.things.delete_things()`" in project.section()
    assert "\n  Breaks: code that calls it. To migrate: " in project.section()


def test_changes_of_all_commits_since_the_tag_count(project: Project) -> None:
    project.change(add_parameter)
    project.change(remove_delete)
    project.change(reword)
    project.release("auto")
    assert [line for line in project.section().splitlines() if line.startswith("### ")] == [
        "### Breaking",
        "### Added",
        "### Documentation",
    ]


def test_a_larger_version_may_be_chosen(project: Project) -> None:
    project.change(add_parameter)
    project.release("1.0.0")
    assert project.version() == "1.0.0"


def test_changes_are_counted_from_another_commit_on_request(project: Project) -> None:
    project.change(remove_delete)
    project.change(add_parameter)
    project.release("auto", "--since", "HEAD~1")
    assert project.section().startswith("## 0.1.1 - 2026-11-23\n\n### Added\n")


def test_the_generators_own_tags_are_no_releases_of_the_sdk(unreleased: Project) -> None:
    unreleased.git("tag", "sdkwright-v9.0.0")
    unreleased.release("auto")
    assert unreleased.version() == "0.1.0"


# What is written


def test_the_files_of_a_release_agree(project: Project) -> None:
    project.change(add_parameter)
    project.release("auto")
    assert project.read("spec/sdk.toml") == SETTINGS.replace("0.1.0", "0.1.1")
    assert project.read("generated/CHANGELOG.md") == project.read("spec/CHANGELOG.md")
    assert '__version__ = "0.1.1"' in project.read("generated/src/things/_version.py")
    assert tomllib.loads(project.read("generated/pyproject.toml"))["project"]["version"] == "0.1.1"
    assert project.run("gen", "--check").startswith("up to date")


def test_a_new_section_comes_first_and_the_others_stay(project: Project) -> None:
    project.change(add_parameter)
    project.release("auto")
    written = project.read("spec/CHANGELOG.md")
    assert written.startswith(f"{HEAD}\n## 0.1.1 - 2026-11-23\n\n### Added\n\n- `things.")
    assert written.endswith(f"\n\n{FIRST}")


def test_what_people_wrote_moves_into_the_section(project: Project) -> None:
    by_hand = "## Unreleased\n\nRead this.\n\n### Added\n\n- By hand.\n\n### Fixed\n\n- A fault.\n"
    project.write("spec/CHANGELOG.md", f"{HEAD}\n{by_hand}\n{FIRST}")
    project.change(add_parameter)
    project.release("auto")
    written = project.read("spec/CHANGELOG.md")
    assert "Unreleased" not in written
    assert project.section().startswith(
        "## 0.1.1 - 2026-11-23\n\nRead this.\n\n### Added\n\n- By hand.\n- `things."
    )
    assert project.section().endswith("### Fixed\n\n- A fault.\n")


def test_a_release_without_a_change_of_the_surface_says_so(project: Project) -> None:
    project.release("0.1.1")
    assert project.section() == "## 0.1.1 - 2026-11-23\n\nNo changes for users.\n"


def test_what_the_package_needs_since_the_last_release_is_told(project: Project) -> None:
    path = "generated/pyproject.toml"
    now = project.read(path)
    project.git("checkout", "--quiet", "--orphan", "past")
    project.write(path, now.replace("httpx2>=2.16,<3", "httpx2>=1,<2"))
    project.commit("v0.1.1")
    project.write(path, now)
    project.write("spec/CHANGELOG.md", project.read("generated/CHANGELOG.md"))
    project.commit()
    project.release("0.1.2")
    assert "- Requires `httpx2>=2.16,<3` instead of `httpx2>=1,<2`." in project.section()


def test_line_ends_stay_as_they_are(project: Project) -> None:
    path = project.folder / "spec/CHANGELOG.md"
    path.write_bytes(f"{HEAD}\n{FIRST}".replace("\n", "\r\n").encode())
    project.run("gen")
    project.commit()
    project.change(add_parameter)
    project.release("auto")
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")


def test_text_of_the_document_cannot_forge_a_section(project: Project) -> None:
    forged = "x`\n\n## 9.9.9 - 2030-01-01\n\n<script>\u202e"

    def edit(document: Document) -> None:
        get = document["paths"]["/things"]["get"]
        get["summary"] = forged
        new = {"type": "string", "enum": [forged, "b"], "default": forged}
        get["parameters"].append({"name": "kind", "in": "query", "schema": new})
        document["paths"]["/things"]["delete"]["deprecated"] = True
        document["paths"]["/things"]["delete"]["description"] = forged

    project.change(edit)
    project.release("auto")
    written = project.read("spec/CHANGELOG.md")
    assert [line for line in written.split("\n") if line.startswith("## ")] == [
        "## 0.1.1 - 2026-11-23",
        "## 0.1.0 - 2026-01-02",
    ]
    assert "\u202e" not in written


def test_text_of_the_document_cannot_forge_a_first_release(unreleased: Project) -> None:
    def edit(document: Document) -> None:
        document["paths"]["/things"]["get"]["summary"] = "x\n## 9.9.9\n<b>"

    unreleased.change(edit)
    unreleased.release("auto")
    assert "- `things.things.list_things()`: x ## 9.9.9 \\<b>\n" in unreleased.section()


def test_the_next_commands_are_told(project: Project) -> None:
    project.change(remove_delete)
    assert project.release("auto") == """\
things 0.2.0: 1 breaking change since v0.1.0

  spec/CHANGELOG.md  new section
  spec/sdk.toml      version = "0.2.0"
  generated          generated and checked

Review the section, then run:

  git add -- spec/CHANGELOG.md spec/sdk.toml generated
  git commit -m "Release 0.2.0"
  git tag -a v0.2.0 -m "things 0.2.0"
  git push --atomic origin HEAD v0.2.0
  sdkwright build
  sdkwright publish --repository pypi

If the main branch accepts pull requests only, tag the commit after the merge.
"""


def test_the_next_commands_are_those_of_the_makefile(project: Project) -> None:
    project.write("Makefile", "publish: build\n")
    project.commit()
    project.change(add_parameter)
    assert "  make build\n  make publish REPOSITORY=pypi\n" in project.release("auto")


def test_what_was_prepared_can_be_committed_tagged_and_followed(project: Project) -> None:
    project.change(remove_delete)
    project.release("auto")
    project.commit("v0.2.0")
    project.change(add_parameter)
    project.release("auto")
    assert project.version() == "0.2.1"


def test_a_dry_run_shows_the_section_and_writes_nothing(project: Project) -> None:
    project.change(add_parameter)
    before = project.files()
    said = project.release("auto", "--dry-run")
    assert said.startswith(
        "things 0.1.1: 1 compatible change since v0.1.0\n\n## 0.1.1 - 2026-11-23\n\n### Added\n"
    )
    assert project.files() == before


# Dates


def test_the_date_is_that_of_the_build(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    project.change(add_parameter)
    project.run("release", "auto")
    assert project.section().startswith("## 0.1.1 - 2001-09-09\n")


@pytest.mark.parametrize("date", ["2026-02-30", "20261123", "2026-W48-1", "today"])
def test_a_date_of_another_form_is_a_wrong_use(project: Project, date: str) -> None:
    with pytest.raises(SystemExit) as ended:
        project.release("auto", "--date", date)
    assert ended.value.code == 2


def test_a_build_date_that_is_none_is_a_wrong_use(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(SystemExit) as ended:
        project.run("release", "auto")
    assert ended.value.code == 2


# What is refused


def test_without_a_change_there_is_nothing_to_release(project: Project) -> None:
    assert project.refused("auto") == (
        "error[nothing-changed]: nothing has changed for users since 0.1.0, so no version "
        "can be derived. Fix: to release anyway, pass a version such as 0.1.1."
    )


def test_a_version_that_is_too_small_is_refused_with_the_reason(project: Project) -> None:
    project.change(add_parameter)
    project.change(remove_delete)
    said = project.refused("0.1.1")
    assert said.startswith(
        "error[version-too-small]: 0.1.1 is too small a step from 0.1.0 for a change that is "
        "breaking: `things.things.delete_things()`: "
    )
    assert said.endswith("Fix: use 0.2.0 or higher.")


@pytest.mark.parametrize("version", ["0.1.0", "0.0.9", "0.1.0rc1"])
def test_a_version_that_is_not_above_the_last_is_refused(project: Project, version: str) -> None:
    project.change(add_parameter)
    assert project.refused(version) == (
        f"error[version-not-above]: {version} is not higher than 0.1.0, which is already "
        "released. Fix: use 0.1.1 or higher."
    )


def test_a_version_whose_tag_exists_is_refused(project: Project) -> None:
    project.git("checkout", "--quiet", "-b", "other")
    project.commit("v0.2.0")
    project.git("checkout", "--quiet", "main")
    project.change(remove_delete)
    assert project.refused("auto") == (
        "error[version-taken]: the tag `v0.2.0` already exists. Fix: choose another "
        "version; a released one never changes."
    )


def test_what_is_no_version_is_a_wrong_use(project: Project) -> None:
    assert project.refused("next", status=2).startswith("error[bad-version]: `next` is not a ")


@pytest.mark.parametrize("path", ["spec/openapi.yaml", "generated/README.md", "note"])
def test_what_is_not_committed_is_not_released(project: Project, path: str) -> None:
    with (project.folder / path).open("a") as file:
        file.write("# more\n")
    assert project.refused("0.1.1").startswith("error[uncommitted-changes]: ")


def test_what_the_document_does_not_make_is_not_released(project: Project) -> None:
    project.write("spec/openapi.yaml", DOCUMENT.replace("List things", "List"))
    project.commit()
    assert "error[out-of-date]" in project.refused("auto")


def test_a_release_that_was_not_completed_is_not_passed_over(project: Project) -> None:
    project.change(add_parameter)
    project.release("auto")
    project.commit()
    assert project.refused("auto") == (
        "spec/CHANGELOG.md: error[untagged-release]: there is already a section for 0.1.1, "
        "but no tag `v0.1.1`. Fix: run `git fetch --tags` to get tags set by others; "
        "otherwise tag the commit of that release, or remove the section."
    )


def test_a_clone_without_tags_makes_no_second_first_release(project: Project) -> None:
    project.git("tag", "-d", "v0.1.0")
    assert "error[untagged-release]" in project.refused("0.2.0")


def test_a_release_needs_a_changelog(project: Project) -> None:
    project.write("spec/sdk.toml", SETTINGS.replace("changelog", "# changelog"))
    project.run("gen")
    project.commit()
    assert project.refused("0.1.1").startswith("spec/sdk.toml: error[no-changelog]: ")


def test_a_changelog_that_is_missing_is_a_wrong_use(project: Project) -> None:
    project.git("rm", "--quiet", "spec/CHANGELOG.md")
    assert project.refused("0.1.1", status=2).startswith("spec/CHANGELOG.md: error[missing-file]")


def test_a_release_needs_a_repository(project: Project) -> None:
    shutil.rmtree(project.folder / ".git")
    assert project.refused("0.1.1", status=2).startswith("spec/sdk.toml: error[git]: ")


@pytest.mark.parametrize("ref", ["nowhere", "--help", ""])
def test_an_unknown_commit_is_a_wrong_use(project: Project, ref: str) -> None:
    assert "error[git]: unknown commit" in project.refused("0.1.1", f"--since={ref}", status=2)


def test_a_commit_of_another_branch_is_a_wrong_use(project: Project) -> None:
    project.git("checkout", "--quiet", "-b", "other")
    project.commit()
    project.git("checkout", "--quiet", "main")
    assert "error[not-an-ancestor]" in project.refused("0.1.1", "--since", "other", status=2)


# All or nothing


def test_nothing_changes_where_the_files_cannot_be_made(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    project.change(add_parameter)
    monkeypatch.setattr(trees, "swap", full)
    assert "error[cannot-write]" in project.refused("auto")
    assert project.git("status", "--porcelain") == ""


def test_nothing_changes_where_the_new_files_fail_their_check(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = trees.swap

    def swap_and_lose(*arguments: Any) -> None:
        swap(*arguments)
        (project.folder / "generated/README.md").unlink()

    project.change(add_parameter)
    monkeypatch.setattr(trees, "swap", swap_and_lose)
    assert "generated/README.md: error[out-of-date]" in project.refused("auto")
    assert project.git("status", "--porcelain") == ""


# The changelog of the SDK


def test_a_changed_changelog_is_generated_anew(project: Project) -> None:
    project.write("spec/CHANGELOG.md", "# Other\n")
    assert "generated/CHANGELOG.md" in project.run("gen", "--check", status=1)
    project.run("gen")
    assert project.read("generated/CHANGELOG.md") == "# Other\n"


def test_an_sdk_without_a_changelog_has_none(project: Project) -> None:
    project.write("spec/sdk.toml", SETTINGS.replace("changelog", "# changelog"))
    project.run("gen")
    assert not (project.folder / "generated/CHANGELOG.md").exists()
    assert "CHANGELOG" not in project.read("generated/README.md")


# One version everywhere


def test_the_version_is_the_same_on_the_wire_in_the_wheel_and_in_python(
    project: Project, tmp_path: Path
) -> None:
    project.release("0.2.0rc1")
    generated = project.folder / "generated"
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=generated, check=True, capture_output=True)
    wheel = tmp_path / "dist/things-0.2.0rc1-py3-none-any.whl"
    assert (tmp_path / "dist/things-0.2.0rc1.tar.gz").is_file()
    shutil.unpack_archive(wheel, tmp_path / "site", "zip")
    program = (
        "import importlib.metadata, json, sys, things\n"
        "with things.Things(server_url=sys.argv[1]) as client:\n"
        "    client.things.list_things()\n"
        "print(json.dumps([things.__version__, importlib.metadata.version('things')]))\n"
    )
    with Server() as server:
        server.answers(reply(204))
        done = subprocess.run(
            [sys.executable, "-c", program, server.url],
            env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        )
        assert server.last.header("User-Agent") == "things-python/0.2.0rc1"
    assert json.loads(done.stdout) == ["0.2.0rc1", "0.2.0rc1"]


def test_the_changelog_is_in_the_sdist(project: Project, tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "-t",
        "sdist",
        "-d",
        str(tmp_path / "dist"),
    ]
    subprocess.run(build, cwd=project.folder / "generated", check=True, capture_output=True)
    sdist = tmp_path / "dist/things-0.1.0.tar.gz"
    shutil.unpack_archive(sdist, tmp_path / "unpacked", filter="data")
    unpacked = tmp_path / "unpacked/things-0.1.0/CHANGELOG.md"
    assert unpacked.read_text() == f"{HEAD}\n{FIRST}"
