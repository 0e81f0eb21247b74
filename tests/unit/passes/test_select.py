"""Select: what no operation reaches is gone."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.model import ir
from sdkwright.passes.select import select
from tests.unit.support.apis import api, error, field, model, operation, parameter


def ids(selected: ir.Api) -> list[str]:
    return [item.id for item in selected.declarations]


def test_what_is_reached_through_others_stays() -> None:
    declarations = (
        model("a", field("f", ir.ListOf(ir.Nullable(ir.Named("b"))))),
        model("b", field("f", ir.MapOf(ir.Named("d")))),
        model("c", field("f", ir.Named("a"))),
        model("d", field("f", ir.Named("a"))),
    )
    selected = select(api(operation("o", returns=(ir.Named("a"),)), declarations=declarations))
    assert ids(selected) == ["a", "b", "d"]


def test_all_that_an_operation_has_counts() -> None:
    gone = error("e", "errors:e")
    declarations = tuple(model(id_) for id_ in ("p", "b", "r", "errors:e", "x"))
    selected = select(
        api(
            operation(
                "o",
                parameters=(replace(parameter("p"), type=ir.Named("p")),),
                body=ir.Named("b"),
                returns=(ir.Named("r"),),
                errors=(gone,),
            ),
            declarations=declarations,
            errors=(gone, error("f", "errors:f")),
        )
    )
    assert ids(selected) == ["p", "b", "r", "errors:e"]
    assert selected.errors == (gone,)


def test_the_types_of_global_parameters_stay() -> None:
    shared = replace(parameter("g", is_global=True), type=ir.Named("g"))
    assert ids(select(api(global_parameters=(shared,), declarations=(model("g"),)))) == ["g"]


def test_an_alias_keeps_what_it_stands_for() -> None:
    made = model("a")
    alias = ir.Alias(
        "b", "operations", ("B",), ir.Doc(), made.source, ir.Name("b"), "", ir.Named("a")
    )
    selected = select(api(operation("o", returns=(ir.Named("b"),)), declarations=(made, alias)))
    assert ids(selected) == ["a", "b"]


def test_security_schemes_that_nothing_uses_are_gone() -> None:
    selected = select(
        api(operation("o", security=((ir.Requirement("one"),), ())), schemes=("one", "two"))
    )
    assert [scheme.id for scheme in selected.security_schemes] == ["one"]
