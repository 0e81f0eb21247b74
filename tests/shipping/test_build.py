"""What is built: which files, what is in them, and what keeps a package from being made."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from sdkwright import config
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.shipping import building, tools
from tests.shipping.support.project import Project, plain_environment
from tests.support.once import Once

COMMITTED = 1767323046  # 2026-01-02T03:04:06Z, when projects of these tests are committed
WHEEL = "openrouter_keys-0.1.0-py3-none-any.whl"
SDIST = "openrouter_keys-0.1.0.tar.gz"


@pytest.fixture(scope="session")
def wheel(built: Project) -> Path:
    return built.folder / "dist" / WHEEL


@pytest.fixture(scope="session")
def sdist(built: Project) -> Path:
    return built.folder / "dist" / SDIST


@pytest.fixture(scope="session")
def elsewhere(first: Project, once: Once) -> Path:
    """A folder of built files, made again where everything else is different."""

    def build(fresh: Path) -> None:
        project = replace(first.copy(fresh / "other place" / "copy"), umask=0o077)
        (fresh / "dist").mkdir()
        (fresh / "dist" / SDIST).write_bytes(b"of an older run")
        (fresh / "dist" / "openrouter_keys-0.0.9.tar.gz").write_bytes(b"of an older version")
        for path in (project.folder / "generated").rglob("*"):
            path.chmod(0o777)
            os.utime(path, (1, 1))
        (project.folder / "generated/src/openrouter/__pycache__").mkdir(exist_ok=True)
        (project.folder / "generated/src/openrouter/stray.py").write_text("a = 1\n")
        project.make(
            *("build", "--output", fresh / "dist"),
            LC_ALL="C",
            PYTHONHASHSEED="7",
            TZ="Asia/Tokyo",
        )

    return once("elsewhere", build) / "dist"


@pytest.fixture
def settings(built: Project) -> Config:
    return config.read(built.folder / "spec/sdk.toml", Diagnostics())


def metadata(wheel: Path) -> Message:
    return building.read_wheel(wheel)[0]


def links(markdown: str) -> Iterator[str]:
    """Everything that a reader can follow."""
    for block in MarkdownIt().parse(markdown):
        for token in block.children or ():
            if token.type == "link_open":
                yield str(token.attrs["href"])


def test_the_same_bytes_are_built_anywhere(built: Project, elsewhere: Path) -> None:
    for name in (WHEEL, SDIST):
        assert (elsewhere / name).read_bytes() == (built.folder / "dist" / name).read_bytes()


def test_files_of_other_versions_are_left_alone(elsewhere: Path) -> None:
    assert (elsewhere / "openrouter_keys-0.0.9.tar.gz").read_bytes() == b"of an older version"
    assert len(list(elsewhere.iterdir())) == 3


def test_the_source_distribution_makes_the_same_wheel(
    sdist: Path, wheel: Path, tmp_path: Path
) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    subprocess.run(
        [sys.executable, "-P", "-m", "build", "--no-isolation", "--wheel", "openrouter_keys-0.1.0"],
        cwd=tmp_path,
        env={**plain_environment(tmp_path), "SOURCE_DATE_EPOCH": str(COMMITTED)},
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "openrouter_keys-0.1.0/dist" / WHEEL).read_bytes() == wheel.read_bytes()


def test_the_files_in_a_wheel_have_the_date_of_the_commit(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {
            time.gmtime(COMMITTED)[:6],
        }


def test_a_date_in_the_environment_is_stronger_than_the_commits(
    settings: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert building.date_of(settings) == COMMITTED
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert building.date_of(settings) == 1_700_000_000


def test_a_folder_without_a_repository_has_no_date(
    settings: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert building.date_of(replace(settings, output=tmp_path)) is None


def test_the_wheel_holds_the_package_and_its_licence(built: Project, wheel: Path) -> None:
    source = built.folder / "generated/src"
    _, names = building.read_wheel(wheel)
    about = "openrouter_keys-0.1.0.dist-info"
    assert names == {
        *(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()),
        *(f"{about}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "licenses/LICENSE")),
    }
    assert "openrouter/py.typed" in names


def test_the_source_distribution_holds_what_was_generated(built: Project, sdist: Path) -> None:
    generated = built.folder / "generated"
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive.getmembers()}
    assert names == {
        "PKG-INFO",
        *(path.relative_to(generated).as_posix() for path in generated.rglob("*.*")),
        "LICENSE",
    } - {".sdkwright.json"}


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= 210_000


def test_the_metadata_says_what_the_index_shows(wheel: Path) -> None:
    said = metadata(wheel)
    assert {name: said.get_all(name) for name in said if name != "Classifier"} == {
        "Metadata-Version": said.get_all("Metadata-Version"),
        "Name": ["openrouter-keys"],
        "Version": ["0.1.0"],
        "Summary": ["A Python client for OpenRouter's API-key endpoints"],
        "Project-URL": ["Documentation, https://openrouter.ai/docs"],
        "License-Expression": ["Apache-2.0"],
        "License-File": ["LICENSE"],
        "Requires-Python": [">=3.11"],
        "Requires-Dist": [
            "httpx2<3,>=2.16",
            "msgspec<1,>=0.22",
            "aiohttp<4,>=3.13; extra == 'fast'",
            "urllib3<3,>=2.6; extra == 'fast'",
            "httpx2[socks]<3,>=2.16; extra == 'socks'",
        ],
        "Provides-Extra": ["fast", "socks"],
        "Description-Content-Type": ["text/markdown"],
    }
    assert "Typing :: Typed" in said.get_all("Classifier", [])


def test_the_readme_on_the_index_has_no_links_to_files_beside_it(
    built: Project, wheel: Path
) -> None:
    readme = (built.folder / "generated/README.md").read_text(encoding="utf-8")
    assert any("://" not in link for link in links(readme))
    assert [link for link in links(str(metadata(wheel).get_payload())) if "://" not in link] == []


def test_the_readme_leads_to_the_repository_as_it_was_at_the_tag(project: Project) -> None:
    address = "https://example.com/us/sdk"
    project.set("package", "urls", {"Repository": f"{address}/"})
    project.make("gen")
    said = project.make("build")
    assert f"links on the index point to {address}/blob/v0.1.0/generated\n" in said
    with tarfile.open(project.folder / "dist" / SDIST) as archive:
        member = archive.extractfile("openrouter_keys-0.1.0/PKG-INFO")
        assert member is not None
        description = str(message_from_bytes(member.read()).get_payload())
    below = f"{address}/blob/v0.1.0/generated"
    found = {link for link in links(description) if link.startswith(below)}
    assert f"{below}/docs/sdks/apikeys/README.md#list" in found
    there = [link.removeprefix(below).partition("#")[0] for link in found]
    assert [path for path in there if not (project.folder / "generated" / path[1:]).is_file()] == []
    assert [link for link in links(description) if "://" not in link] == []


def test_without_the_address_of_a_repository_the_builder_is_told_and_not_warned(
    built: Project,
) -> None:
    said = (built.folder.parent / "said.txt").read_text(encoding="utf-8")
    assert "links on the index are plain text: `package.urls` has no `Repository`\n" in said
    assert "warning" not in said


def test_a_wheel_that_is_too_large_is_not_kept(first: Project) -> None:
    outcome = first.sdkwright("build", "--max-wheel", "10")
    assert outcome.status == 1
    assert f"error[large-wheel]: {WHEEL} has " in outcome.err
    assert "the limit is 10" in outcome.err
    assert not (first.folder / "dist").exists()


def test_what_was_not_generated_is_not_built(project: Project) -> None:
    project.set("package", "description", "Another text")
    outcome = project.sdkwright("build")
    assert outcome.status == 1
    assert "generated/pyproject.toml: error[out-of-date]" in outcome.err
    assert not (project.folder / "dist").exists()


def test_what_a_tool_complains_of_is_shown(project: Project) -> None:
    project.set("package", "license", "No such licence")
    project.make("gen")
    outcome = project.sdkwright("build")
    assert outcome.status == 1
    assert "FAILED  build" in outcome.err
    assert "Invalid license expression: 'No such licence'" in outcome.err
    assert "error[failed-check]: build failed; see its output above" in outcome.err


def test_a_wheel_with_a_file_beside_the_package_fails(wheel: Path, tmp_path: Path) -> None:
    damaged = tmp_path / WHEEL
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(damaged, "w") as archive:
        for name in whole.namelist():
            more = b"stray.py,,\n" if name.endswith("RECORD") else b""
            archive.writestr(name, whole.read(name) + more)
        archive.writestr("stray.py", "a = 1\n")
    said: list[str] = []
    with pytest.raises(Fatal):
        tools.check(
            *("check-wheel-contents", WHEEL, ["check_wheel_contents", str(damaged)]),
            folder=tmp_path,
            say=said.append,
            diagnostics=Diagnostics(),
        )
    assert said[0] == f"FAILED  check-wheel-contents  {WHEEL}"
    assert "W009: Wheel contains multiple toplevel library entries" in said[1]


@pytest.mark.parametrize(
    ("missing", "complaint"),
    [
        ("openrouter/py.typed", "py.typed is missing"),
        ("openrouter_keys-0.1.0.dist-info/licenses/LICENSE", "the licence file LICENSE is missing"),
    ],
)
def test_a_wheel_without_what_users_need_fails(
    settings: Config, wheel: Path, tmp_path: Path, missing: str, complaint: str
) -> None:
    damaged = tmp_path / WHEEL
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(damaged, "w") as archive:
        for name in whole.namelist():
            if name != missing:
                archive.writestr(name, whole.read(name))
    diagnostics = Diagnostics()
    with pytest.raises(Fatal):
        building.check_metadata(settings, damaged, diagnostics, lambda _line: None)
    assert complaint in diagnostics.items[0].message


def test_a_tool_that_is_not_installed_is_named() -> None:
    diagnostics = Diagnostics()
    with pytest.raises(Fatal):
        tools.require(["twine", "no-such-tool"], diagnostics)
    assert diagnostics.items[0].message == "`no-such-tool` is not installed here"
    assert "pip install 'sdkwright[ship]'" in diagnostics.items[0].fix
