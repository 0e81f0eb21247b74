"""What users are told to install is the distribution: a module can have another name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.config import Config
from generator.emit import emit
from tests.golden.cases import Case, made_cases, read_tree

ROOT = Path(__file__).parents[2]
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
    assert installed(files) == {name: {"README.md", "docs/llms-full.txt"}}
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


def test_no_template_and_no_file_of_the_runtime_tells_to_install_anything_else() -> None:
    files = read_tree(ROOT / "templates") | read_tree(ROOT / "generator" / "runtime")
    assert installed(files) == {"{{ page.distribution }}": {"docs/readme.md.jinja"}}


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
