"""What scalars are in Python, by kind and format."""

from __future__ import annotations

from typing import get_args

import pytest

from sdkwright.model import ir
from sdkwright.model.formats import BASE64, EXACT_TEXT, FORMATS, Format, format_of, is_json


@pytest.mark.parametrize("kind", get_args(ir.Kind))
def test_each_kind_has_a_row(kind: ir.Kind) -> None:
    assert format_of(ir.Primitive(kind)) is FORMATS[kind, ""]


def test_a_format_without_a_row_is_read_as_its_kind() -> None:
    assert format_of(ir.Primitive("string", "email")).type.name == "str"
    assert format_of(ir.Primitive("integer", "int64")).type.name == "int"


@pytest.mark.parametrize("row", FORMATS.values(), ids=lambda row: f"{row.kind}-{row.name}")
def test_a_sample_is_a_value_of_its_own_row(row: Format) -> None:
    assert is_json(row.primitive, row.sample)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (ir.Primitive("string"), 1, False),
        (ir.Primitive("string", "date"), "2026-02-29", False),
        (ir.Primitive("string", "date"), "2028-02-29", True),
        (ir.Primitive("string", "date"), "20280229", False),
        (ir.Primitive("string", "date-time"), "2028-02-29T10:30:00z", True),
        (ir.Primitive("string", "date-time"), "2028-02-29 10:30:00", False),
        (ir.Primitive("string", "date-time"), "2028-02-29T25:30:00Z", False),
        (ir.Primitive("string", "byte"), "aGVsbG8=", True),
        (ir.Primitive("string", "byte"), "aGVsbG8", False),
        (ir.Primitive("string", "decimal"), "1.50", True),
        (ir.Primitive("string", "decimal"), "1,50", False),
        (ir.Primitive("string", "uuid"), "no uuid", True),
        (ir.Primitive("integer"), 1, True),
        (ir.Primitive("integer"), True, False),
        (ir.Primitive("integer"), 1.0, False),
        (ir.Primitive("number"), 1, True),
        (ir.Primitive("number"), True, False),
        (ir.Primitive("boolean"), False, True),
        (ir.Primitive("boolean"), 0, False),
        (ir.Primitive("null"), None, True),
        (ir.Primitive("null"), "", False),
    ],
)
def test_a_value_is_of_a_type_or_not(
    kind: ir.Primitive, value: object, expected: bool  # noqa: FBT001  one of a table
) -> None:
    assert is_json(kind, value) is expected


def test_what_depends_on_a_format_follows_from_its_row() -> None:
    assert {ir.Primitive("string", "decimal")} == EXACT_TEXT
    assert {ir.Primitive("string", "byte")} == BASE64
    assert [row.name for row in FORMATS.values() if row.is_apart] == [
        "date-time",
        "date",
        "byte",
        "decimal",
    ]
