"""Dedupe: inline models that are the same become one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdkwright.model import ir
from sdkwright.model.origin import pointer_of
from sdkwright.passes.dedupe import dedupe
from tests.unit.support.apis import api, enum, field, model
from tests.unit.support.origins import named, origin


def aliases(*declarations: ir.Declaration) -> dict[str, str]:
    """Dedupe, and give each alias with what it stands for."""
    made = dedupe(api(declarations=declarations)).declarations
    return {
        pointer_of(item.id.node): pointer_of(item.target.id.node)
        for item in made
        if isinstance(item, ir.Alias)
    }


def test_the_first_keeps_the_fields_and_the_second_becomes_its_alias() -> None:
    first = model("/a", field("f"), hints=("A",), doc="One.")
    second = model("/b", field("f"), hints=("B",), doc="Another.")
    assert dedupe(api(declarations=(first, second))).declarations == (
        first,
        ir.Alias(
            id=origin("/b"),
            package="operations",
            hints=("B",),
            doc=ir.Doc(description="Another."),
            source=ir.SourcePointer("/b"),
            name=ir.Name("/b"),
            module="",
            target=named("/a"),
        ),
    )


@pytest.mark.parametrize(
    "other",
    [
        field("g"),
        field("f", ir.Primitive("integer")),
        field("f", ir.Nullable(ir.Primitive("string"))),
        field("f", doc="Another."),
        replace(field("f"), required=False),
        replace(field("f"), secret=True),
    ],
)
def test_models_with_another_field_stay_two(other: ir.Field) -> None:
    assert aliases(model("/a", field("f")), model("/b", other)) == {}


def test_literals_that_python_takes_for_equal_are_not() -> None:
    one, true = ir.Literal((1,)), ir.Literal((True,))
    assert aliases(model("/a", field("f", one)), model("/b", field("f", true))) == {}


def test_models_of_the_same_inner_models_are_the_same() -> None:
    declarations = [
        model("/a", field("f", ir.ListOf(named("/a/f")))),
        model("/a/f", field("g")),
        model("/b", field("f", ir.ListOf(named("/b/f")))),
        model("/b/f", field("g")),
    ]
    assert aliases(*declarations) == {"/b": "/a", "/b/f": "/a/f"}


def test_equal_enums_make_equal_models_and_stay_enums() -> None:
    declarations: list[ir.Declaration] = [
        model("/a", field("f", named("/a/f"))),
        enum("/a/f", "x"),
        model("/b", field("f", named("/b/f"))),
        enum("/b/f", "x"),
        model("/c", field("f", named("/c/f"))),
        enum("/c/f", "y"),
    ]
    assert aliases(*declarations) == {"/b": "/a"}


def test_components_and_errors_stay() -> None:
    declarations = [
        model("/components/schemas/A", field("f"), package="components"),
        model("/components/schemas/B", field("f"), package="components"),
        model("/components/schemas/C", field("f"), package="components", form="base"),
        model("/components/schemas/D", field("f"), package="components", form="base"),
        model("/components/schemas/A", field("f"), package="errors", form="error"),
        model("/components/schemas/B", field("f"), package="errors", form="error"),
    ]
    assert dedupe(api(declarations=tuple(declarations))).declarations == tuple(declarations)


def test_models_that_contain_each_other_end() -> None:
    declarations = [
        model("/a", field("f", named("/b"))),
        model("/b", field("f", named("/a"))),
    ]
    assert aliases(*declarations) == {}


MANY = tuple("abcdefghijkl")


def test_enums_of_many_values_are_shared_and_small_ones_repeated() -> None:
    first, second = enum("/a", *MANY), enum("/b", *MANY)
    assert aliases(first, second, enum("/c", "a"), enum("/d", "a")) == {"/b": "/a"}
    assert aliases(first, replace(second, open=True)) == {}
    assert aliases(first, enum("/b", *reversed(MANY))) == {}


def test_an_enum_is_shared_with_a_component_wherever_that_stands() -> None:
    component, inline = "/components/schemas/E", "/components/schemas/M/properties/e"
    assert aliases(enum(inline, *MANY), enum(component, *MANY)) == {inline: component}
