"""Limits beyond 2**53, which the engine rounds, are read as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend import lower
from sdkwright.model import ir
from sdkwright.source.document import load
from sdkwright.source.normalize import normalize
from tests.unit.support.lowering import CONFIG

C = ir.Constraints
YAML = """\
openapi: {version}
info: {{title: T, version: '1'}}
paths:
  /x:
    get:
      parameters: [{{name: p, in: query, schema: {schema}}}]
      responses: {{'204': {{description: Done}}}}
components:
  schemas:
    Large: {{type: integer, maximum: 9007199254740993}}
"""
JSON = """\
{{"openapi": "{version}", "info": {{"title": "T", "version": "1"}}, "paths": {{"/x": {{"get": {{
"parameters": [{{"name": "p", "in": "query", "schema": {schema}}}],
"responses": {{"204": {{"description": "Done"}}}}}}}}}}}}
"""


def parameter(path: Path, text: str) -> ir.Parameter:
    path.write_text(text)
    found = Diagnostics()
    document = normalize(load(path, found), found)
    api = lower(document.data, CONFIG, found)
    (made,) = (p for item in api.resources for each in item.operations for p in each.parameters)
    assert [item.message for item in found.items if item.severity != "note"] == []
    return made


@pytest.mark.parametrize(
    ("schema", "constraints", "limits"),
    [
        ("{type: integer, maximum: 9223372036854775807, minimum: -9223372036854775807}",
         C(maximum=9223372036854775807, minimum=-9223372036854775807),
         ("at least -9223372036854775807", "at most 9223372036854775807")),
        ("{type: integer, exclusiveMaximum: 9007199254740993}",
         C(exclusive_maximum=9007199254740993), ("less than 9007199254740993",)),
        ("{type: integer, exclusiveMinimum: 9007199254740993}",
         C(exclusive_minimum=9007199254740993), ("more than 9007199254740993",)),
        ("{type: integer, exclusiveMaximum: 9007199254740993, maximum: 9007199254740995}",
         C(exclusive_maximum=9007199254740993), ("less than 9007199254740993",)),
        ("{type: integer, multipleOf: 9007199254740993}",
         C(multiple_of=9007199254740993), ("a multiple of 9007199254740993",)),
        ("{type: integer, maximum: 9007199254740993.0}",
         C(maximum=9007199254740993), ("at most 9007199254740993",)),
        ("{type: integer, maximum: 1.8446744073709551615e19}",
         C(maximum=18446744073709551615), ("at most 18446744073709551615",)),
        ("{type: string, minLength: 9007199254740993, maxLength: 9007199254740995.0}",
         C(min_length=9007199254740993, max_length=9007199254740995),
         ("at least 9007199254740993 characters", "at most 9007199254740995 characters")),
        ("{type: array, items: {type: integer, maximum: 9007199254740993}}",
         C(items=C(maximum=9007199254740993)), ()),
        ("{allOf: [{type: integer}, {maximum: 9007199254740993}, {maximum: 9007199254740995}]}",
         C(maximum=9007199254740993), ()),
        ("{$ref: '#/components/schemas/Large', minimum: 9007199254740993}",
         C(minimum=9007199254740993, maximum=9007199254740993), ("at most 9007199254740993",)),
        ("{type: integer, maximum: 9007199254740992}",
         C(maximum=9007199254740992), ("at most 9007199254740992",)),
        ("{type: integer, maximum: 1000000000000000000000000000000000000000001}",
         C(maximum=10**42 + 1), ("at most 1e+42",)),
        ("{type: integer, maximum: 9, x-sdkwright-exact: {maximum: 8}}",
         C(maximum=9), ("at most 9",)),
    ],
)  # fmt: skip
def test_in_yaml(
    tmp_path: Path, schema: str, constraints: ir.Constraints, limits: tuple[str, ...]
) -> None:
    made = parameter(tmp_path / "x.yaml", YAML.format(version="3.1.0", schema=schema))
    assert (made.constraints, made.doc.limits) == (constraints, limits)


@pytest.mark.parametrize(
    ("schema", "constraints"),
    [
        ("{type: integer, maximum: 9007199254740993, exclusiveMaximum: true}",
         C(exclusive_maximum=9007199254740993)),
        ("{type: integer, minimum: 9007199254740993, exclusiveMinimum: true}",
         C(exclusive_minimum=9007199254740993)),
        ("{type: integer, maximum: 9007199254740993, exclusiveMaximum: false}",
         C(maximum=9007199254740993)),
    ],
)  # fmt: skip
def test_in_openapi_3_0(tmp_path: Path, schema: str, constraints: ir.Constraints) -> None:
    text = YAML.format(version="3.0.3", schema=schema)
    assert parameter(tmp_path / "x.yaml", text).constraints == constraints


@pytest.mark.parametrize(
    ("limit", "maximum"),
    [
        ("9223372036854775807", 9223372036854775807),
        ("9007199254740993.0", 9007199254740993),
        ("1E22", 10**22),
        ("1e308", 10**308),
    ],
)
def test_in_json(tmp_path: Path, limit: str, maximum: int) -> None:
    schema = f'{{"type": "integer", "maximum": {limit}}}'
    made = parameter(tmp_path / "x.json", JSON.format(version="3.1.0", schema=schema))
    assert made.constraints == C(maximum=maximum)


def test_a_limit_that_exceeds_a_float_is_ignored_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    schema = f"{{type: integer, maximum: {10**400}, exclusiveMaximum: 9007199254740993.5}}"
    path.write_text(YAML.format(version="3.1.0", schema=schema))
    found = Diagnostics()
    api = lower(normalize(load(path, found), found).data, CONFIG, found)
    (made,) = api.resources[0].operations[0].parameters
    assert made.constraints == C(exclusive_maximum=9007199254740994)
    assert [(item.code, item.pointer) for item in found.items if item.severity == "warning"] == [
        ("weak-type", "/paths/~1x/get/parameters/0/schema/maximum")
    ]


def test_defaults_and_examples_are_exact(tmp_path: Path) -> None:
    schema = "{type: integer, default: 9007199254740993, example: 18446744073709551617}"
    made = parameter(tmp_path / "x.yaml", YAML.format(version="3.1.0", schema=schema))
    assert (made.doc.default, made.doc.example) == ("9007199254740993", "18446744073709551617")


def test_constants_are_exact(tmp_path: Path) -> None:
    text = YAML.format(version="3.1.0", schema="{const: 9007199254740993}")
    assert parameter(tmp_path / "x.yaml", text).type == ir.Literal((9007199254740993,))
