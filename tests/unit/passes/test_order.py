"""Order: a stable order for what is emitted, and all passes together."""

from __future__ import annotations

from dataclasses import replace

from sdkwright import passes
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.passes.order import order
from tests.unit.support.apis import CONFIG, api, error, field, model, operation
from tests.unit.support.origins import named, origin


def test_declarations_are_sorted_by_module_and_keep_their_order_in_it() -> None:
    declarations = (
        replace(model("/1"), module="b"),
        replace(model("/2"), module="a"),
        replace(model("/3"), module="b"),
        replace(model("/4", package="components"), module="z"),
    )
    ordered = order(api(declarations=declarations))
    assert [item.id for item in ordered.declarations] == [
        origin(at) for at in ("/4", "/2", "/1", "/3")
    ]


def test_exceptions_are_sorted_by_module() -> None:
    errors = tuple(replace(error(f"/{name}", "E"), module=name) for name in "ba")
    assert [item.module for item in order(api(errors=errors)).errors] == ["a", "b"]


def test_operations_keep_the_order_of_the_document() -> None:
    given = api(operation("b"), operation("a"))
    assert order(given).resources == given.resources


def test_all_passes_in_a_row() -> None:
    declarations = (
        model("/paths/~1x/get/a", field("f"), hints=("A",)),
        model("/paths/~1x/get/b", field("f"), hints=("B",)),
        model("/paths/~1x/get/c", field("f"), hints=("C",)),
    )
    returns = (ir.ListOf(named("/paths/~1x/get/c")), ir.ListOf(named("/paths/~1x/get/b")))
    made = passes.run(
        api(operation("getX", returns=returns), declarations=declarations), CONFIG, Diagnostics()
    )
    assert [(type(d), d.name.python, d.module) for d in made.declarations] == [
        (ir.Model, "B", "getx"),
        (ir.Alias, "C", "getx"),
    ]
