"""What users are told to install is the distribution: a module can have another name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks import results
from benchmarks.catalog import MEASURES, OFFICIAL, OURS
from sdkwright import config
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit import emit
from sdkwright.output import MANIFEST
from tests.golden.support.cases import Case, made_cases, read_tree

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
INSTALLING = re.compile(
    r"\b(?:pip[3x]? +install|(?:uv|poetry|pdm) +add) +(?:-[\w-]+ +)*[\"'`]?"
    r"(\{\{.*?\}\}|[\w.-]+)"
)
"""A command that installs, and what."""

RENAMED = [case for case in made_cases() if case.config.distribution != case.config.module]


def installed(files: Mapping[str, str]) -> dict[str, set[str]]:
    """Give what the files tell their readers to install, each with the files that do."""
    found: dict[str, set[str]] = {}
    for path, text in files.items():
        for name in INSTALLING.findall(text):
            found.setdefault(name, set()).add(path)
    return found


def assert_names_are_told_apart(files: Mapping[str, str], settings: Config) -> None:
    """Check every place that says how the package is called."""
    name, module = settings.distribution, settings.module
    client = f"src/{module}/client.py"
    assert installed(files) == {name: {"README.md", "docs/llms-full.txt", client}}
    command = f"```sh\npip install {name}\n```\n\nInstall `{name}`; import `{module}`.\n"
    assert files["README.md"].startswith(f"# {name}\n")
    assert command in files["README.md"]
    assert command in files["docs/llms-full.txt"]
    assert f"A Python SDK: install `{name}`, import `{module}`. " in files["docs/llms.txt"]
    assert f'name = "{name}"\n' in files["pyproject.toml"]
    assert f'user_agent=f"{name}-python/{{__version__}}",\n' in files[f"src/{module}/_sdk.py"]


def test_there_are_cases_that_are_imported_by_another_name() -> None:
    found = {(case.name, case.config.distribution, case.config.module) for case in RENAMED}
    assert found >= {
        ("globals", "acme-weather", "weather"),
        ("resources", "harbour-master", "harbour"),
    }


@pytest.mark.parametrize("case", RENAMED, ids=lambda case: case.name)
def test_all_files_tell_to_install_what_is_published(case: Case) -> None:
    assert_names_are_told_apart(emit(case.index.api, case.config), case.config)


def test_so_do_those_that_are_checked_in() -> None:
    settings = config.read(ROOT / "spec" / "sdk.toml", Diagnostics())
    assert (settings.distribution, settings.module) == ("openrouter-keys", "openrouter")
    written = json.loads((GENERATED / MANIFEST).read_text(encoding="utf-8"))
    files = {path: (GENERATED / path).read_text(encoding="utf-8") for path in written}
    assert_names_are_told_apart(files, settings)


def test_no_template_and_no_file_of_the_runtime_tells_to_install_anything_else() -> None:
    files = read_tree(ROOT / "templates") | read_tree(ROOT / "generator" / "sdkwright" / "runtime")
    assert installed(files) == {
        "{{ page.distribution }}": {"docs/readme.md.jinja"},
        "{{ client.distribution }}": {"python/client.jinja"},
    }


def test_our_own_pages_tell_to_install_nothing_else() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "spec").glob("*.md")]
    found = installed({path.name: path.read_text(encoding="utf-8") for path in pages})
    assert {*found} <= {"openrouter-keys", "sdkwright"}


def test_our_readme_says_no_more_of_the_official_sdk_than_was_measured() -> None:
    measured = results.read(ROOT / "benchmarks" / "results.json")
    ratios = {one.id: measured.ratio(one.id, OURS, OFFICIAL) or 1 for one in MEASURES}
    calls = [ratios[one.id] for one in MEASURES if one.figure == "call"]
    claims = {
        "A call takes less than a third of the CPU time": max(calls) < 1 / 3,
        "an installation less than a fifth of the disk space": ratios["size_all"] < 1 / 5,
    }
    said = " ".join((GENERATED / "README.md").read_text(encoding="utf-8").split())
    assert [claim for claim in claims if claim not in said] == []
    assert [claim for claim, holds in claims.items() if not holds] == []


@pytest.mark.parametrize(
    "line",
    [
        "pip install x-y",
        "python -m pip install --upgrade x-y",
        "`pip install x-y`",
        "pip install 'x-y[fast]'",
        "uv add x-y",
    ],
)
def test_a_command_that_installs_is_known(line: str) -> None:
    assert installed({"a.md": line}) == {"x-y": {"a.md"}}
