"""What the tests of real documents would find: a package that is damaged on purpose shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.corpus.support import checking
from tests.corpus.support.calling import Caller, Outcome
from tests.corpus.support.contract import Contract, Documented
from tests.corpus.support.making import Made, make
from tests.corpus.support.measuring import Fault, Measured
from tests.corpus.support.page import BEGIN, Page
from tests.corpus.support.reading import Meant, Reader, Received
from tests.corpus.support.server import serving
from tests.corpus.support.values import Endless, Values
from tests.corpus.support.xml_text import XmlWriter

SHOP = Path(__file__).parent / "shop.yaml"


class Damage(NamedTuple):
    """One change of the generated code, and the faults that it must show as (any one of them)."""

    name: str
    file: str
    before: str
    after: str
    told: tuple[str, ...]


DAMAGES = (
    Damage("path", "things.py", '"/things"', '"/thing"', ("path: reached no operation",)),
    Damage("method", "things.py", '"POST"', '"PUT"', ("path: reached no operation",)),
    Damage("query", "things.py", "how-many", "how_many", ("query how-many: is lost",)),
    Damage("header", "things.py", "X-Trace", "X-Trade", ("header X-Trace: is lost",)),
    Damage("body", "things.py", '"size": ', '"sise": ', ("body: $.size is lost",)),
    Damage("argument", "things.py", "how_many: int", "how_many: bool", ("argument how_many",)),
    Damage("field", "components/thing.py", "made:", "maid:", ("$.made is lost",)),
    Damage(
        "required",
        "components/part.py",
        "weight: Number",
        "wait: Number",
        ("$.next.wait: missing",),
    ),
    Damage("type", "components/thing.py", "size: int", "size: bool", ("expected bool",)),
    Damage("error", "things.py", "404: ", "405: ", ("ShopDefaultError, not",)),
)


def made(module: str, scratch: Path, damage: Damage | None = None) -> Made:
    one = make(SHOP, module, scratch / "scratch")
    if damage is None:
        return one
    path = f"src/{module}/{damage.file}"
    text = one.files[path]
    assert damage.before in text, text
    return replace(one, files={**one.files, path: text.replace(damage.before, damage.after)})


def called(one: Made, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Outcome]:
    packages = folder / "packages"
    one.write(packages)
    monkeypatch.syspath_prepend(packages)
    assert one.index is not None
    with serving() as mouth:
        caller = Caller(one.module, one.client_class, one.index, one.contract, mouth)
        return caller.all(asynchronous=False) + caller.all(asynchronous=True)


def told(outcomes: list[Outcome]) -> str:
    return "\n".join(
        fault
        for one in outcomes
        for fault in (*one.call, *one.request, *one.typed.values(), *one.same.values())
    )


def test_a_package_as_it_is_generated_has_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = called(made("shop", tmp_path), tmp_path, monkeypatch)
    assert [(one.operation, one.answers) for one in outcomes[:2]] == [
        ("GET /things/{id}", 2),
        ("POST /things", 1),
    ]
    assert told(outcomes) == ""


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_a_damaged_package_is_found_out(
    damage: Damage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = made(f"shop_{damage.name}", tmp_path, damage)
    found = told(called(one, tmp_path, monkeypatch)).replace(f"Shop{damage.name.title()}", "Shop")
    assert any(text in found for text in damage.told), found


def test_tools_find_what_is_wrong_with_code(tmp_path: Path) -> None:
    one = made("shop_code", tmp_path)
    path = "src/shop_code/things.py"
    code = f"{one.files[path]}\nimport os\nnumber: int = 'text'\npattern = '\\d'\n"
    replace(one, files={**one.files, path: code}).write(tmp_path)
    assert checking.compiles(tmp_path, "shop_code") != []
    assert "F401: things.py: `os` imported but unused" in checking.lint(tmp_path, "shop_code")
    modules, failed = checking.imports(tmp_path, "shop_code")
    assert modules == 17
    assert "invalid escape sequence" in failed[0]


def test_a_type_checker_finds_what_is_wrong_and_says_so_once_of_the_runtime(tmp_path: Path) -> None:
    codes = {
        "__init__.py": "from ._runtime.words import word, worm\nnumber: int = word\n",
        "_runtime/words.py": "word = 'text'\nnumber: int = word\n",
        "_runtime/known.py": "number: int = 'text'\n",
    }
    packages = tmp_path / "packages"
    for module in ("one", "two"):
        (packages / module / "_runtime").mkdir(parents=True)
        for name, code in codes.items():
            (packages / module / name).write_text(code)
    (tmp_path / "known").mkdir()
    (tmp_path / "known/known.py").write_text(codes["_runtime/known.py"])
    found = checking.type_check(packages, ["one", "two"], tmp_path / "typed", tmp_path / "known")
    places = {
        module: sorted(each.rpartition(": ")[0] for each in said) for module, said in found.items()
    }
    assert places == {
        "one": [
            "reportAssignmentType: one/__init__.py:2",
            "reportAssignmentType: one/_runtime/words.py:2",
            "reportAttributeAccessIssue: one/__init__.py:1",
        ],
        "two": [
            "reportAssignmentType: two/__init__.py:2",
            "reportAttributeAccessIssue: two/__init__.py:1",
        ],
    }


class World(NamedTuple):
    operation: Documented
    reader: Reader
    meant: Meant


@pytest.fixture
def world() -> World:
    def query(name: str, **more: object) -> object:
        return {"name": name, "in": "query", "schema": {"type": "array"}, **more}

    contract = Contract(
        {
            "openapi": "3.1.0",
            "paths": {
                "/a/{where}": {
                    "get": {
                        "parameters": [
                            {"name": "where", "in": "path", "required": True, "style": "matrix"},
                            query("list", explode=False),
                            query("deep", style="deepObject"),
                        ],
                        "security": [{"key": []}],
                    }
                }
            },
            "components": {
                "securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": "key"}}
            },
        }
    )
    deep = {"b": 1, "c": "d"}
    parameters = {("path", "where"): 7, ("query", "list"): [1, 2], ("query", "deep"): deep}
    meant = Meant(parameters)
    del contract.operations["GET /a/{where}"].parameters["query", "deep"]["schema"]
    operation = contract.operations["GET /a/{where}"]
    return World(operation, Reader(contract, Values(contract, "write")), meant)


@pytest.mark.parametrize(
    ("target", "faults"),
    [
        ("/a/;where=7?list=1,2&deep%5Bb%5D=1&deep%5Bc%5D=d&key=k", []),
        (
            "/a/;where=8?list=1&list=2&deep=1&key=k",
            [
                "path where: $: '8' instead of 7",
                "query list: $[0]: '1' instead of 1",
                "query list: $[1]: '2' instead of 2",
                "query deep: is lost",
                "query deep: not in the document",
            ],
        ),
        ("/a/;where=7?list=1,2&deep[b]=1&deep[c]=d", ["security: lacks apiKey"]),
        ("/b/7", ["path: reached no operation"]),
    ],
)
def test_a_request_is_read_as_the_document_says(
    world: World, target: str, faults: list[str]
) -> None:
    received = Received("GET", target, {}, b"")
    found = world.reader.faults(world.operation, received, world.meant)
    assert sorted(found) == sorted(faults)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "string", "pattern": "^[A-Z]{2}\\d+$", "minLength": 4}, "AA0000"),
        ({"type": "integer", "exclusiveMinimum": 5, "multipleOf": 4}, 12),
        ({"type": ["null", "string"], "format": "date"}, "2026-01-31"),
        ({"enum": [None, "a"]}, "a"),
        ({"type": "object", "required": ["a"]}, {"a": "anything"}),
        ({"type": "integer", "example": "no number", "default": 3}, 3),
        (
            {
                "allOf": [
                    {"properties": {"a": {"type": "integer"}}},
                    {"properties": {"b": {"readOnly": True}, "c": {"const": "d"}}},
                ]
            },
            {"a": 1, "c": "d"},
        ),
        (
            {
                "oneOf": [
                    {"type": "object", "required": ["x"], "properties": {"x": {"const": 1}}},
                    {"type": "string"},
                ]
            },
            {"x": 1},
        ),
        (
            {
                "oneOf": [{"$ref": "#/components/schemas/Tree"}],
                "discriminator": {"propertyName": "kind"},
            },
            {"n": 1, "more": [{"n": 1, "more": []}], "kind": "Tree"},
        ),
        ({"$ref": "#/components/schemas/Tree"}, {"n": 1, "more": [{"n": 1, "more": []}]}),
    ],
)
def test_values_are_made_by_their_schemas(schema: object, value: object) -> None:
    tree = {
        "type": "object",
        "properties": {
            "n": {"type": "integer"},
            "more": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
        },
    }
    contract = Contract(
        {"openapi": "3.1.0", "components": {"schemas": {"Tree": tree}}, "asked": schema}
    )
    values = Values(contract, "write")
    asked = contract.document["asked"]
    assert values.of(asked) == value
    assert values.faults(asked, value) == []


def test_xml_is_written_as_the_document_says() -> None:
    schema = {
        "type": "object",
        "xml": {"name": "root", "prefix": "p", "namespace": "urn:p"},
        "properties": {
            "id": {"type": "integer", "xml": {"attribute": True}},
            "some": {"type": "array", "items": {"type": "string"}},
            "many": {
                "type": "array",
                "xml": {"wrapped": True},
                "items": {"type": "boolean", "xml": {"name": "one"}},
            },
        },
    }
    contract = Contract({"openapi": "3.1.0"})
    writer = XmlWriter(contract, Values(contract, "read").flat)
    value = {"id": 7, "some": ["a&b", "c"], "many": [True]}
    assert writer.document(schema, value) == (
        '<p:root id="7" xmlns:p="urn:p"><some>a&amp;b</some><some>c</some>'
        "<many><one>true</one></many></p:root>"
    )


@pytest.mark.parametrize("group", ["anyOf", "oneOf", "allOf"])
def test_xml_of_a_choice_has_the_attributes_of_its_variants(group: str) -> None:
    variants = [
        {"properties": {name: {"type": "string", "xml": {"attribute": True}}}} for name in "ab"
    ]
    contract = Contract({"openapi": "3.0.3"})
    writer = XmlWriter(contract, Values(contract, "read").flat)
    assert writer.document({group: variants}, {"b": "1"}) == '<root b="1"></root>'


def test_a_schema_without_an_end_has_no_value() -> None:
    endless = {"required": ["a"], "properties": {"a": {"$ref": "#/components/schemas/Endless"}}}
    contract = Contract({"openapi": "3.0.3", "components": {"schemas": {"Endless": endless}}})
    with pytest.raises(Endless):
        Values(contract, "write").of(contract.document["components"]["schemas"]["Endless"])


def test_the_page_keeps_the_rows_of_documents_that_are_not_measured() -> None:
    page = Page(
        f"Prose.\n{BEGIN}\n| b.yaml | old |\n\n## b.yaml\n\nsomething\n", ("a.yaml", "b.yaml")
    )
    page.put({"a.yaml": Measured(("a.yaml", "1"), (Fault("kind", 2, "a | b <c>"),))})
    again = Page(page.render(), ("a.yaml", "b.yaml"))
    assert again.rows == {"a.yaml": "| a.yaml | 1 |", "b.yaml": "| b.yaml | old |"}
    assert "| kind | 2 | a \\| b \\<c\\> |" in again.sections["a.yaml"]
    assert again.sections["b.yaml"] == "something"
    assert again.render() == page.render()
