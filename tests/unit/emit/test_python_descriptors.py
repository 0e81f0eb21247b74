"""Descriptors of operations, and the constants that they share."""

from __future__ import annotations

import pytest

from sdkwright.model import ir
from tests.unit.support.views import (
    descriptor,
    error_type,
    failure,
    keywords,
    module,
    operation,
    parameter,
)


def test_query_and_headers_are_sent_in_the_order_of_the_document() -> None:
    made = operation(
        parameters=(
            parameter("a"),
            parameter("b", required=True),
            parameter("h", "header"),
            parameter("i", "header", required=True),
        )
    )
    keywords = descriptor(made)
    assert (keywords["query"], keywords["headers"]) == ('("a", "b")', '("h", "i")')


@pytest.mark.parametrize(
    ("security", "source"),
    [
        (((),), None),
        (((ir.Requirement("key"),),), '(("key",),)'),
        (((ir.Requirement("key"),), ()), '(("key",), ())'),
        (((ir.Requirement("a"), ir.Requirement("b", ("read",))),), '(("a", ("b", "read")),)'),
        ((), "()"),
    ],
)
def test_credentials_are_told_where_they_are_others_than_for_the_rest(
    security: tuple[tuple[ir.Requirement, ...], ...], source: str | None
) -> None:
    assert descriptor(operation(security=security)).get("security") == source


def test_a_status_without_a_type_hides_the_range_that_it_is_in() -> None:
    errors = (failure("418", None), failure("4XX", "e"), failure("500", None))
    keywords = descriptor(operation(errors=errors), errors=(error_type("e", "EatenError"),))
    assert keywords["errors"].split() == [
        "{",
        *("418:", "lambda:", "errors.ZooDefaultError,"),
        *('"4XX":', "lambda:", "errors.EatenError,"),
        "}",
    ]


def test_global_headers_are_written_once() -> None:
    shared = parameter("X-Keeper", "header", is_global=True)
    own = parameter("X-Own", "header")
    made = module(
        operation(),
        operation(id="a", parameters=(shared,)),
        operation(id="b", parameters=(own, shared)),
        operation(id="c", parameters=(own,)),
    )
    assert [(item.name, item.source) for item in made.constants] == [
        ("_GLOBAL_HEADERS", '("X-Keeper",)')
    ]
    assert keywords(made, "headers") == [
        "",
        "_GLOBAL_HEADERS",
        '("X-Own", *_GLOBAL_HEADERS)',
        '("X-Own",)',
    ]


def test_a_header_that_one_operation_has_is_no_constant() -> None:
    shared = parameter("X-Keeper", "header", is_global=True)
    assert module(operation(parameters=(shared,)), operation(id="b")).constants == ()


def test_errors_that_all_operations_have_are_written_once() -> None:
    kinds = (error_type("e", "EatenError"), error_type("l", "LostError"))
    both = (failure("400", "e"), failure("404", "l"))
    made = module(
        operation(errors=both),
        operation(id="b", errors=(*both, failure("422", "e"))),
        operation(id="c"),
        errors=kinds,
    )
    (constant,) = made.constants
    assert (constant.name, constant.type) == ("_COMMON_ERRORS", "ErrorTable")
    assert constant.source.split() == [
        "{",
        *("400:", "lambda:", "errors.EatenError,"),
        *("404:", "lambda:", "errors.LostError,"),
        "}",
    ]
    assert keywords(made, "errors") == [
        "_COMMON_ERRORS",
        "{ **_COMMON_ERRORS, 422: lambda: errors.EatenError, }",
        "",
    ]


def test_errors_that_differ_by_operation_are_no_constant() -> None:
    kinds = (error_type("e", "EatenError"), error_type("l", "LostError"))
    one = operation(errors=(failure("400", "e"), failure("404", "l")))
    other = operation(id="b", errors=(failure("400", "l"), failure("404", "l")))
    assert module(one, other, errors=kinds).constants == ()


def test_a_constant_gives_way_to_a_descriptor_of_that_name() -> None:
    shared = parameter("X-Keeper", "header", is_global=True)
    name = ir.Name("global_headers", "global_headers")
    made = module(
        operation(name=name, parameters=(shared,)), operation(id="b", parameters=(shared,))
    )
    assert [item.name for item in made.constants] == ["_GLOBAL_HEADERS_"]
    assert made.descriptors[0].constant == "_GLOBAL_HEADERS"
