"""Templates of the owner of an API: they replace ours one by one, and their faults are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sdkwright import cli
from sdkwright.workspace.own_files import template_names, templates

DOCUMENT = """\
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://e.example}]
paths:
  /x: {get: {operationId: getX, tags: [x], responses: {'204': {description: Done.}}}}
"""
SETTINGS = '[package]\nmodule = "t"\n[templates]\ndirectory = "templates"\n'
VERSION = "python/version.jinja"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "spec/templates").mkdir(parents=True)
    (tmp_path / "spec/openapi.yaml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "spec/sdk.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def put(name: str, text: str) -> Path:
    path = Path("spec/templates") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def generated(path: str) -> str:
    return (Path("generated") / path).read_text("utf-8")


@pytest.mark.usefixtures("project")
def test_a_template_replaces_ours_and_no_other() -> None:
    put(
        VERSION,
        '{# view: RootView #}\n"""Ours."""\n\n__version__ = {{ root.version | py_string }}\n',
    )
    assert cli.main(["gen"]) == 0
    assert generated("src/t/_version.py") == '"""Ours."""\n\n__version__ = "0.1.0"\n'
    assert "class T(Client)" in generated("src/t/client.py")


@pytest.mark.usefixtures("project")
def test_a_template_may_include_ours_and_replace_what_ours_include() -> None:
    put("docs/printed.jinja", "    print('replaced')\n")
    assert cli.main(["gen"]) == 0
    assert "print('replaced')" in generated("README.md")


@pytest.mark.usefixtures("project")
def test_a_changed_template_is_no_short_cut(capsys: pytest.CaptureFixture[str]) -> None:
    put(VERSION, '__version__ = "1"\n')
    cli.main(["gen"])
    assert cli.main(["gen"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("up to date")
    put(VERSION, '__version__ = "2"\n')
    assert cli.main(["gen", "--check"]) == 1
    assert cli.main(["gen"]) == 0
    assert generated("src/t/_version.py") == '__version__ = "2"\n'


@pytest.mark.usefixtures("project")
def test_a_template_that_is_added_or_removed_is_no_short_cut() -> None:
    assert cli.main(["gen"]) == 0
    ours = generated("src/t/_version.py")
    path = put(VERSION, '__version__ = "1"\n')
    assert cli.main(["gen"]) == 0
    assert generated("src/t/_version.py") == '__version__ = "1"\n'
    path.unlink()
    assert cli.main(["gen"]) == 0
    assert generated("src/t/_version.py") == ours


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        (VERSION, "a\n{% if %}\n", 2, "Expected an expression, got 'end of statement block'"),
        (
            VERSION,
            "{{ root.nothing }}\n",
            1,
            "'sdkwright.emit.package.RootView object' has no attribute",
        ),
        (VERSION, "\n\n{{ nothing }}\n", 3, "'nothing' is undefined"),
        (VERSION, "{% include 'none.jinja' %}\n", 1, "there is no template `none.jinja`"),
        (VERSION, "{{ root.version | none }}\n", 1, "No filter named 'none'."),
        (VERSION, "{{ 1 / 0 }}\n", 1, "division by zero"),
        (VERSION, "{{ 1 + 'a' }}\n", 1, "unsupported operand type(s) for +: 'int' and 'str'"),
        (VERSION, "{{ ''.__class__.mro() }}\n", 1, "access to attribute '__class__' of 'str'"),
        ("docs/printed.jinja", "\n{{ nothing }}\n", 2, "'nothing' is undefined"),
    ],
)
def test_a_fault_is_told_with_its_line(
    name: str, text: str, line: int, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(name, text)
    assert cli.main(["gen"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        f"spec/templates/{name}:{line}: error[bad-template]: the template cannot be rendered: "
        f"{reason}"
    )
    assert len(told.splitlines()) == 1
    assert not Path("generated").exists()


@pytest.mark.usefixtures("project")
def test_python_that_cannot_be_parsed_is_blamed_on_the_template(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(VERSION, "def (")
    assert cli.main(["gen"]) == 1
    told = capsys.readouterr().err
    assert "the generated Python cannot be parsed" in told
    assert "Fix: correct the templates in `templates.directory`; if it fails without" in told


@pytest.mark.usefixtures("project")
def test_a_file_that_replaces_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    put("python/clients.jinja", "x")
    assert cli.main(["gen"]) == 0
    assert capsys.readouterr().err == (
        "spec/templates/python/clients.jinja: warning[unknown-template]: there is no template of "
        "this name, so the file replaces none. Fix: correct its name; `sdkwright templates list` "
        "lists them.\n"
    )


def test_a_folder_that_is_missing_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec/templates").rmdir()
    assert cli.main(["gen"]) == 2
    assert capsys.readouterr().err.startswith("spec/templates: error[missing-file]: folder not")


def test_a_folder_elsewhere_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "spec/sdk.toml").write_text(SETTINGS.replace('"templates"', '"../other"'), "utf-8")
    assert cli.main(["gen"]) == 1
    assert capsys.readouterr().err.startswith("spec/sdk.toml:4: error[outside-file]: `../other` is")


# The command


@pytest.mark.usefixtures("project")
def test_templates_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    put(VERSION, "x")
    assert cli.main(["templates", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[2:].split()[0] for line in lines] == template_names()
    assert [line.split()[1] for line in lines if line.startswith("*")] == [VERSION]
    (client,) = [line.split() for line in lines if "python/client.jinja" in line]
    assert client == ["python/client.jinja", "ClientView"]


def test_templates_are_listed_without_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["templates", "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(template_names())


@pytest.mark.usefixtures("project")
def test_every_template_that_is_copied_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gen"]) == 0
    for name in template_names():
        assert cli.main(["templates", "copy", name]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "wrote spec/templates/docs/alias.jinja"
    assert Path("spec/templates", VERSION).read_bytes() == (templates() / VERSION).read_bytes()
    assert cli.main(["gen", "--check"]) == 0


@pytest.mark.usefixtures("project")
def test_a_copy_overwrites_nothing_without_force(capsys: pytest.CaptureFixture[str]) -> None:
    path = put(VERSION, "mine")
    assert cli.main(["templates", "copy", VERSION]) == 2
    assert path.read_text() == "mine"
    assert "error[existing-file]" in capsys.readouterr().err
    assert cli.main(["templates", "copy", VERSION, "--force"]) == 0
    assert path.read_text() != "mine"


def test_without_a_setting_the_copy_says_which_one_is_needed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec/sdk.toml").write_text('[package]\nmodule = "t"\n', "utf-8")
    assert cli.main(["templates", "copy", VERSION]) == 0
    assert capsys.readouterr().out == (
        f"wrote spec/templates/{VERSION}\n"
        'Set `directory = "templates"` in the table `templates` of sdk.toml to use it.\n'
    )


@pytest.mark.usefixtures("project")
def test_a_copy_goes_to_another_folder() -> None:
    assert cli.main(["templates", "copy", VERSION, "--output", "other"]) == 0
    assert Path("other", VERSION).is_file()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", ["python/clent.jinja", "../pyproject.toml", "nothing"])
def test_a_name_of_no_template_is_a_wrong_use(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["templates", "copy", name]) == 2
    assert f"there is no template `{name}`" in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_a_report_has_the_place_of_a_fault() -> None:
    put(VERSION, "{{ nothing }}")
    assert cli.main(["gen", "--report", "report.json"]) == 1
    (item,) = json.loads(Path("report.json").read_text())["diagnostics"]
    assert item["place"] == {"file": f"spec/templates/{VERSION}", "line": 1, "column": 0}
