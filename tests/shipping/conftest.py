"""What the tests of shipping share: a project at a tag, and a package index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shipping.support import project as projects
from tests.shipping.support.package_index import PackageIndex, PackageIndexes
from tests.shipping.support.project import Project
from tests.support.once import Once, once_for_all


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once for all processes that run tests."""
    return once_for_all(tmp_path_factory, "shipping")


@pytest.fixture(scope="session")
def first(once: Once) -> Project:
    """A project at its first tag, v0.1.0. Nobody changes it: whoever must takes `project`."""
    folder = once("first", projects.begin)
    return Project(folder / "project")


@pytest.fixture(scope="session")
def built(first: Project, once: Once) -> Project:
    """The same with its package in `dist`, so that not every test has to build it; what the
    builder was told is in `said.txt`, beside it."""

    def build(fresh: Path) -> None:
        said = first.copy(fresh / "project").make("build")
        (fresh / "said.txt").write_text(said, encoding="utf-8")

    return Project(once("built", build) / "project")


@pytest.fixture
def project(first: Project, tmp_path: Path) -> Project:
    """A copy of the project, to be changed."""
    return first.copy(tmp_path / "project")


@pytest.fixture
def built_project(built: Project, tmp_path: Path) -> Project:
    """A copy of the project whose package is built, to be changed."""
    return built.copy(tmp_path / "project")


@pytest.fixture(scope="session")
def package_indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageIndexes]:
    """Package indexes: one process for each that runs tests."""
    with PackageIndexes(tmp_path_factory.mktemp("indexes")) as running:
        yield running


@pytest.fixture
def package_index(package_indexes: PackageIndexes) -> PackageIndex:
    """An index without a file."""
    return package_indexes.new()
