"""Split: one form of a model for each direction, where it needs two."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sdkwright.model import ir
from sdkwright.model.origin import Origin
from sdkwright.passes.split import split
from tests.unit.support.apis import api, field, model, operation
from tests.unit.support.origins import named, origin


def only(name: str, access: Literal["read", "write"], *, required: bool = True) -> ir.Field:
    return replace(field(name), access=access, required=required)


def shapes(made: ir.Api) -> dict[Origin, list[str]]:
    return {
        item.id: [entry.name.wire for entry in item.fields]
        for item in made.declarations
        if isinstance(item, ir.Model)
    }


def body_of(made: ir.Api) -> ir.Type:
    (resource,) = made.resources
    body = resource.operations[0].body
    assert body is not None
    return body.media_types[0].type


USER = model("/u", only("id", "read"), only("password", "write"), field("name"), hints=("User",))


def test_a_model_for_both_directions_becomes_two() -> None:
    made = split(
        api(
            operation("o", body=named("/u"), returns=(named("/u"),)),
            declarations=(USER,),
        )
    )
    assert shapes(made) == {
        origin("/u"): ["id", "name"],
        origin("/u", is_sent=True): ["password", "name"],
    }
    assert [item.hints for item in made.declarations] == [("User",), ("UserInput",)]
    assert body_of(made) == named("/u", is_sent=True)


def test_what_holds_such_a_model_becomes_two_as_well() -> None:
    whole = model("/w", field("users", ir.ListOf(ir.Nullable(named("/u")))))
    other = model("/x", field("name"))
    made = split(
        api(
            operation("o", body=named("/w"), returns=(named("/w"), named("/x"))),
            operation("p", body=named("/x")),
            declarations=(whole, USER, other),
        )
    )
    assert list(shapes(made)) == [
        origin("/w"),
        origin("/w", is_sent=True),
        origin("/u"),
        origin("/u", is_sent=True),
        origin("/x"),
    ]
    sent = made.declarations[1]
    assert isinstance(sent, ir.Model)
    assert sent.fields[0].type == ir.ListOf(ir.Nullable(named("/u", is_sent=True)))


def test_variants_and_their_tags_are_those_that_are_sent() -> None:
    union = ir.Union(
        origin("/n"),
        "components",
        ("N",),
        ir.Doc(),
        USER.source,
        ir.Name("n"),
        "",
        (named("/u"), ir.Primitive("string")),
        ir.Discriminator("kind", (("user", named("/u")),), default=named("/u")),
    )
    made = split(
        api(
            operation("o", body=named("/n"), returns=(named("/n"),)),
            declarations=(union, USER),
        )
    )
    sent = made.declarations[1]
    assert isinstance(sent, ir.Union)
    assert sent.variants == (named("/u", is_sent=True), ir.Primitive("string"))
    user = named("/u", is_sent=True)
    assert sent.discriminator == ir.Discriminator("kind", (("user", user),), default=user)


def test_a_model_for_one_direction_loses_what_belongs_to_the_other() -> None:
    sent = split(api(operation("o", body=named("/u")), declarations=(USER,)))
    assert shapes(sent) == {origin("/u"): ["password", "name"]}
    received = split(api(operation("o", returns=(named("/u"),)), declarations=(USER,)))
    assert shapes(received) == {origin("/u"): ["id", "name"]}


def test_a_model_that_needs_none_of_them_stays_one() -> None:
    free = model("/u", only("id", "read", required=False), field("name"))
    given = api(operation("o", body=named("/u"), returns=(named("/u"),)), declarations=(free,))
    assert split(given) == given


def test_a_model_that_no_operation_uses_keeps_its_fields() -> None:
    made = split(api(operation("o"), declarations=(USER,)))
    assert shapes(made) == {origin("/u"): ["id", "password", "name"]}
