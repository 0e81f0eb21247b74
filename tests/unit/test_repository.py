"""What must hold for the files of this repository, whatever is in them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import sdkwright

ROOT = Path(__file__).parents[2]

# Put together here, so that this file does not contain what it looks for.
REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "registry." + "yarnpkg",
)
LOCKS = ROOT / "requirements"
PYTHON_LOCKS = sorted(LOCKS.glob("*.lock"))
FOLDERS = ("work", "root", "home", "Users", "private", "builds", "runner")
BUILD_MACHINE = re.compile(rf"(?<![\w.*~}}-])/(?:{'|'.join(FOLDERS)})/[\w.]")


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


@cache
def texts() -> dict[str, str]:
    """Every text file that is in the repository, or would be after `git add`."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found = {}
    for name in filter(None, listed.split("\0")):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in content:
            found[name] = content.decode("utf-8")
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts().items()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def locked(lock: Path) -> Iterator[tuple[Requirement, int]]:
    """Yield each package of a lock, and how many hashes it has."""
    for line in lock.read_text().replace("\\\n", " ").splitlines():
        if line and not line.startswith("#"):
            requirement, *hashes = line.split(" --hash=sha256:")
            yield Requirement(requirement.strip()), len(hashes)


def declared() -> list[Requirement]:
    named = {**project()["dependency-groups"], **project()["project"]["optional-dependencies"]}
    return [
        Requirement(text)
        for group in (project()["project"]["dependencies"], *named.values())
        for text in group
    ]


def phony() -> list[str]:
    targets = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    return " ".join(targets).split()


def modules() -> set[str]:
    """What stands directly in `sdkwright`, without the runtime."""
    package = Path(sdkwright.__file__).parent
    names = {path.stem for path in package.iterdir() if path.name[0] not in "_."}
    return {f"sdkwright.{name}" for name in names - {"runtime"}} | {"sdkwright.__main__"}


def contract(kind: str, source: str | None = None) -> dict[str, Any]:
    contracts: list[dict[str, Any]] = project()["tool"]["importlinter"]["contracts"]
    return next(
        entry
        for entry in contracts
        if entry["type"] == kind and (source is None or entry["source_modules"] == [source])
    )


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(re.compile("|".join(map(re.escape, REGISTRIES)))) == []


def test_no_file_has_a_path_of_the_machine_it_was_made_on() -> None:
    assert lines_with(BUILD_MACHINE) == []


@pytest.mark.parametrize("path", ["/" + "work/x", "at /" + "home/me/x", '"/' + 'root/.cache"'])
def test_a_path_of_a_machine_is_recognised(path: str) -> None:
    assert BUILD_MACHINE.search(path)


@pytest.mark.parametrize("path", ["example.com/" + "work/x", "../" + "work/x", "net" + "work/x"])
def test_other_paths_are_not_taken_for_one(path: str) -> None:
    assert not BUILD_MACHINE.search(path)


def test_beside_tests_stand_no_modules_that_they_share() -> None:
    modules = [Path(name) for name in texts() if re.fullmatch(r"tests/.+\.py", name)]
    folders = {path.parent for path in modules if path.name.startswith("test_")}
    others = [
        path.as_posix()
        for path in modules
        if path.parent in folders and not path.name.startswith(("test_", "conftest.", "__main__."))
    ]
    assert others == ["tests/typing/uses.py"]  # is what is tested


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda lock: lock.stem)
def test_a_python_lock_has_exact_versions_hashes_and_no_options(lock: Path) -> None:
    assert [
        str(requirement)
        for requirement, hashes in locked(lock)
        if not hashes or [one.operator for one in requirement.specifier] != ["=="]
    ] == []


def test_the_locks_fit_what_is_declared() -> None:
    versions = {
        canonicalize_name(requirement.name): next(iter(requirement.specifier)).version
        for requirement, _ in locked(LOCKS / "all.lock")
    }
    assert [
        str(requirement)
        for requirement in declared()
        if versions[canonicalize_name(requirement.name)] not in requirement.specifier
    ] == []


@pytest.mark.parametrize("name", ["build", "gen", "test"])
def test_a_lock_is_a_part_of_the_one_of_all(name: str) -> None:
    # One environment has several of them, so they must not differ.
    whole = {str(requirement) for requirement, _ in locked(LOCKS / "all.lock")}
    pins = {
        str(requirement).partition(";")[0].strip()
        for requirement, _ in locked(LOCKS / f"{name}.lock")
    }
    assert pins <= {pin.partition(";")[0].strip() for pin in whole}


def test_the_node_lock_has_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []


def test_node_tools_are_pinned_exactly() -> None:
    tools = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    assert [
        name for name, version in tools.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)
    ] == []


def test_the_engine_is_pinned_exactly() -> None:
    engine = next(one for one in declared() if one.name == "openapi-python-client")
    assert [one.operator for one in engine.specifier] == ["=="]


def test_the_version_stands_in_one_place() -> None:
    assert "version" not in project()["project"]
    assert project()["project"]["dynamic"] == ["version"]
    assert project()["tool"]["hatch"]["version"]["path"] == "generator/sdkwright/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", sdkwright.__version__)


def test_the_generator_runs_from_its_source_in_any_folder(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-m", "sdkwright", "--version"],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.stderr, done.stdout) == ("", f"sdkwright {sdkwright.__version__}\n")


def test_make_alone_explains_every_target() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    output = subprocess.run(
        ["make", "--no-print-directory"],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert re.findall(r"^make (\S+) +\S", output, re.MULTILINE) == phony()


def test_every_target_that_is_no_file_is_declared_so() -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert re.findall(r"^([a-z-]+):", makefile, re.MULTILINE) == phony()


@pytest.mark.parametrize("command", ["make gen", "make test"])
def test_ci_runs_what_the_readme_tells_a_newcomer(command: str) -> None:
    assert re.search(rf"^{command} +# ", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert re.search(rf"^time {command}$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)


def test_ci_can_be_run_as_a_program() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_links_between_our_pages_lead_somewhere() -> None:
    pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    pages += [str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md")]
    dead = [
        f"{page}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", (ROOT / page).read_text())
        if "://" not in target and not (ROOT / page).parent.joinpath(target).exists()
    ]
    assert dead == []


def test_the_index_of_decisions_is_complete() -> None:
    folder = ROOT / "docs" / "decisions"
    linked = re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text())
    assert linked == sorted(path.name for path in folder.glob("[0-9]*.md"))


def test_every_module_has_its_layer() -> None:
    layers = {name for layer in contract("layers")["layers"] for name in layer.split(" | ")}
    assert layers == modules()


def test_the_runtime_is_kept_from_every_module() -> None:
    forbidden = contract("forbidden", "sdkwright.runtime")["forbidden_modules"]
    assert {name for name in forbidden if name.startswith("sdkwright.")} == modules()
