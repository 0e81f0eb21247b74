"""The workflows: what can be known of them without GitHub."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
FILES = sorted((GITHUB / "workflows").glob("*.y*ml"))
GLUE = {"cat", "mkdir", "printf", "test"}
"""What a step may run beside `make` and our scripts: nothing that needs a test of its own."""

each_workflow = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def workflow(name: str) -> dict[str, Any]:
    # The base loader leaves `on` a string; YAML 1.1 takes it for a boolean.
    path = GITHUB / "workflows" / f"{name}.yml"
    content: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
    return content


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in workflow(path.stem)["jobs"].values():
        yield from job["steps"]


def commands(path: Path) -> Iterator[list[str]]:
    for step in steps(path):
        for line in step.get("run", "").splitlines():
            yield shlex.split(line, comments=True)


def makefile() -> str:
    return (ROOT / "Makefile").read_text()


def uses_make_well(words: list[str]) -> bool:
    """Tell whether `make` has the targets and the variables that a command gives it."""
    variables = [word.partition("=")[0] for word in words if "=" in word]
    targets = [word for word in words if "=" not in word]
    phony = re.search(r"^\.PHONY: (.*)$", makefile(), re.MULTILINE)
    assert phony is not None
    return (
        len(targets) == 1
        and targets[0] in phony[1].split()
        and all(re.search(rf"\$(\(|\(or |\(if |\$){name}\b", makefile()) for name in variables)
    )


def is_known(words: list[str]) -> bool:
    match words:
        case ["make", *rest]:
            return uses_make_well(rest)
        case ["python3", "-I", script, *_]:
            return (ROOT / script).is_file() and script.startswith(".github/scripts/")
        case ["git", "branch", *_]:
            return True
        case [program, *_]:
            return program in GLUE
    return False


def minor_versions(project: Path) -> list[str]:
    classifiers = tomllib.loads(project.read_text())["project"]["classifiers"]
    prefix = "Programming Language :: Python :: 3."
    return [line.rpartition(" ")[2] for line in classifiers if line.startswith(prefix)]


def test_there_are_the_workflows_that_the_page_describes() -> None:
    page = (ROOT / "docs" / "publishing.md").read_text()
    named = re.findall(r"^\| `([a-z-]+)\.yml` \|", page, re.MULTILINE)
    assert sorted(named) == sorted(path.stem for path in FILES)


@each_workflow
def test_every_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"^ +(?:- )?uses: *(.*)$", path.read_text(), re.MULTILINE)
    pinned = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in used if not pinned.fullmatch(line)] == []
    assert len(used) == sum("uses" in step for step in steps(path))


def test_an_action_has_one_version_everywhere() -> None:
    found = set(re.findall(r"uses: (\S+@\S+)", "".join(path.read_text() for path in FILES)))
    assert len(found) == len({pin.partition("@")[0] for pin in found})


@each_workflow
def test_steps_run_only_make_our_scripts_and_glue(path: Path) -> None:
    assert [words for words in commands(path) if not is_known(words)] == []


@pytest.mark.parametrize(
    "command",
    ["make tset", "make test TEST=1", "make", "curl x", "python3 -I tests/x.py", "pip install x"],
)
def test_another_command_is_recognised(command: str) -> None:
    assert not is_known(command.split())


@each_workflow
def test_nothing_is_pasted_into_a_command(path: Path) -> None:
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@each_workflow
def test_nothing_is_allowed_that_a_job_does_not_ask_for(path: Path) -> None:
    content = workflow(path.stem)
    assert content["permissions"] == {}
    assert [name for name, job in content["jobs"].items() if "permissions" not in job] == []


@each_workflow
def test_nothing_runs_for_hours_or_twice_at_once(path: Path) -> None:
    content = workflow(path.stem)
    assert "concurrency" in content
    assert [name for name, job in content["jobs"].items() if "timeout-minutes" not in job] == []


@each_workflow
def test_no_checkout_keeps_its_token(path: Path) -> None:
    checkouts = [
        step for step in steps(path) if step.get("uses", "").startswith("actions/checkout")
    ]
    assert [s for s in checkouts if s["with"].get("persist-credentials") != "false"] == []


def test_what_runs_a_strangers_code_may_only_read() -> None:
    for name in ("ci", "spec-diff"):
        for job in workflow(name)["jobs"].values():
            assert job["permissions"] in ({}, {"contents": "read"})


def test_what_may_write_to_pull_requests_checks_out_the_default_branch() -> None:
    content = workflow("spec-diff-comment")
    assert set(content["on"]) == {"workflow_run"}
    assert content["on"]["workflow_run"]["workflows"] == [workflow("spec-diff")["name"]]
    checkout = content["jobs"]["comment"]["steps"][0]
    assert checkout["with"].keys() == {"persist-credentials", "sparse-checkout"}


def test_no_workflow_is_of_the_kind_that_gives_forks_a_token() -> None:
    assert [path.stem for path in FILES if "pull_request_target" in path.read_text()] == []


def test_the_matrix_has_every_python_that_the_packages_promise() -> None:
    matrix = workflow("ci")["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert matrix == minor_versions(ROOT / "pyproject.toml")
    assert matrix == minor_versions(ROOT / "generated" / "pyproject.toml")


def test_ci_is_green_only_if_every_job_is() -> None:
    jobs = workflow("ci")["jobs"]
    last = jobs.pop("ci")
    assert last["needs"] == list(jobs)
    assert last["if"] == "always()"
    assert list(commands(GITHUB / "workflows" / "ci.yml"))[-1] == [
        "test",
        "$RESULTS",
        "=",
        " ".join(["success"] * len(jobs)),
    ]


def test_only_the_job_that_uploads_is_a_trusted_publisher_and_it_does_nothing_else() -> None:
    jobs = workflow("release")["jobs"]
    upload = jobs.pop("upload")
    assert upload["permissions"] == {"id-token": "write"}
    assert upload["environment"] == "pypi"
    assert [step["uses"].partition("@")[0] for step in upload["steps"]] == [
        "actions/download-artifact",
        "pypa/gh-action-pypi-publish",
    ]
    assert [name for name, job in jobs.items() if "environment" in job] == []


def test_what_is_built_cannot_be_signed_by_what_built_it() -> None:
    jobs = workflow("release")["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["attest"]["permissions"] == {"attestations": "write", "id-token": "write"}
    assert [step for step in jobs["attest"]["steps"] if "run" in step] == []
    assert set(jobs["attest"]["needs"]) == {"test", "build"}
    assert jobs["upload"]["needs"] == ["attest"]
