"""Widen: the objects of an `anyOf` keep what the others declare."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdkwright.model import ir
from sdkwright.passes.widen import widen
from tests.unit.support.apis import api, enum, field, model
from tests.unit.support.origins import named, origin

INTEGER = ir.Primitive("integer")
NUMBER = ir.Primitive("number")


def any_of(*variants: str, at: str = "/u") -> ir.Union:
    return ir.Union(
        id=origin(at),
        package="components",
        hints=("U",),
        doc=ir.Doc(),
        source=ir.SourcePointer(at),
        name=ir.Name(at),
        module="",
        variants=tuple(map(named, variants)),
        discriminator=None,
        overlaps=True,
    )


def optional(name: str, kind: ir.Type) -> ir.Field:
    return replace(field(name, kind), required=False)


def others(*declarations: ir.Declaration) -> dict[str, ir.Type | None]:
    """Return the type of the additional properties of each model."""
    made = widen(api(declarations=declarations))
    return {
        item.source.pointer: item.additional
        for item in made.declarations
        if isinstance(item, ir.Model)
    }


A = model("/a", field("bar", INTEGER))
B = model("/b", field("foo"))
BOTH = {"/a": ir.Any(), "/b": ir.Any()}
NEITHER = {"/a": None, "/b": None}


def test_objects_that_one_value_can_match_keep_additional_properties() -> None:
    assert others(any_of("/a", "/b"), A, B) == BOTH


def test_the_objects_of_nested_unions_and_aliases_do_too() -> None:
    alias = ir.Alias(
        id=origin("/c"),
        package="components",
        hints=("C",),
        doc=ir.Doc(),
        source=ir.SourcePointer("/c"),
        name=ir.Name("C"),
        module="",
        target=named("/b"),
    )
    inner = replace(any_of("/c", "/u", at="/v"), overlaps=False)
    assert others(any_of("/a", "/v"), inner, alias, A, B) == BOTH


def test_the_objects_of_one_of_and_of_a_discriminator_do_not() -> None:
    one_of = replace(any_of("/a", "/b"), overlaps=False)
    tagged = replace(any_of("/a", "/b"), discriminator=ir.Discriminator("kind", ()))
    assert others(one_of, A, B) == NEITHER
    assert others(tagged, A, B) == NEITHER


def test_an_object_that_has_all_that_the_other_has_needs_no_more() -> None:
    both = model("/b", field("bar", INTEGER), optional("foo", INTEGER))
    assert others(any_of("/a", "/b"), A, both) == NEITHER


def test_additional_properties_keep_their_type() -> None:
    typed = replace(A, additional=INTEGER)
    assert others(any_of("/a", "/b"), typed, B) == {"/a": INTEGER, "/b": ir.Any()}


def test_an_object_that_forbids_others_has_none() -> None:
    closed = replace(A, closed=True)
    assert others(any_of("/a", "/b"), closed, B) == NEITHER  # no value matches both
    may_lack = model("/b", optional("foo", INTEGER), optional("bar", INTEGER), field("baz"))
    assert others(any_of("/a", "/b"), closed, may_lack) == NEITHER
    partly = model("/b", optional("foo", INTEGER))
    assert others(any_of("/a", "/b"), closed, partly) == {"/a": None, "/b": ir.Any()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ir.Literal(("x",)), ir.Literal(("y",))),
        (ir.Literal((1,)), ir.Literal((True,))),
        (ir.Literal(("x",)), named("/e")),
        (NUMBER, ir.Primitive("string")),
        (ir.ListOf(INTEGER), ir.MapOf(INTEGER)),
        (named("/e"), ir.Nullable(INTEGER)),
        (named("/a"), ir.Primitive("boolean")),
    ],
)
def test_objects_that_exclude_each_other_do_not(one: ir.Type, other: ir.Type) -> None:
    a = model("/a", field("bar"), field("kind", one))
    b = model("/b", field("foo"), optional("kind", other))
    assert others(any_of("/a", "/b"), a, b, enum("/e", "y", "z")) == NEITHER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ir.Literal(("x", "y")), ir.Literal(("y",))),
        (NUMBER, INTEGER),
        (ir.Any(), INTEGER),
        (ir.Nullable(ir.Primitive("string")), ir.Nullable(INTEGER)),
        (named("/a"), named("/b")),
    ],
)
def test_objects_that_share_values_of_a_property_do(one: ir.Type, other: ir.Type) -> None:
    a = model("/a", field("bar"), field("kind", one))
    b = model("/b", field("foo"), field("kind", other))
    assert others(any_of("/a", "/b"), a, b) == BOTH


def test_an_optional_property_excludes_nothing() -> None:
    a = model("/a", field("bar"), optional("kind", INTEGER))
    b = model("/b", field("foo"), optional("kind", ir.Primitive("string")))
    assert others(any_of("/a", "/b"), a, b) == BOTH
