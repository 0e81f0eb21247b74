"""The generator is a package as well: installed somewhere, it needs nothing of this repository."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Final

import pytest

import sdkwright
from tests.shipping.support.environments import Venv, fetch_or_skip, make_venv
from tests.shipping.support.project import ROOT, Project, plain_environment
from tests.support.once import Once

DOCUMENT: Final = """\
openapi: 3.1.0
info: {title: Shop, version: '1', license: {name: Apache 2.0}}
paths:
  /things:
    get:
      operationId: listThings
      responses: {'200': {description: Fine}}
"""


@pytest.fixture(scope="session")
def files(once: Once) -> Path:
    """A folder with the generator's source distribution and wheel."""

    def build(folder: Path) -> None:
        subprocess.run(
            [*(sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir"), folder, ROOT],
            env=plain_environment(folder),
            check=True,
            capture_output=True,
        )

    return once("generator", build)


@pytest.fixture(scope="session")
def dependencies(once: Once) -> Path:
    """A folder with everything that the generator needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return once("dependencies", lambda folder: fetch_or_skip(folder, *project["dependencies"]))


@pytest.fixture(scope="session")
def venv(files: Path, dependencies: Path, once: Once) -> Venv:
    """An environment with the generator, and nothing else."""

    def install(folder: Path) -> None:
        (wheel,) = files.glob("*.whl")
        make_venv(folder / "venv").pip("install", "--no-index", "--find-links", dependencies, wheel)

    return Venv(once("installed", install) / "venv")


def test_it_is_installed_by_itself(venv: Venv) -> None:
    assert venv.versions()["sdkwright"] == sdkwright.__version__
    place = venv.tell("import sdkwright, json; print(json.dumps(sdkwright.__file__))")
    assert place == str(venv.packages / "sdkwright/__init__.py")


def test_its_wheel_installs_one_package(files: Path) -> None:
    (wheel,) = files.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        installed = {name.partition("/")[0] for name in archive.namelist()}
        names = set(archive.namelist())
    assert installed == {"sdkwright", f"sdkwright-{sdkwright.__version__}.dist-info"}
    assert {"sdkwright/__main__.py", "sdkwright/templates/pyproject.jinja"} <= names


def test_it_runs_as_a_module(venv: Venv, tmp_path: Path) -> None:
    assert venv.run(tmp_path, "python", "-m", "sdkwright", "--version") == (
        0,
        f"sdkwright {sdkwright.__version__}\n",
        "",
    )


def test_it_says_its_version(venv: Venv, tmp_path: Path) -> None:
    assert venv.run(tmp_path, "sdkwright", "--version") == (
        0,
        f"sdkwright {sdkwright.__version__}\n",
        "",
    )


def test_it_makes_an_sdk_in_any_folder(venv: Venv, tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text(DOCUMENT, encoding="utf-8")
    status, _, said = venv.run(
        *(tmp_path, "sdkwright", "gen"),
        *("--spec", "shop.yaml", "--module", "shop", "--output", "sdk"),
    )
    assert status == 0, said
    assert (tmp_path / "sdk/src/shop/_runtime/client.py").is_file()
    assert (tmp_path / "sdk/LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_it_makes_the_same_bytes_as_it_does_here(venv: Venv, first: Project) -> None:
    status, told, said = venv.run(first.folder, "sdkwright", "gen", "--check", "--no-cache")
    assert status == 0, said
    assert told.startswith("up to date: ")


def test_it_reads_the_templates_that_it_brings_and_no_others(venv: Venv) -> None:
    folders = venv.tell(
        "import json; from sdkwright.emit.environment import make_environment;"
        "print(json.dumps([str(folder) for folder in make_environment().loader.searchpath]))"
    )
    assert folders == [str(venv.packages / "sdkwright/templates")]


def test_it_compares_two_documents(venv: Venv, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(DOCUMENT.replace("/things", "/goods"), encoding="utf-8")
    status, told, said = venv.run(tmp_path, "sdkwright", "diff", "old.yaml", "new.yaml")
    assert status == 0, said
    assert told != ""


def test_without_the_tools_to_ship_it_says_what_to_install(
    venv: Venv, first: Project, tmp_path: Path
) -> None:
    status, _, said = venv.run(
        tmp_path, "sdkwright", "build", "--config", first.folder / "spec/sdk.toml"
    )
    assert status == 1
    assert "error[missing-tool]: `build`, `hatchling`, `twine`, `check-wheel-contents`" in said
    assert "Fix: run `pip install 'sdkwright[ship]'`" in said


def test_its_source_distribution_has_what_its_wheel_is_made_of(files: Path) -> None:
    assert sorted(path.name for path in files.iterdir()) == [
        f"sdkwright-{sdkwright.__version__}-py3-none-any.whl",
        f"sdkwright-{sdkwright.__version__}.tar.gz",
    ]
