"""What a site consists of: pages, links, navigation; and what keeps one from being made."""

from __future__ import annotations

import json
import re
import shutil
import sys
import urllib.request
from pathlib import Path
from typing import Final

import pytest

from sdkwright import config
from sdkwright.diagnostics import Diagnostics, Fatal, render
from sdkwright.shipping import tools
from sdkwright.shipping.site import building, pages
from tests.contract.support.prism import ROOT
from tests.shipping.support.project import Project
from tests.site.conftest import copy_specification
from tests.site.support import reading
from tests.site.support.reading import Page
from tests.support.companions import Companion

THEME_SCRIPT: Final = 'document.body.dataset.theme = localStorage.getItem("theme") || "auto";'


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def generate(folder: Path, case: str, settings: str = "") -> Project:
    """Generate the SDK of a golden case, with more settings for its package."""
    (folder / "spec").mkdir(parents=True)
    shutil.copy(ROOT / "tests/golden" / case / "openapi.yaml", folder / "spec")
    (folder / "spec/sdk.toml").write_text(f'[package]\nmodule = "plants"\n{settings}', "utf-8")
    project = Project(folder)
    outcome = project.sdkwright("gen")
    assert (folder / "generated/docs/llms.txt").exists(), outcome.err
    return project


# What is there


def test_every_generated_page_is_on_the_site(built: Path, site_pages: dict[str, Page]) -> None:
    written = json.loads((built / "generated/.sdkwright.json").read_bytes())
    made = {path for path in written if path.endswith(".md")}
    lists = {"types-of-operations.html", "shared-types.html", "errors.html", "utilities.html"}
    assert len(site_pages) == len(made) + len(lists) + len({"search.html"})
    assert lists | {"index.html", "sdks/apikeys.html", "errors/sdkerror.html"} < site_pages.keys()


def test_every_link_leads_to_a_page_and_a_heading(site: Path, site_pages: dict[str, Page]) -> None:
    assert sum(len(page.links) for page in site_pages.values()) > 1000
    assert reading.broken(site, site_pages) == []


def test_nothing_is_loaded_from_another_host(site: Path, site_pages: dict[str, Page]) -> None:
    assert list(reading.foreign(site_pages)) == []
    for file in site.rglob("*.css"):
        urls = re.findall(r"url\(([^)]*)\)|@import", file.read_text("utf-8"))
        assert [url for url in urls if not url.strip("'\"").startswith("data:")] == [], file


def test_every_page_forbids_scripts_but_those_of_the_site(site_pages: dict[str, Page]) -> None:
    for page in site_pages.values():
        (policy,) = page.policies
        assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-"), page.path
        assert [script.strip() for script in page.scripts] == [THEME_SCRIPT], page.path
        assert page.handlers == [], page.path


def test_anchors_are_those_that_the_pages_have_on_github(site_pages: dict[str, Page]) -> None:
    expected = {"get_current_key_metadata", "list", "create", "example-usage", "example-usage-1"}
    assert expected <= site_pages["sdks/apikeys.html"].ids


def test_navigation_is_by_resource(site: Path) -> None:
    text = (site / "errors/sdkerror.html").read_text("utf-8")
    (navigation,) = re.findall(r'<div class="sidebar-tree">(.*?)\n</div>', text, re.DOTALL)
    assert re.findall(r'caption-text">(.*?)<|href="(.*?)">(.*?)<', navigation) == [
        ("", "../index.html", "Guide"),
        ("Resources", "", ""),
        ("", "../sdks/apikeys.html", "APIKeys"),
        ("Reference", "", ""),
        ("", "../types-of-operations.html", "Types of operations"),
        ("", "../shared-types.html", "Shared types"),
        ("", "../errors.html", "Errors"),
        ("", "../utilities.html", "Utilities"),
        ("", "../changelog.html", "Changelog"),
        ("Links", "", ""),
        ("", "https://openrouter.ai/docs", "Documentation"),
    ]


def test_a_type_leads_to_the_list_that_it_is_on(site_pages: dict[str, Page]) -> None:
    assert "../types-of-operations.html" in site_pages["operations/key.html"].links
    assert "operations/key.html" in site_pages["types-of-operations.html"].links


def test_an_operation_has_its_response_beside_its_request(site: Path) -> None:
    text = (site / "sdks/apikeys.html").read_text("utf-8")
    (sides,) = re.findall(
        r'<section id="create">.*?class="sides.*?>(.*?)"parameters', text, re.DOTALL
    )
    request, response = sides.split('<section id="response-2">')
    assert "api_keys</span>" in request
    assert "CreateKeysResponse</span>" in response
    assert "model_validate</span>" in response


def test_marks_are_words(site_pages: dict[str, Page]) -> None:
    text = site_pages["sdks/apikeys.html"].text
    assert "heavy" not in text
    assert "yes" in text.split()


def test_the_markdown_is_there_for_programs(built: Path, site: Path) -> None:
    for path in ("docs/llms.txt", "docs/llms-full.txt", "docs/sdks/apikeys/README.md"):
        assert (site / path).read_bytes() == (built / "generated" / path).read_bytes()


def test_a_title_has_the_name_and_the_version_of_the_package(site: Path) -> None:
    text = (site / "errors.html").read_text("utf-8")
    assert "<title>Errors - openrouter-keys 0.1.0</title>" in text


@pytest.mark.parametrize("case", ["letters", "tag-tree", "unions", "webhooks"])
def test_other_packages_have_sites_without_broken_links(case: str, tmp_path: Path) -> None:
    project = generate(tmp_path / "project", case)
    outcome = project.sdkwright("docs", "--strict")
    assert outcome.status == 0, outcome.err
    folder = project.folder / "site"
    found = reading.read(folder)
    assert len(found) >= 20
    assert reading.broken(folder, found) == []


# How it is made


def test_the_command_says_where_the_site_is(built: Path) -> None:
    assert (built / "answer.txt").read_text() == "site/index.html\n"
    said = (built / "said.txt").read_text()
    assert re.fullmatch(r"ok +drift .*\n52 pages, \d+\.\d s\n", said), said


def test_same_pages_same_bytes(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "other place"
    copy_specification(folder)
    project = Project(folder, umask=0o077)
    project.make("gen")
    project.make(
        *("docs", "--output", tmp_path / "public"),
        LC_ALL="C",
        PYTHONHASHSEED="7",
        SOURCE_DATE_EPOCH="1",
        TZ="Asia/Tokyo",
    )
    assert tree(tmp_path / "public") == tree(site)


def test_an_earlier_site_is_replaced(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "copy")
    site = tmp_path / "copy/site"
    expected = tree(site)
    (site / "old.html").write_text("old")
    (site / "index.html").write_text("old")
    Project(tmp_path / "copy").make("docs")
    assert tree(site) == expected
    assert sorted(path.name for path in (tmp_path / "copy").iterdir()) == [
        *("answer.txt", "generated", "said.txt", "site", "spec")
    ]


def rendered(folder: Path, found: Diagnostics, *, strict: bool) -> Path:
    """Render a site whose first page has three broken links."""
    text = (
        "# Plants\n\nSee [one](nowhere.md),\n[two](#nowhere) and [three](CHANGELOG.md#nowhere).\n"
    )
    texts = {
        "README.md": text,
        "CHANGELOG.md": "# Changelog\n",
        "docs/llms.txt": "# Plants\n",
    }
    settings = config.from_options(Path("openapi.yaml"), "plants", Path("out"), found)
    return building.render(pages.plan(texts), folder, settings, found, strict=strict)


def test_a_broken_link_is_reported_where_it_is(tmp_path: Path) -> None:
    found = Diagnostics()
    folder = rendered(tmp_path, found, strict=False)
    assert [render(item) for item in found.items] == [
        "out/README.md:3: warning[broken-link]: there is no page nowhere.md.",
        "out/README.md:3: warning[broken-link]: there is no heading #nowhere in index.",
        "out/README.md:3: warning[broken-link]: there is no heading #nowhere in changelog.",
    ]
    assert "nowhere.md" not in reading.read(folder)["index.html"].links


def test_with_strict_a_broken_link_is_an_error(tmp_path: Path) -> None:
    found = Diagnostics()
    with pytest.raises(Fatal):
        rendered(tmp_path, found, strict=True)
    assert [item.severity for item in found.items] == ["error"] * 3


def test_a_site_of_an_older_sdk_is_not_made(tmp_path: Path) -> None:
    project = generate(tmp_path / "project", "minimal")
    settings = project.folder / "spec/sdk.toml"
    settings.write_text(settings.read_text().replace("plants", "trees"))
    outcome = project.sdkwright("docs")
    assert outcome.status == 1
    assert "error[out-of-date]" in outcome.err
    assert not (project.folder / "site").exists()


def test_a_folder_of_other_files_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.txt").write_text("years of work")
    found = Diagnostics()
    with pytest.raises(Fatal):
        building.check_folder(tmp_path / "site", found)
    (item,) = found.items
    assert render(item) == (
        f"error[file-in-way]: {tmp_path}/site was not made by `sdkwright docs`, and the site would "
        "replace it. Fix: remove it, or choose another folder with --output."
    )


@pytest.mark.parametrize("name", ["file", "link"])
def test_what_is_no_folder_is_not_replaced(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    with pytest.raises(Fatal):
        building.check_folder(tmp_path / name, Diagnostics())


def test_an_empty_folder_gets_the_site(tmp_path: Path) -> None:
    building.check_folder(tmp_path, Diagnostics())
    building.check_folder(tmp_path / "new", Diagnostics())


def test_what_is_missing_is_named_with_the_extra_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tools, "_is_installed", lambda name: name not in {"furo", "sphinx"})
    found = Diagnostics()
    settings = config.read(ROOT / "spec/sdk.toml", Diagnostics())
    with pytest.raises(Fatal):
        building.build(settings, tmp_path / "site", found, print)
    (item,) = found.items
    assert render(item) == (
        "error[missing-tool]: `sphinx`, `furo` are not installed here. Fix: run `pip install "
        "'sdkwright[docs]'`; in the generator's own repository, `make docs` installs them."
    )


def test_the_site_can_be_looked_at(built: Path, tmp_path: Path) -> None:
    with (
        Companion(
            [
                *(sys.executable, "-m", "sdkwright", "docs", "--serve", "0"),
                *("--config", str(built / "spec/sdk.toml"), "--output", str(tmp_path / "site")),
            ],
            r"(http://127\.0\.0\.1:\d+/)",
            tmp_path / "log.txt",
        ) as running,
        urllib.request.urlopen(running.ready[1], timeout=60) as response,
    ):
        assert b"<title>openrouter-keys 0.1.0</title>" in response.read()
