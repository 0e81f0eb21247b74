"""What users get: the package from an index, in an environment of their own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from sdkwright.shipping.building import read_wheel
from tests.shipping.support.environments import fetch, fetch_or_skip, make_venv
from tests.shipping.support.package_index import PackageIndex
from tests.shipping.support.project import Project
from tests.support.once import Once

ACCOUNT = {"TWINE_USERNAME": "user", "TWINE_PASSWORD": "pass"}


def requirements(project: Project) -> list[Requirement]:
    """What the wheel says that it needs."""
    (wheel,) = (project.folder / "dist").glob("*.whl")
    return [Requirement(text) for text in read_wheel(wheel)[0].get_all("Requires-Dist", [])]


def lowest(requirement: Requirement) -> str:
    """The oldest version that is allowed."""
    (bound,) = (one.version for one in requirement.specifier if one.operator == ">=")
    return f"{requirement.name}=={bound}"


@pytest.fixture
def newest(built: Project, once: Once) -> Path:
    """A folder with the newest versions that the package may be used with."""
    wanted = map(str, requirements(built))
    return once("newest", lambda folder: fetch_or_skip(folder, *wanted))


def publish(project: Project, index: PackageIndex, *options: str) -> None:
    project.make("publish", "--repository-url", index.url, *options, **ACCOUNT)


def test_what_is_published_can_be_installed_and_does_what_the_document_says(
    built: Project, newest: Path, package_index: PackageIndex, tmp_path: Path
) -> None:
    shutil.copytree(newest, package_index.folder, dirs_exist_ok=True)
    publish(built, package_index, "--skip-build")
    venv = make_venv(tmp_path / "venv")
    venv.install(package_index.simple, "openrouter-keys")
    assert venv.versions()["openrouter-keys"] == "0.1.0"
    about = "import json, openrouter; print(json.dumps([openrouter.__version__, openrouter.%s]))"
    assert venv.tell(about % "__file__") == [
        "0.1.0",
        str(venv.packages / "openrouter/__init__.py"),
    ]
    venv.run_tests(
        *("tests/contract/test_client.py", "tests/contract/test_frameworks.py"),
        *("tests/contract/test_invented.py", "tests/contract/test_responses.py"),
    )


def test_the_lowest_versions_that_are_allowed_are_enough(
    built: Project, newest: Path, package_index: PackageIndex, tmp_path: Path
) -> None:
    assert newest.is_dir()  # the registry answers: what fails from here on is our mistake
    pins = [lowest(requirement) for requirement in requirements(built)]
    assert fetch(package_index.folder, *pins) == ""
    publish(built, package_index, "--skip-build")
    venv = make_venv(tmp_path / "venv")
    venv.install(package_index.simple, "openrouter-keys", *pins)
    found = venv.versions()
    assert [pin for pin in pins if Requirement(pin).specifier.contains(found[name_of(pin)])] == pins
    venv.run_tests("tests/contract/test_client.py", "tests/contract/test_responses.py")


def name_of(pin: str) -> str:
    return pin.partition("==")[0]


def test_an_upgrade_replaces_the_old_version_whole(
    built_project: Project, newest: Path, package_index: PackageIndex, tmp_path: Path
) -> None:
    shutil.copytree(newest, package_index.folder, dirs_exist_ok=True)
    publish(built_project, package_index, "--skip-build")
    change_document(built_project.folder / "spec/openapi.yaml")
    built_project.set("package", "version", "0.2.0")
    built_project.make("gen")
    built_project.commit("v0.2.0")
    publish(built_project, package_index)

    venv = make_venv(tmp_path / "venv")
    package = venv.packages / "openrouter"
    venv.install(package_index.simple, "openrouter-keys==0.1.0")
    parameters = (
        "import inspect, json; from openrouter import OpenRouter;"
        "print(json.dumps([*inspect.signature(OpenRouter('key').api_keys.list).parameters]))"
    )
    assert "label" not in venv.tell(parameters)
    assert (package / "operations/deletekeys.py").is_file()
    assert list(package.rglob("*.pyc")) != []

    venv.install(package_index.simple, "--upgrade", "openrouter-keys")
    assert venv.versions()["openrouter-keys"] == "0.2.0"
    assert "label" in venv.tell(parameters)
    _, names = read_wheel(built_project.folder / "dist/openrouter_keys-0.2.0-py3-none-any.whl")
    assert {
        path.relative_to(venv.packages).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    } == {name for name in names if name.startswith("openrouter/")}
    assert not list(package.rglob("deletekeys*"))


def change_document(file: Path) -> None:
    """Let `list` take one more parameter, and `delete` go."""
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    label = {"name": "label", "in": "query", "description": "A label", "schema": {"type": "string"}}
    document["paths"]["/keys"]["get"]["parameters"].append(label)
    del document["paths"]["/keys/{hash}"]["delete"]
    file.write_text(json.dumps(document, indent=1), encoding="utf-8")
