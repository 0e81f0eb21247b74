"""The pages made from tables: diagnostics, settings, extensions; and that the tables are true."""

from __future__ import annotations

import ast
import json
import os
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, get_args

import jsonschema
import pytest

import sdkwright
from sdkwright import cli
from sdkwright.config import reference, settings
from sdkwright.config.settings import SETTINGS, TABLES
from sdkwright.diagnostics import Severity, codes
from sdkwright.diagnostics.codes import CODES
from sdkwright.frontend import repairs
from sdkwright.model import extensions

PACKAGE: Final = Path(sdkwright.__file__).parent
DOCS: Final = PACKAGE.parents[1] / "docs"

PAGES: Final[dict[str, Callable[[], str]]] = {
    "diagnostics.md": codes.markdown,
    "extensions.md": extensions.markdown,
    "settings.md": reference.markdown,
}
_SEVERITIES: Final[dict[str, Severity]] = {
    "error": "error",
    "fatal": "error",
    "usage": "error",
    "warning": "warning",
    "note": "note",
}
_PASSED_ON: Final = frozenset({"_warn", "_error", "_fail", "BadText", "Repair"})
"""Functions that take a code and pass it on."""

_CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COMPUTED: Final = {"missing-title", "missing-version"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_up_to_date(page: str) -> None:
    expected = PAGES[page]()
    if os.environ.get("UPDATE_REFERENCE"):
        (DOCS / page).write_text(expected, "utf-8")
    assert (DOCS / page).read_text("utf-8") == expected, "make reference writes it again"


# Codes


def _trees() -> Iterator[ast.AST]:
    for file in sorted(PACKAGE.rglob("*.py")):
        room = file.relative_to(PACKAGE).parts
        if room[0] not in {"runtime", "diff"} and room[:2] != ("diagnostics", "codes"):
            yield ast.parse(file.read_text("utf-8"))


def _used() -> dict[str, set[Severity]]:
    """Return the codes in calls that report, with their severities where these are known."""
    found: dict[str, set[Severity]] = defaultdict(set)
    for node in (node for tree in _trees() for node in ast.walk(tree)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
        texts = [item.value for item in node.args if isinstance(item, ast.Constant)]
        given = [text for text in texts if isinstance(text, str) and _CODE.fullmatch(text)]
        if name in _SEVERITIES and given and given[0] == texts[0]:
            found[given[0]].add(_SEVERITIES[name])
        elif name in _PASSED_ON:
            found.update({text: set() for text in given if text not in found})
    return found


def test_each_code_that_is_used_has_a_page() -> None:
    used = {*_used(), *get_args(repairs.Code)} - {""}
    assert sorted(used - CODES.keys()) == []


def test_each_code_that_has_a_page_is_used() -> None:
    constants = {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(CODES.keys() - constants) == sorted(_COMPUTED)


def test_each_severity_of_a_code_is_on_its_page() -> None:
    wrong = {
        name: severities
        for name, severities in _used().items()
        if not severities <= {*CODES[name].severities}
    }
    assert wrong == {}


def test_each_severity_on_a_page_is_used() -> None:
    passed_on = {"dropped-operation", "unresolved-reference"}  # a setting, a wrapper
    wrong = {
        name: severities
        for name, severities in _used().items()
        if severities and name not in passed_on and severities != {*CODES[name].severities}
    }
    assert wrong == {}


def test_pages_are_sorted_and_one_for_each_code() -> None:
    for _, room in codes.ROOMS:
        names = [code.name for code in room]
        assert names == sorted(set(names))
    assert sum(len(room) for _, room in codes.ROOMS) == len(CODES)


def test_explain_prints_the_page_of_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "empty-path"]) == 0
    assert capsys.readouterr().out == (
        "empty-path (warning)\n\nNothing is below this path; it is ignored.\n\n"
        "Fix: Complete or remove it.\n"
    )


def test_explain_prints_the_rule_of_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "webhook-removed"]) == 0
    assert capsys.readouterr().out.startswith(
        "webhook-removed (a breaking change, found by `sdkwright diff`)\n\nA webhook is gone.\n\n"
    )


def test_explain_prints_a_setting(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "package.all_components"]) == 0
    assert capsys.readouterr().out == (
        "package.all_components (a setting in sdk.toml)\n\nWhether schemas in `components` that no "
        "operation uses are generated, too.\n\nMust be true or false. Default: `false`.\n\n"
        "  [package]\n  all_components = true\n"
    )


@pytest.mark.parametrize("key", ["x-speakeasy-enums", "x-enum-varnames"])
def test_explain_prints_an_extension(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", key]) == 0
    told = capsys.readouterr().out
    assert told.startswith("x-speakeasy-enums (an extension)\n\nNames of the values of an `enum`")
    assert told.endswith(
        "\n\nIn: schema. The same: x-enumNames, x-enum-varnames.\n\n"
        "  x-speakeasy-enums: [WAITING, SENT]\n"
    )


def test_explain_alone_lists_all_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Commands, settings and output", "  bad-config" + " " * 15 + "error"]
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [*CODES]


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ("weak_types", "did you mean `weak-type`?"),
        ("Dropped-Operation", "did you mean `dropped-operation`?"),
        ("zzz", "`sdkwright explain` lists all codes."),
    ],
)
def test_explain_suggests_codes_that_are_close(
    wrong: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["explain", wrong]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"error[usage]: nothing is called `{wrong}`; {advice}\n"


# Settings


def _example() -> str:
    """Return a file with the example of each setting."""
    return "".join(
        f"[{table}]\n"
        + "".join(
            f"{row.name} = {row.example}\n" for row in SETTINGS.values() if row.table == table
        )
        for table in TABLES
    )


def test_each_example_of_a_setting_is_accepted() -> None:
    content = tomllib.loads(_example())
    assert [
        row.key for row in SETTINGS.values() if not row.kind.accepts(content[row.table][row.name])
    ] == []


def test_the_schema_accepts_the_examples() -> None:
    jsonschema.Draft7Validator.check_schema(reference.schema())
    jsonschema.validate(tomllib.loads(_example()), reference.schema())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[package]\n",
        '[package]\nmodule = "a-b"\n',
        '[package]\nmodule = "a"\nmodul = "b"\n',
        '[packages]\nmodule = "a"\n',
        '[package]\nmodule = "a"\n[limits]\nvalues = 0\n',
        '[package]\nmodule = "a"\n[package.urls]\nHome = "ftp://x"\n',
    ],
)
def test_the_schema_rejects_what_reading_rejects(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), reference.schema())


def test_the_settings_of_this_repository_fit_the_schema() -> None:
    content = (PACKAGE.parents[1] / "spec/sdk.toml").read_text("utf-8")
    jsonschema.validate(tomllib.loads(content), reference.schema())


def test_schema_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == reference.schema()


def test_each_table_has_settings_and_each_setting_a_table() -> None:
    assert {row.table for row in SETTINGS.values()} == TABLES.keys()


@pytest.mark.parametrize(
    ("wrong", "fix"),
    [
        ("modul", "write `module`"),
        ("envprefix", "write `env_prefix`"),
        ("env-prefix", "write `env_prefix`"),
        ("x", "choose one of: `module`, `env_prefix`"),
    ],
)
def test_a_misspelled_name_is_corrected(wrong: str, fix: str) -> None:
    assert settings.choices(wrong, ["module", "env_prefix"]) == fix


# Extensions


def test_each_extension_that_is_named_in_the_code_is_in_the_table() -> None:
    known = {key for item in extensions.EXTENSIONS for key in (item.key, *item.aliases)}
    named = {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"x-[A-Za-z-]*[A-Za-z]", node.value)
    }
    ours = {name for name in named if name.startswith("x-sdkwright-")} | {"x-operations"}
    assert sorted(named - ours - known) == []
