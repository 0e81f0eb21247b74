"""Tag: the property that distinguishes the variants of a union, in those that do not declare it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sdkwright.model import ir
from sdkwright.passes.tag import tag
from tests.unit.support.apis import api, field, model
from tests.unit.support.origins import named, origin

TEXT = ir.Primitive("string")


def union(
    at: str,
    *variants: str,
    mapping: dict[str, str],
    name: str = "kind",
    default: str = "",
) -> ir.Union:
    return ir.Union(
        id=origin(at),
        package="components",
        hints=("U",),
        doc=ir.Doc(),
        source=ir.SourcePointer(at),
        name=ir.Name(at),
        module="",
        variants=tuple(map(named, variants)),
        discriminator=ir.Discriminator(
            name,
            tuple((value, named(of)) for value, of in mapping.items()),
            named(default) if default else None,
        ),
    )


Row = tuple[str, ir.Type, bool, str | None]


def fields(*declarations: ir.Declaration) -> dict[str, list[Row]]:
    """Return (name, type, whether it is required, value) of each field."""
    made = tag(api(declarations=declarations))
    return {
        item.source.pointer: [
            (entry.name.wire, entry.type, entry.required, entry.tag) for entry in item.fields
        ]
        for item in made.declarations
        if isinstance(item, ir.Model)
    }


def test_a_variant_gets_the_property_with_its_value() -> None:
    both = union("/u", "/a", "/b", mapping={"one": "/a", "two": "/b"})
    assert fields(both, model("/a"), model("/b")) == {
        "/a": [("kind", ir.Literal(("one",)), False, "one")],
        "/b": [("kind", ir.Literal(("two",)), False, "two")],
    }


def test_a_variant_of_several_values_leaves_the_choice_to_the_caller() -> None:
    either = union("/u", "/a", "/b", mapping={"one": "/a", "two": "/a", "three": "/b"})
    assert fields(either, model("/a"), model("/b"))["/a"] == [
        ("kind", ir.Literal(("one", "two")), True, None)
    ]


def test_unions_with_other_values_for_one_variant_leave_the_choice_to_the_caller() -> None:
    one = union("/u", "/a", "/b", mapping={"one": "/a"})
    other = union("/v", "/a", "/c", mapping={"another": "/a"})
    assert fields(one, other, *map(model, ("/a", "/b", "/c")))["/a"] == [
        ("kind", ir.Literal(("one", "another")), True, None)
    ]


def test_unions_with_other_properties_give_a_variant_both() -> None:
    one = union("/u", "/a", "/b", mapping={"one": "/a"})
    other = union("/v", "/a", "/c", mapping={"another": "/a"}, name="type")
    assert fields(one, other, *map(model, ("/a", "/b", "/c")))["/a"] == [
        ("kind", ir.Literal(("one",)), False, "one"),
        ("type", ir.Literal(("another",)), False, "another"),
    ]


def test_a_variant_without_a_value_and_one_for_all_others_keep_any_text() -> None:
    some = union("/u", "/a", "/b", "/c", mapping={"one": "/a", "two": "/b"}, default="/a")
    made = fields(some, model("/a"), model("/b"), model("/c"))
    assert made["/a"] == [("kind", TEXT, False, None)]
    assert made["/c"] == [("kind", TEXT, False, None)]


def test_the_variants_of_a_nested_union_get_the_properties_of_both() -> None:
    outer = union("/u", "/a", "/v", mapping={"one": "/a", "two": "/v"})
    inner = union("/v", "/b", "/c", mapping={"x": "/b", "y": "/c"}, name="type")
    assert fields(outer, inner, model("/a"), model("/b"), model("/c")) == {
        "/a": [("kind", ir.Literal(("one",)), False, "one")],
        "/b": [
            ("kind", ir.Literal(("two",)), False, "two"),
            ("type", ir.Literal(("x",)), False, "x"),
        ],
        "/c": [
            ("kind", ir.Literal(("two",)), False, "two"),
            ("type", ir.Literal(("y",)), False, "y"),
        ],
    }


def test_a_nested_union_with_the_same_property_has_its_own_values() -> None:
    outer = union("/u", "/a", "/v", mapping={"one": "/a", "two": "/v"})
    inner = union("/v", "/b", "/u", mapping={"x": "/b"})
    assert fields(outer, inner, model("/a"), model("/b"))["/b"] == [
        ("kind", ir.Literal(("x",)), False, "x")
    ]


def test_a_declared_property_keeps_its_type_and_gets_the_value() -> None:
    both = union("/u", "/a", "/b", mapping={"one": "/a", "two": "/b"})
    listed = replace(field("kind", ir.Literal(("one", "two"))), required=False)
    made = fields(both, model("/a", field("kind", TEXT)), model("/b", listed))
    assert made == {
        "/a": [("kind", TEXT, True, "one")],
        "/b": [("kind", ir.Literal(("one", "two")), False, "two")],
    }


def test_a_property_that_cannot_have_the_value_is_left_as_it_is() -> None:
    some = union("/u", "/a", "/b", "/c", mapping={"1": "/a", "two": "/b", "three": "/c"})
    access: Literal["read"] = "read"
    made = fields(
        some,
        model("/a", field("kind", ir.Primitive("integer"))),
        model("/b", field("kind", ir.Literal(("three",)))),
        model("/c", replace(field("kind", TEXT), access=access)),
    )
    assert [row[3] for rows in made.values() for row in rows] == [None, None, None]
