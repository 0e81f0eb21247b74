"""Python source as values: the text of an expression, and what it needs."""

from __future__ import annotations

import pytest

from sdkwright.emit.expr import (
    Expr,
    Import,
    call,
    constant,
    dict_of,
    imported,
    lazy,
    quoted,
    spread,
    string,
    subscript,
    tuple_of,
)

DATE = imported("datetime", "date")
UUID = imported("uuid", "UUID")
BOTH = frozenset({Import("datetime", "date"), Import("uuid", "UUID")})


def test_an_import_is_written_with_its_alias() -> None:
    assert Import("builtins").line == "import builtins"
    assert Import("datetime", "date").line == "from datetime import date"
    assert Import("datetime", "date", "_date").line == "from datetime import date as _date"


def test_an_expression_prints_as_its_source() -> None:
    assert f"{call(DATE, constant(2026))}" == "date(2026)"


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (float("inf"), 'float("inf")'),
        (float("-inf"), 'float("-inf")'),
        (float("nan"), 'float("nan")'),
        (("a", float("inf")), '("a", float("inf"))'),
        ((1,), "(1,)"),
        (10**30, "1000000000000000000000000000000"),
    ],
)
def test_a_constant_is_python_whatever_the_number(value: object, source: str) -> None:
    assert constant(value) == Expr(source)


def test_a_call_needs_what_its_arguments_need() -> None:
    assert call(DATE, string('a"'), key=UUID) == Expr("date('a\"', key=UUID)", BOTH)
    assert call(DATE) == Expr("date()", DATE.imports)


def test_a_keyword_can_have_any_name() -> None:
    assert call(DATE, function=UUID) == Expr("date(function=UUID)", BOTH)
    assert spread(DATE, function=UUID) == Expr("date(function=UUID,)", BOTH)


def test_a_spread_call_ends_with_a_comma() -> None:
    assert spread(DATE, key=UUID) == Expr("date(key=UUID,)", BOTH)


def test_containers_need_what_their_items_need() -> None:
    assert tuple_of([DATE]) == Expr("(date,)", DATE.imports)
    assert tuple_of([DATE, UUID]) == Expr("(date, UUID)", BOTH)
    assert tuple_of([]) == Expr("()")
    assert dict_of([("a", DATE), ("b", UUID)]) == Expr('{"a": date, "b": UUID}', BOTH)
    assert subscript(DATE, UUID, constant(None)) == Expr("date[UUID, None]", BOTH)


def test_a_late_expression_keeps_its_imports() -> None:
    assert lazy(DATE) == Expr("lambda: date", DATE.imports)
    assert quoted(subscript(DATE, string("a"))) == Expr("'date[\"a\"]'", DATE.imports)
