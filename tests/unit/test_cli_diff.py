"""`sdkwright diff` as users run it: in real repositories, with real documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sdkwright as package
from sdkwright import cli
from sdkwright.diagnostics import Diagnostics
from sdkwright.pipeline import compare
from tests.unit.support.repository import Repository

ROOT = Path(package.__file__).parents[2]
REDOCLY = ROOT / "node_modules/.bin/redocly"

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: https://shop.example}]
tags: [{name: Pets}]
paths:
  /pets:
    get:
      operationId: list
      tags: [Pets]
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        '204': {description: Nothing.}
"""
LIMIT = "{name: limit, in: query, schema: {type: integer}}"
REQUIRED = DOCUMENT.replace("in: query,", "in: query, required: true,")
LONGER = DOCUMENT.replace(
    "      responses:",
    "        - {name: offset, in: query, schema: {type: integer}}\n      responses:",
)
SHORTER = DOCUMENT.replace("tags: [{name: Pets}]\n", "")
SETTINGS = '[package]\nmodule = "shop"\nversion = "1.2.0"\n'

IS_REQUIRED = "shop.pets.list(): parameter `limit` is now required."
IS_NEW = "shop.pets.list(): optional parameter `offset` (`int`) is new."


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with settings and a document, on the branch `topic`, in which we are."""
    made = Repository(tmp_path / "shop")
    made.commit(spec__openapi=DOCUMENT, **{"spec__openapi.yaml": DOCUMENT})
    made.commit(**{"spec__sdk.toml": SETTINGS})
    made.run("switch", "--quiet", "--create", "topic")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def sdkwright(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


class Command:
    """Runs the command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """Give the exit status, what was written to stdout, and to stderr."""
        try:
            status = cli.main(["diff", *arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        done = self._capsys.readouterr()
        return status, done.out, done.err


def edit(text: str) -> None:
    Path("spec/openapi.yaml").write_text(text, encoding="utf-8")


# Against a commit


def test_the_work_tree_is_compared_committed_or_not(
    repository: Repository, sdkwright: Command
) -> None:
    edit(REQUIRED)
    status, shown, _ = sdkwright("--base", "main")
    assert (status, IS_REQUIRED in shown) == (0, True)
    repository.commit()
    assert sdkwright("--base", "main") == (status, shown, "")


def test_a_change_has_the_place_where_it_stands_now(
    repository: Repository, sdkwright: Command
) -> None:
    del repository
    edit(REQUIRED)
    assert "\n    spec/openapi.yaml:11:11\n" in sdkwright("--base", "main")[1]


def test_what_is_gone_has_the_place_where_it_was(
    repository: Repository, sdkwright: Command
) -> None:
    edit(LONGER)
    repository.commit()
    edit(DOCUMENT)
    assert "\n    HEAD:spec/openapi.yaml:12:11\n" in sdkwright("--base", "HEAD")[1]


def test_a_limit_holds_for_both_states(repository: Repository, sdkwright: Command) -> None:
    del repository
    fix = (
        "Fix: if this is intended, raise the limit: set `values` in the table `limits`, or "
        "pass `--limit values=N`."
    )
    edit(LONGER)  # of 56 values, keys among them; the document has 47
    status, _, said = sdkwright("--base", "main", "--limit", "values=55")
    assert (status, said[:21], said.endswith(f"{fix}\n")) == (1, "spec/openapi.yaml:14:", True)
    assert sdkwright("--base", "main", "--limit", "values=56")[::2] == (0, "")
    edit(SHORTER)
    status, _, said = sdkwright("--base", "main", "--limit", "values=46")
    assert (status, said[:26], said.endswith(f"{fix}\n")) == (1, "main:spec/openapi.yaml:13:", True)
    assert sdkwright("--base", "main", "--limit", "values=47")[::2] == (0, "")


def test_nothing_changes_where_nothing_was_changed(
    repository: Repository, sdkwright: Command
) -> None:
    del repository
    status, shown, said = sdkwright("--base", "main", "--fail-on", "docs")
    assert (status, said) == (0, "")
    assert shown.endswith("\nNothing changes for users.\n")


def test_what_others_did_on_the_base_since_is_not_counted(
    repository: Repository, sdkwright: Command
) -> None:
    left = repository.run("rev-parse", "HEAD")
    repository.run("switch", "--quiet", "main")
    edit(REQUIRED)
    repository.commit()
    repository.run("switch", "--quiet", "topic")
    edit(LONGER)
    status, shown, _ = sdkwright("--base", "main")
    assert status == 0
    assert shown.startswith(f"main at {left[:10]} -> the work tree\n")
    assert IS_NEW in shown
    assert "limit" not in shown


def test_settings_are_compared_as_they_were(repository: Repository, sdkwright: Command) -> None:
    del repository
    Path("spec/sdk.toml").write_text(SETTINGS + '[client]\nclass = "Store"\n', encoding="utf-8")
    status, shown, _ = sdkwright("--base", "main", "--fail-on", "breaking")
    assert status == 1
    assert "`Store`" in shown


def test_the_document_that_the_settings_named_then_is_the_old_one(
    repository: Repository, sdkwright: Command
) -> None:
    repository.run("mv", "spec/openapi.yaml", "shop.yaml")
    repository.commit(**{"spec__sdk.toml": SETTINGS + '[document]\npath = "../shop.yaml"\n'})
    repository.run("tag", "moved")
    repository.run("mv", "shop.yaml", "spec/openapi.yaml")
    repository.commit(**{"spec__sdk.toml": SETTINGS, "spec__openapi.yaml": REQUIRED})
    for base in ("main", "moved"):
        assert IS_REQUIRED in sdkwright("--base", base)[1]


def test_a_document_behind_a_link_is_found(repository: Repository, sdkwright: Command) -> None:
    repository.run("mv", "spec/openapi.yaml", "shop.yaml")
    Path("spec/openapi.yaml").symlink_to("../shop.yaml")
    repository.commit()
    Path("shop.yaml").write_text(REQUIRED, encoding="utf-8")
    assert IS_REQUIRED in sdkwright("--base", "HEAD")[1]


def test_the_old_settings_have_the_paths_of_the_work_tree(repository: Repository) -> None:
    del repository
    found = compare.with_ref(Path("spec/sdk.toml"), "main", Diagnostics())
    assert found.old == found.new
    assert found.old.document == Path("spec/openapi.yaml")


def test_it_works_from_any_folder_of_the_repository(
    repository: Repository, sdkwright: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(REQUIRED)
    (repository.folder / "a/b").mkdir(parents=True)
    monkeypatch.chdir(repository.folder / "a/b")
    status, shown, _ = sdkwright("--base", "main")
    assert (status, IS_REQUIRED in shown) == (0, True)
    assert "\n    ../../spec/openapi.yaml:11:11\n" in shown


# What goes wrong with a commit


def test_an_unknown_ref_is_named(repository: Repository, sdkwright: Command) -> None:
    del repository
    assert sdkwright("--base", "origin/main") == (
        2,
        "",
        (
            "error[unknown-ref]: unknown commit `origin/main`. Fix: fetch it, for example "
            "with `git fetch origin main`, or pass another commit.\n"
        ),
    )


def test_a_ref_is_no_option_of_git(repository: Repository, sdkwright: Command) -> None:
    del repository
    status, _, said = sdkwright("--base=--all")
    assert (status, said.split(". Fix")[0]) == (
        2, "error[unknown-ref]: unknown commit `--all`",
    )  # fmt: skip


def test_settings_that_did_not_exist_then_are_named(
    repository: Repository, sdkwright: Command
) -> None:
    repository.run("tag", "first", "main~1")
    assert sdkwright("--base", "first") == (
        2,
        "",
        (
            "first:spec/sdk.toml: error[missing-at-ref]: file not found at first. Fix: "
            "compare with a commit that has the file, or compare two files: `sdkwright "
            "diff OLD NEW`.\n"
        ),
    )


def test_a_document_that_did_not_exist_then_is_named(
    repository: Repository, sdkwright: Command
) -> None:
    repository.run("rm", "--quiet", "spec/openapi.yaml")
    repository.commit()
    edit(DOCUMENT)
    assert sdkwright("--base", "HEAD") == (
        2,
        "",
        (
            "HEAD:spec/openapi.yaml: error[missing-at-ref]: file not found at HEAD. Fix: "
            "compare with a commit that has the file, or compare two files: `sdkwright "
            "diff OLD NEW`.\n"
        ),
    )


def test_a_document_that_was_outside_of_the_repository_is_not_read(
    repository: Repository, sdkwright: Command, tmp_path: Path
) -> None:
    (tmp_path / "outside.yaml").write_text(DOCUMENT, encoding="utf-8")
    toml = f'{SETTINGS}[document]\npath = "{tmp_path}/outside.yaml"\n'
    repository.commit(**{"spec__sdk.toml": toml})
    status, _, said = sdkwright("--base", "HEAD")
    assert (status, said.split(":")[:3]) == (
        2,
        ["HEAD", "spec/sdk.toml", " error[not-in-repository]"],
    )


def test_settings_that_were_broken_are_at_the_ref(
    repository: Repository, sdkwright: Command
) -> None:
    repository.commit(**{"spec__sdk.toml": "[package]\nmodule = 3\n"})
    Path("spec/sdk.toml").write_text(SETTINGS, encoding="utf-8")
    status, shown, said = sdkwright("--base", "HEAD")
    assert (status, shown) == (1, "")
    assert said.startswith("HEAD:spec/sdk.toml:2: error[bad-config]: `package.module` must be")


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        ("openapi: 3.1.0\ninfo: [\n", "HEAD:spec/openapi.yaml:3:1: error[invalid-yaml]"),
        (
            DOCUMENT.replace(LIMIT, "{$ref: '#/nowhere'}"),
            "HEAD:spec/openapi.yaml:11:12: error[dropped-operation] GET /pets",
        ),
    ],
)
def test_a_document_that_was_broken_has_places_at_the_ref(
    repository: Repository, sdkwright: Command, broken: str, error: str
) -> None:
    repository.commit(**{"spec__openapi.yaml": broken})
    edit(DOCUMENT)
    status, shown, said = sdkwright("--base", "HEAD")
    assert (status, shown) == (1, "")
    assert error in said
    assert "tree/" not in said


def test_a_broken_document_in_the_work_tree_is_judged_as_by_gen(
    repository: Repository, sdkwright: Command
) -> None:
    del repository
    edit(DOCUMENT.replace(LIMIT, "{$ref: '#/nowhere'}"))
    status, shown, said = sdkwright("--base", "main")
    assert (status, shown) == (1, "")
    assert said.startswith("spec/openapi.yaml:11:12: error[dropped-operation] GET /pets: ")


def test_an_allowance_that_nobody_needed_then_is_no_mistake_of_today(
    repository: Repository, sdkwright: Command
) -> None:
    allowed = '[operations]\nallow_dropped = ["GET /pets"]\n'
    repository.commit(**{"spec__sdk.toml": SETTINGS + allowed})
    Path("spec/sdk.toml").write_text(SETTINGS, encoding="utf-8")
    edit(REQUIRED)
    status, shown, said = sdkwright("--base", "HEAD")
    assert (status, IS_REQUIRED in shown, said) == (0, True, "")


def test_a_folder_without_a_repository_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdkwright: Command
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "sdk.toml").write_text(SETTINGS, encoding="utf-8")
    status, _, said = sdkwright("--base", "main", "--config", str(tmp_path / "sdk.toml"))
    assert (status, said) == (
        2,
        "error[git]: git: not a git repository (or any of the parent directories): .git.\n",
    )


# Two files


def test_two_documents_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdkwright: Command
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(DOCUMENT, encoding="utf-8")
    Path("new.yaml").write_text(REQUIRED, encoding="utf-8")
    status, shown, _ = sdkwright("old.yaml", "new.yaml", "--module", "shop")
    assert status == 0
    assert shown.startswith("old.yaml -> new.yaml\n")
    assert IS_REQUIRED in shown
    assert "sdk.pets.list()" in sdkwright("old.yaml", "new.yaml")[1]


def test_two_files_of_settings_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdkwright: Command
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("old", DOCUMENT), ("new", LONGER)):
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
        toml = f'{SETTINGS}[document]\npath = "{name}.yaml"\n'
        Path(f"{name}.toml").write_text(toml, encoding="utf-8")
    status, shown, _ = sdkwright("old.toml", "new.toml", "--fail-on", "compatible")
    assert status == 1
    assert IS_NEW in shown
    assert "next version 1.3.0 (now 1.2.0)" in shown


def test_a_file_that_is_missing_is_told(tmp_path: Path, sdkwright: Command) -> None:
    missing = str(tmp_path / "none.yaml")
    assert sdkwright(missing, missing) == (
        2, "", f"{missing}: error[missing-file]: file not found.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "nothing to compare: pass --base REF, or two files"),
        (["a.yaml"], "nothing to compare: pass --base REF, or two files"),
        (["--base", "x", "a.yaml", "b.yaml"], "--base cannot be combined"),
        (["--base", "x", "--module", "m"], "--module needs two documents"),
        (["a.yaml", "b.yaml", "--config", "c.toml"], "--config needs --base"),
        (["a.toml", "b.yaml"], "OLD and NEW must be two sdk.toml files"),
        (["a.toml", "b.toml", "--module", "m"], "OLD and NEW must be two sdk.toml files"),
        (["a.yaml", "b.yaml", "--module", "import"], "the module must be"),
        (["--base", "x", "--fail-on", "all"], "invalid choice"),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    sdkwright: Command, arguments: list[str], complaint: str
) -> None:
    status, shown, said = sdkwright(*arguments)
    assert (status, shown, complaint in said) == (2, "", True)


# What comes out


@pytest.mark.parametrize(
    ("text", "limit", "status"),
    [
        (REQUIRED, "never", 0),
        (REQUIRED, "breaking", 1),
        (REQUIRED, "docs", 1),
        (LONGER, "breaking", 0),
        (LONGER, "compatible", 1),
    ],
)
def test_the_exit_status_follows_from_the_gravest_change(
    repository: Repository, sdkwright: Command, text: str, limit: str, status: int
) -> None:
    del repository
    edit(text)
    got, _, said = sdkwright("--base", "main", "--fail-on", limit)
    expected = f"failed: found changes that --fail-on {limit} forbids\n" if status else ""
    assert (got, said) == (status, expected)


def test_a_file_gets_the_result_and_the_terminal_the_counts(
    repository: Repository, sdkwright: Command
) -> None:
    del repository
    edit(REQUIRED)
    shown = sdkwright("--base", "main", "--format", "markdown", "--output", "comment.md")
    assert shown == (
        0, "1 breaking, 0 compatible, 0 docs only: next version 2.0.0 (now 1.2.0)\n", "",
    )  # fmt: skip
    comment = Path("comment.md").read_text(encoding="utf-8")
    assert comment.startswith("<!-- sdkwright diff -->\n**1 breaking**, 0 compatible")
    assert (0, comment, "") == sdkwright("--base", "main", "--format", "markdown")


def test_a_file_that_cannot_be_written_is_told(repository: Repository, sdkwright: Command) -> None:
    del repository
    status, shown, said = sdkwright("--base", "main", "--output", "no/where")
    assert (status, shown) == (2, "")
    assert said == "no/where: error[cannot-write]: No such file or directory.\n"


def test_json_is_all_of_stdout(repository: Repository, sdkwright: Command) -> None:
    del repository
    edit(REQUIRED)
    written = json.loads(sdkwright("--base", "main", "--format", "json")[1])
    assert written["next_version"] == "2.0.0"
    assert written["changes"][0]["old"] == {
        "file": "main:spec/openapi.yaml", "line": 11, "column": 11,
    }  # fmt: skip


def test_nothing_is_written_beside_the_result(repository: Repository, sdkwright: Command) -> None:
    edit(REQUIRED)
    sdkwright("--base", "main")
    assert repository.run("status", "--porcelain") == "M spec/openapi.yaml"


def test_help_is_there_before_anything_heavy() -> None:
    code = (
        "import sys\nfrom sdkwright import cli\n"
        "try:\n    cli.main(['diff', '--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'yaml', 'pydantic', 'subprocess', 'sdkwright.model.ir'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "sdkwright diff --base origin/main" in done.stdout
    assert done.stdout.endswith("[]\n")


# The document itself


def needs_redocly() -> None:
    if not REDOCLY.exists():
        pytest.skip("node_modules is not set up")


def program(folder: Path, script: str) -> str:
    made = folder / "redocly"
    made.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    made.chmod(0o755)
    return str(made)


def test_the_document_is_compared_by_redocly(repository: Repository, sdkwright: Command) -> None:
    needs_redocly()
    # The settings that a repository lints with must not switch the rules of `diff` off.
    repository.commit(**{"redocly.yaml": "extends: [recommended]\n"})
    edit(REQUIRED)
    _, written, _ = sdkwright("--base", "main", "--format", "json", "--document-diff", str(REDOCLY))
    assert json.loads(written)["document"] == {
        "failure": "",
        "caveat": "",
        "counts": {"major": 1, "minor": 0, "patch": 0},
        "changes": [
            {
                "impact": "major",
                "kind": "modified",
                "pointer": "#/paths/~1pets/get/parameters/0",
                "what": "GET /pets, parameters/0: required",
                "message": "`limit` query parameter became required.",
                "old": {"file": "main:spec/openapi.yaml", "line": 11, "column": 11},
                "new": {"file": "spec/openapi.yaml", "line": 11, "column": 46},
            }
        ],
    }


def test_redocly_is_told_to_be_quiet(
    repository: Repository, sdkwright: Command, tmp_path: Path
) -> None:
    del repository
    log = tmp_path / "log"
    script = f'printenv REDOCLY_TELEMETRY >"{log}"; echo "$@" >>"{log}"; echo \'{{"changes": []}}\''
    status, shown, said = sdkwright("--base", "main", "--document-diff", program(tmp_path, script))
    assert (status, said) == (0, "")
    assert "The document itself, according to Redocly\n\n  No change.\n" in shown
    telemetry, arguments = log.read_text(encoding="utf-8").splitlines()
    assert telemetry == "off"
    assert "--fail-on none" in arguments


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo '║ advice ║' >&2; echo 'Error: it burns' >&2; exit 1", "it burns"),
        ("exit 3", "exit status 3, without a message"),
        ("echo '{}'", "its output is not JSON of a supported version"),
        ("echo 'no JSON'", "its output is not JSON of a supported version"),
    ],
)
def test_a_redocly_that_fails_hides_nothing_of_ours(
    repository: Repository, sdkwright: Command, tmp_path: Path, script: str, reason: str
) -> None:
    del repository
    edit(REQUIRED)
    redocly = program(tmp_path, script)
    status, shown, said = sdkwright("--base", "main", "--document-diff", redocly)
    assert (status, IS_REQUIRED in shown) == (0, True)
    assert f"\nThe document itself was not compared: {reason}.\n" in shown
    assert said == f"warning: {redocly} failed: {reason}\n"
    status, _, _ = sdkwright("--base", "main", "--document-diff", redocly, "--fail-on", "breaking")
    assert status == 1


def test_a_document_that_redocly_cannot_resolve_is_compared_nevertheless(
    repository: Repository, sdkwright: Command
) -> None:
    needs_redocly()
    lost = "components: {schemas: {Unused: {$ref: '#/nowhere'}}}\n"
    repository.commit(**{"spec__openapi.yaml": DOCUMENT + lost})
    edit(REQUIRED + lost)
    _, shown, said = sdkwright("--base", "HEAD", "--document-diff", str(REDOCLY))
    assert said == ""
    assert "  major modified GET /pets, parameters/0: required: `limit` query" in shown
    assert "  This list may be incomplete: spec/openapi.yaml:14:" in shown


def test_a_redocly_that_is_not_there_hides_nothing_of_ours(
    repository: Repository, sdkwright: Command
) -> None:
    del repository
    status, shown, said = sdkwright("--base", "main", "--document-diff", "no/redocly")
    assert (status, shown.endswith("Nothing changes for users.\n")) == (0, True)
    assert said == (
        "warning: no/redocly failed: cannot run `no/redocly`: No such file or directory\n"
    )


def test_a_failure_of_redocly_names_no_folder_that_is_gone(
    repository: Repository, sdkwright: Command, tmp_path: Path
) -> None:
    del repository
    redocly = program(tmp_path, 'echo "Error: no good: $2" >&2; exit 1')
    assert (
        "no good: main:spec/openapi.yaml"
        in sdkwright("--base", "main", "--document-diff", redocly)[2]
    )


# Time


def test_our_own_document_is_compared_in_two_seconds_of_work(tmp_path: Path) -> None:
    for name in ("old", "new"):
        text = (ROOT / "spec/openapi.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    code = (
        "import sys, time\nfrom sdkwright import cli\n"
        "status = cli.main(['diff', 'old.yaml', 'new.yaml'])\n"
        "print(time.process_time())\nsys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
    )  # fmt: skip
    assert float(done.stdout.splitlines()[-1]) < 2


# Names that settings choose


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            '[naming]\noperation_ids = "as-written"\n',
            "shop.pets.list(): is now `shop.pets.list_pets_pets_get()`.",
        ),
        ('[naming.rename]\n"GET /pets" = "all"\n', "shop.pets.list(): is now `shop.pets.all()`."),
        (
            '[naming.rename]\n"GET /pets" = "animals.list"\n',
            "shop.pets: is now `shop.animals`.",
        ),
    ],
)
def test_another_name_for_a_released_method_breaks(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    settings: str,
    message: str,
) -> None:
    document = DOCUMENT.replace("operationId: list", "operationId: list_pets_pets_get")
    for name, more in (("old", ""), ("new", settings)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "openapi.yaml").write_text(document, "utf-8")
        (tmp_path / name / "sdk.toml").write_text(f"{SETTINGS}\n{more}", "utf-8")
    monkeypatch.chdir(tmp_path)
    arguments = ["diff", "old/sdk.toml", "new/sdk.toml", "--fail-on", "breaking"]
    assert cli.main(arguments) == 1
    assert message in capsys.readouterr().out
