"""Select: what no operation reaches is gone."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.model import ir
from sdkwright.model.origin import pointer_of
from sdkwright.passes.select import select
from tests.unit.support.apis import api, error, field, model, operation, parameter
from tests.unit.support.origins import named, origin


def kept(selected: ir.Api) -> list[str]:
    return [pointer_of(item.id.node) for item in selected.declarations]


def test_what_is_reached_through_others_stays() -> None:
    declarations = (
        model("/a", field("f", ir.ListOf(ir.Nullable(named("/b"))))),
        model("/b", field("f", ir.MapOf(named("/d")))),
        model("/c", field("f", named("/a"))),
        model("/d", field("f", named("/a"))),
    )
    selected = select(api(operation("o", returns=(named("/a"),)), declarations=declarations))
    assert kept(selected) == ["/a", "/b", "/d"]


def test_all_that_an_operation_has_counts() -> None:
    gone = error("/e")
    body = model("/e", form="error", package="errors")
    declarations = (*map(model, ("/p", "/b", "/r")), body, model("/x"))
    selected = select(
        api(
            operation(
                "o",
                parameters=(replace(parameter("p"), type=named("/p")),),
                body=named("/b"),
                returns=(named("/r"),),
                errors=(gone,),
            ),
            declarations=declarations,
            errors=(gone, error("/f")),
        )
    )
    assert kept(selected) == ["/p", "/b", "/r", "/e"]
    assert selected.errors == (gone,)


def test_the_types_of_global_parameters_stay() -> None:
    shared = replace(parameter("g", is_global=True), type=named("/g"))
    assert kept(select(api(global_parameters=(shared,), declarations=(model("/g"),)))) == ["/g"]


def test_an_alias_keeps_what_it_stands_for() -> None:
    made = model("/a")
    alias = ir.Alias(
        origin("/b"), "operations", ("B",), ir.Doc(), made.source, ir.Name("b"), "", named("/a")
    )
    selected = select(api(operation("o", returns=(named("/b"),)), declarations=(made, alias)))
    assert kept(selected) == ["/a", "/b"]


def test_security_schemes_that_nothing_uses_are_gone() -> None:
    selected = select(
        api(operation("o", security=((ir.Requirement("one"),), ())), schemes=("one", "two"))
    )
    assert [scheme.id for scheme in selected.security_schemes] == ["one"]


def test_a_default_security_that_no_operation_has_is_gone() -> None:
    given = api(operation("o", security=((),)), schemes=("one",))
    selected = select(replace(given, security=((ir.Requirement("one"),),)))
    assert (selected.security, selected.security_schemes) == (((),), ())


def test_what_is_wanted_without_an_operation_stays() -> None:
    declarations = (model("/a", field("f", named("/b"))), model("/b"), model("/c"))
    selected = select(replace(api(declarations=declarations), components=(named("/a"),)))
    assert kept(selected) == ["/a", "/b"]
