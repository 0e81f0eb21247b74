"""Schemas with an `$id`: which references lead to them, and which to nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import json_pointer
from sdkwright.source import document
from sdkwright.source.assembly import assemble
from tests.unit.assembly.test_external_refs import assembled

PAGE = "https://example.com/schemas/page"
URN = "urn:example:page"


def references(made: Any, *pointers: str) -> list[Any]:
    return [json_pointer.follow(made.data, f"/components/schemas/{each}") for each in pointers]


@pytest.mark.parametrize(
    ("id_", "ref", "expected"),
    [
        (PAGE, PAGE, "#/components/schemas/Page"),
        (PAGE, f"{PAGE}#", "#/components/schemas/Page"),
        (f"{PAGE}#", PAGE, "#/components/schemas/Page"),
        (PAGE, f"{PAGE}#/properties/a", "#/components/schemas/Page/properties/a"),
        (PAGE, f"{PAGE}#/properties/b%20c", "#/components/schemas/Page/properties/b%20c"),
        (PAGE, f"{PAGE}#here", "#/components/schemas/Page/$defs/N"),
        (PAGE, "https://example.com/schemas/inner", "#/components/schemas/Page/$defs/I"),
        (PAGE, "https://example.com/schemas/inner#in", "#/components/schemas/Page/$defs/I/items"),
        ("page", "page", "#/components/schemas/Page"),
        ("page", "./page", "#/components/schemas/Page"),
        ("page", "inner", "#/components/schemas/Page/$defs/I"),
        ("a/page", "a/inner", "#/components/schemas/Page/$defs/I"),
        ("/page", "/page#here", "#/components/schemas/Page/$defs/N"),
        ("../page", "../page", "#/components/schemas/Page"),
        (URN, URN, "#/components/schemas/Page"),
        (URN, f"{URN}#here", "#/components/schemas/Page/$defs/N"),
    ],
)
def test_a_uri_leads_to_the_schema_that_declares_it(
    tmp_path: Path, id_: str, ref: str, expected: str
) -> None:
    made, said = assembled(
        tmp_path,
        api=f"""
components:
  schemas:
    Page:
      $id: {id_}
      properties: {{a: {{type: string}}, b c: {{}}}}
      $defs:
        N: {{$anchor: here}}
        I: {{$id: inner, items: {{$anchor: in}}}}
    Book:
      properties:
        page: {{$ref: '{ref}'}}
      discriminator: {{propertyName: p, mapping: {{a: '{ref}'}}}}
""",
    )
    assert said == []
    assert references(made, "Book/properties/page/$ref", "Book/discriminator/mapping/a") == [
        expected,
        expected if any(char in ref for char in "#/:") else ref,
    ]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("#", "#/components/schemas/Page"),
        ("#/$defs/N", "#/components/schemas/Page/$defs/N"),
        ("#here", "#here"),
        ("inner", "#/components/schemas/Page/$defs/I"),
        (".#/$defs/N", None),
        ("#/components/schemas/Book", "#/components/schemas/Book"),
        ("other", "#/components/schemas/Other"),
        ("/schemas/other", "#/components/schemas/Other"),
        ("//example.com/schemas/other", "#/components/schemas/Other"),
    ],
)
def test_a_reference_starts_at_the_id_around_it(
    tmp_path: Path, ref: str, expected: str | None
) -> None:
    made, said = assembled(
        tmp_path,
        api=f"""
components:
  schemas:
    Page:
      $id: {PAGE}
      properties: {{a: {{$ref: '{ref}'}}}}
      $defs: {{N: {{$anchor: here}}, I: {{$id: inner}}}}
    Other: {{$id: 'https://example.com/schemas/other'}}
    Book: {{}}
""",
    )
    assert (said == []) == (expected is not None)
    assert expected in {None, *references(made, "Page/properties/a/$ref")}


@pytest.mark.parametrize(
    ("ref", "problem"),
    [
        (
            f"{PAGE}/x",
            "error[remote-reference]: `https://example.com/schemas/page/x` is not a file",
        ),
        ("absent", "error[remote-reference]: `https://example.com/schemas/absent` is not a file"),
        (f"{PAGE}#absent", f"error[unresolved-reference]: `{PAGE}#absent` does not exist"),
        (f"{PAGE}#/absent", f"error[unresolved-reference]: `{PAGE}#/absent` does not exist"),
        ("twice", "error[ambiguous-reference]: `twice` is the `$id` of 2 schemas"),
        (f"{PAGE}#two", f"error[ambiguous-reference]: `{PAGE}#two` is the anchor of 2 schemas"),
    ],
)
def test_a_uri_that_nothing_declares_is_an_error_at_its_line(
    tmp_path: Path, ref: str, problem: str
) -> None:
    _, said = assembled(
        tmp_path,
        api=f"""
components:
  schemas:
    Page:
      $id: {PAGE}
      properties:
        a: {{$ref: '{ref}'}}
      $defs: {{A: {{$anchor: two}}, B: {{$anchor: two}}, C: {{$id: twice}}, D: {{$id: twice}}}}
""",
    )
    assert said[0].startswith(f"api.yaml:9:13: {problem}")


@pytest.mark.parametrize(
    "schema",
    [
        "{properties: {$id: {type: string}}}",
        "{example: {$id: page}, const: {$id: page}}",
        "{$id: '#page'}",
        "{$id: 5}",
    ],
)
def test_what_is_no_id_declares_nothing(tmp_path: Path, schema: str) -> None:
    _, said = assembled(
        tmp_path, api=f"components: {{schemas: {{A: {schema}, B: {{$ref: page}}}}}}\n"
    )
    assert "error[unresolved-reference]: cannot read `page`: No such file" in said[0]


def test_a_reference_outside_of_an_id_is_a_file_unless_it_is_declared(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="""
components:
  schemas:
    A: {$id: page.yaml, type: integer}
    B: {items: {$ref: page.yaml}}
    C: {items: {$ref: other.yaml}}
""",
        page="type: string\n",
        other="type: boolean\n",
    )
    assert said == []
    assert references(made, "B/items/$ref", "C/items/$ref", "other") == [
        "#/components/schemas/A",
        "#/components/schemas/other",
        {"type": "boolean"},
    ]


def test_a_file_that_only_its_name_leads_to_is_used_and_said(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api=f"components: {{schemas: {{A: {{$id: {PAGE}, items: {{$ref: other.yaml}}}}}}}}\n",
        other="type: boolean\n",
    )
    (line,) = said
    assert line.startswith(
        "api.yaml:3:75: note[ambiguous-reference]: by the `$id` around it, `other.yaml` is "
        "`https://example.com/schemas/other.yaml`, which this file does not declare; the file"
    )
    assert references(made, "other") == [{"type": "boolean"}]


def test_other_files_have_resources_too(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {$ref: 'more/list.yaml'}}}\n",
        more__list=f"""
$id: {PAGE}
items: {{$ref: inner}}
$defs: {{I: {{$id: inner, type: string}}}}
""",
    )
    assert said == []
    (ref,) = references(made, "A/items/$ref")
    assert json_pointer.follow(made.data, ref[1:])["type"] == "string"


def test_openapi_3_0_has_no_ids(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("type: boolean\n", encoding="utf-8")
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {$id: page}, B: {items: {$ref: page}}}}\n",
    )
    assert (said, references(made, "B/items/$ref")) == ([], ["#/components/schemas/A"])
    text = (tmp_path / "api.yaml").read_text(encoding="utf-8").replace("3.1.0", "3.0.3")
    (tmp_path / "api.yaml").write_text(text, encoding="utf-8")
    found = Diagnostics()
    path = tmp_path / "api.yaml"
    old = assemble(document.load(path, found), path, [], found)
    assert references(old, "page") == [{"type": "boolean"}]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        (PAGE, {"$ref": "#/components/schemas/Page"}),
        (f"{PAGE}#/properties/a", {"$ref": "#/components/schemas/Page/properties/a"}),
        (f"{PAGE}#here", {"$ref": "#/components/schemas/Page/$defs/N"}),
        ("page#here", {"$ref": "#/components/schemas/Page/$defs/N"}),
        (f"{PAGE}#T", {"$dynamicRef": "#T"}),
        ("page#T", {"$dynamicRef": "#T"}),
        ("page#own", {"$dynamicRef": "page#own"}),
        ("page#absent", {"$dynamicRef": "page#absent"}),
        ("page#/absent", {"$dynamicRef": "page#/absent"}),
        ("absent#T", {"$dynamicRef": "absent#T"}),
        ("twice#T", {"$dynamicRef": "twice#T"}),
        ("#T", {"$dynamicRef": "#T"}),
    ],
)
def test_a_dynamic_reference_to_a_uri_is_one_by_name_if_its_target_is_dynamic(
    tmp_path: Path, ref: str, expected: dict[str, str]
) -> None:
    made, said = assembled(
        tmp_path,
        api=f"""
components:
  schemas:
    Page:
      $id: {PAGE}
      properties: {{a: {{type: string}}}}
      $defs: {{N: {{$anchor: here}}, T: {{$dynamicAnchor: T}}, O: {{$dynamicAnchor: own}}}}
    Book:
      $id: https://example.com/schemas/book
      items: {{$dynamicRef: '{ref}'}}
      $defs: {{O: {{$anchor: own}}}}
    One: {{$id: 'https://example.com/schemas/twice', $dynamicAnchor: T}}
    Two: {{$id: 'https://example.com/schemas/twice', $dynamicAnchor: T}}
""",
    )
    assert said == []
    assert references(made, "Book/items") == [expected]
