"""Split: one form of a model for each direction, where it needs two."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sdkwright.model import ir
from sdkwright.passes.split import split
from tests.unit.support.apis import api, field, model, operation


def only(name: str, access: Literal["read", "write"], *, required: bool = True) -> ir.Field:
    return replace(field(name), access=access, required=required)


def shapes(made: ir.Api) -> dict[str, list[str]]:
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


USER = model("u", only("id", "read"), only("password", "write"), field("name"), hints=("User",))


def test_a_model_for_both_directions_becomes_two() -> None:
    made = split(
        api(
            operation("o", body=ir.Named("u"), returns=(ir.Named("u"),)),
            declarations=(USER,),
        )
    )
    assert shapes(made) == {"u": ["id", "name"], "u:sent": ["password", "name"]}
    assert [item.hints for item in made.declarations] == [("User",), ("UserInput",)]
    assert body_of(made) == ir.Named("u:sent")


def test_what_holds_such_a_model_becomes_two_as_well() -> None:
    whole = model("w", field("users", ir.ListOf(ir.Nullable(ir.Named("u")))))
    other = model("x", field("name"))
    made = split(
        api(
            operation("o", body=ir.Named("w"), returns=(ir.Named("w"), ir.Named("x"))),
            operation("p", body=ir.Named("x")),
            declarations=(whole, USER, other),
        )
    )
    assert list(shapes(made)) == ["w", "w:sent", "u", "u:sent", "x"]
    sent = made.declarations[1]
    assert isinstance(sent, ir.Model)
    assert sent.fields[0].type == ir.ListOf(ir.Nullable(ir.Named("u:sent")))


def test_variants_and_their_tags_are_those_that_are_sent() -> None:
    union = ir.Union(
        "n",
        "components",
        ("N",),
        ir.Doc(),
        USER.source,
        ir.Name("n"),
        "",
        (ir.Named("u"), ir.Primitive("string")),
        ir.Discriminator("kind", (("user", ir.Named("u")),)),
    )
    made = split(
        api(
            operation("o", body=ir.Named("n"), returns=(ir.Named("n"),)),
            declarations=(union, USER),
        )
    )
    sent = made.declarations[1]
    assert isinstance(sent, ir.Union)
    assert sent.variants == (ir.Named("u:sent"), ir.Primitive("string"))
    assert sent.discriminator == ir.Discriminator("kind", (("user", ir.Named("u:sent")),))


def test_a_model_for_one_direction_loses_what_belongs_to_the_other() -> None:
    sent = split(api(operation("o", body=ir.Named("u")), declarations=(USER,)))
    assert shapes(sent) == {"u": ["password", "name"]}
    received = split(api(operation("o", returns=(ir.Named("u"),)), declarations=(USER,)))
    assert shapes(received) == {"u": ["id", "name"]}


def test_a_model_that_needs_none_of_them_stays_one() -> None:
    free = model("u", only("id", "read", required=False), field("name"))
    given = api(operation("o", body=ir.Named("u"), returns=(ir.Named("u"),)), declarations=(free,))
    assert split(given) == given
