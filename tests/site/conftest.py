"""The site of the API-keys SDK, as `sdkwright docs` makes it, and pages read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.support.prism import ROOT
from tests.shipping.support.project import Project
from tests.site.support import reading
from tests.site.support.reading import Page
from tests.support.once import Once, once_for_all


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once for all processes that run tests."""
    return once_for_all(tmp_path_factory, "site")


@pytest.fixture(scope="session")
def built(once: Once) -> Path:
    """A folder with the SDK in `generated`, its site in `site`, and what was said in two files."""

    def build(folder: Path) -> None:
        copy_specification(folder)
        project = Project(folder)
        project.make("gen")
        outcome = project.sdkwright("docs", "--strict")
        assert outcome.status == 0, outcome.err
        (folder / "answer.txt").write_text(outcome.out)
        (folder / "said.txt").write_text(outcome.err)

    return once("built", build)


def copy_specification(folder: Path) -> None:
    """Copy the document of the API-keys SDK and its settings."""
    (folder / "spec").mkdir(parents=True)
    for name in ("openapi.yaml", "sdk.toml", "CHANGELOG.md"):
        (folder / "spec" / name).write_bytes((ROOT / "spec" / name).read_bytes())


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The folder of the site."""
    return built / "site"


@pytest.fixture(scope="session")
def site_pages(site: Path) -> dict[str, Page]:
    """The pages of the site, by their paths."""
    return reading.read(site)
