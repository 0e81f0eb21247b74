"""Which operations of a document the settings want in the SDK."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdkwright import cli, config
from sdkwright.config.selection import Selector
from sdkwright.diagnostics import Diagnostics
from sdkwright.source.document import Document
from sdkwright.source.selection import select

CONFIG = config.from_options(Path("a.yaml"), "shop", Path("out"), Diagnostics())
DATA: dict[str, Any] = yaml.safe_load("""
openapi: 3.1.0
paths:
  /pets:
    parameters: []
    get: {operationId: listPets, tags: [Pets, Public]}
    post: {operationId: createPet, tags: [Pets]}
  /pets/{id}:
    $ref: '#/components/pathItems/Pet'
  /v1/toys:
    get: {operationId: listToys, x-speakeasy-group: Toys}
    additionalOperations:
      PURGE: {operationId: purgeToys, tags: [Toys]}
components:
  pathItems:
    Pet:
      get: {operationId: getPet, tags: [Pets]}
      delete: {operationId: deletePet, tags: [Pets]}
""")


def left(include: list[Selector], exclude: list[Selector]) -> list[str]:
    """Return the operationIds that are left; nothing else may be lost."""
    found = Diagnostics()
    settings = replace(CONFIG, include=tuple(include), exclude=tuple(exclude))
    made = select(Document("a.yaml", DATA, lambda _: (1, 1)), settings, found).data
    assert [item.message for item in found.items if item.severity == "error"] == []
    assert made["components"] == DATA["components"]
    assert made["paths"].keys() == DATA["paths"].keys()
    ids = []
    for item in made["paths"].values():
        whole = DATA["components"]["pathItems"]["Pet"] if "$ref" in item else item
        whole = {**whole, **whole.get("additionalOperations", {})}
        ids += [each["operationId"] for each in whole.values() if "operationId" in each]
    return ids


ALL = ["listPets", "createPet", "getPet", "deletePet", "listToys", "purgeToys"]


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        ([], [], ALL),
        ([Selector(tag="Pets")], [], ALL[:4]),
        ([Selector(tag="Public"), Selector(tag="Toys")], [], ["listPets", "listToys", "purgeToys"]),
        ([Selector(path="/pets")], [], ["listPets", "createPet"]),
        ([Selector(path="/pets/{id}")], [], ["getPet", "deletePet"]),
        ([Selector(path="GET *")], [], ["listPets", "getPet", "listToys"]),
        ([Selector(path="/v1/*")], [], ["listToys", "purgeToys"]),
        ([Selector(operation="list*")], [], ["listPets", "listToys"]),
        ([Selector(operation="*P*t*")], [], ["listPets", "createPet", "getPet", "deletePet"]),
        ([Selector(tag="Pets", path="GET *")], [], ["listPets", "getPet"]),
        ([], [Selector(path="DELETE *")], [*ALL[:3], *ALL[4:]]),
        ([], [Selector(path="PURGE *")], ALL[:5]),
        ([Selector(tag="Pets")], [Selector(operation="deletePet")], ALL[:3]),
        ([Selector(tag="*")], [Selector(tag="Public")], ALL[1:]),
    ],
)
def test_what_is_selected_is_left(
    include: list[Selector], exclude: list[Selector], expected: list[str]
) -> None:
    assert left(include, exclude) == expected


@pytest.mark.parametrize(
    "selector",
    [Selector(tag="pets"), Selector(path="/pet"), Selector(operation="Pet"), Selector(tag="P*x*s")],
)
def test_a_selector_that_selects_nothing_is_an_error(selector: Selector) -> None:
    found = Diagnostics()
    settings = replace(CONFIG, exclude=(selector,))
    select(Document("a.yaml", DATA, lambda _: (1, 1)), settings, found)
    assert [(item.severity, item.code) for item in found.items] == [
        ("error", "unused-selector"),
        ("note", "selected-operations"),
    ]
    assert str(selector) in found.items[0].message


def test_a_selector_reads_as_toml() -> None:
    assert str(Selector(tag="a", path="/b")) == '{ tag = "a", path = "/b" }'


DOCUMENT = """\
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://e.example}]
paths:
  /pets:
    get:
      tags: [Pets]
      operationId: listPets
      responses:
        '200':
          description: Fine.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
    delete: {tags: [Admin], operationId: deleteAll, responses: {'204': {description: Done.}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""
SETTINGS = '[package]\nmodule = "t"\n[operations]\n'


def gen(folder: Path, setting: str, monkeypatch: pytest.MonkeyPatch) -> int:
    (folder / "spec").mkdir(exist_ok=True)
    (folder / "spec/openapi.yaml").write_text(DOCUMENT, "utf-8")
    (folder / "spec/sdk.toml").write_text(f"{SETTINGS}{setting}\n", "utf-8")
    monkeypatch.chdir(folder)
    return cli.main(["gen", "--no-cache"])


def test_an_sdk_has_only_what_is_selected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gen(tmp_path, 'include = [{ tag = "Admin" }]', monkeypatch) == 0
    told = capsys.readouterr()
    assert told.out.startswith("1 of 1 operation, ")
    assert (
        "spec/openapi.yaml:4:1: note[selected-operations]: 1 of 2 operations are selected by "
        "`include` and `exclude` in the table `operations` of sdk.toml.\n"
    ) in told.err
    package = tmp_path / "generated/src/t"
    assert "def delete_all(" in (package / "admin.py").read_text("utf-8")
    assert not (package / "pets.py").exists()
    assert not (package / "components/pet.py").exists()


@pytest.mark.parametrize(
    "value", ['["Pets"]', "[{}]", '[{ tag = "" }]', '[{ tags = "a" }]', '{ tag = "a" }']
)
def test_a_selector_of_another_shape_is_refused(
    tmp_path: Path, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gen(tmp_path, f"exclude = {value}", monkeypatch) == 1
    assert (
        "spec/sdk.toml:4: error[bad-config]: `operations.exclude` must be a list of tables, each "
        "with one or more of `tag`, `path`, `operation`.\n"
    ) in capsys.readouterr().err


def test_an_operation_that_is_left_out_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old").mkdir()
    gen(tmp_path / "old", "", monkeypatch)
    (tmp_path / "new").mkdir()
    gen(tmp_path / "new", 'exclude = [{ path = "DELETE *" }]', monkeypatch)
    capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    files = ["old/spec/sdk.toml", "new/spec/sdk.toml"]
    assert cli.main(["diff", *files, "--fail-on", "breaking"]) == 1
    assert "t.admin: the resource was removed" in capsys.readouterr().out
