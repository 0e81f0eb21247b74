"""Unions: what each version of one means for those who send it and those who get it."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.diff import compare
from sdkwright.model import ir
from tests.unit.support.origins import named, origin
from tests.unit.support.versions import CONFIG, lines, original

STRING, INTEGER = ir.Primitive("string"), ir.Primitive("integer")
ORDER, ADDRESS, PAGE = (
    named(f"/components/schemas/{name}") for name in ("Order", "Address", "Page")
)
PLACE = "/components/schemas/Thing"
BY_KIND = ir.Discriminator("kind", (("order", ORDER), ("page", PAGE)))


def union(
    *variants: ir.Type, discriminator: ir.Discriminator | None = None, where: str = "Order"
) -> ir.Api:
    """Make the shop with a union as the type of the field `more` of a class."""
    declared = ir.Union(
        id=origin(PLACE),
        package="components",
        hints=("Thing",),
        doc=ir.Doc(),
        source=ir.SourcePointer(PLACE),
        name=ir.Name("Thing", "Thing"),
        module="thing",
        variants=variants,
        discriminator=discriminator,
    )
    api = original()
    declarations = [
        _with_field(item) if item.name.python == where else item for item in api.declarations
    ]
    return replace(api, declarations=(*declarations, declared))


def _with_field(item: ir.Declaration) -> ir.Declaration:
    assert isinstance(item, ir.Model)
    first, *others = item.fields
    return replace(item, fields=(replace(first, type=named(PLACE)), *others))


def told(old: ir.Api, new: ir.Api) -> list[str]:
    return [line.partition(" (used by")[0] for line in lines([*compare(old, new, CONFIG, CONFIG)])]


def test_more_variants_of_a_response_break_those_who_read_it() -> None:
    assert told(union(ORDER), union(ORDER, PAGE)) == [
        "breaking response-variant-added components.Thing: the variant `components.Page` is new"
    ]


def test_fewer_variants_of_a_response_break_nobody() -> None:
    assert told(union(ORDER, PAGE), union(PAGE)) == [
        (
            "compatible response-variant-removed components.Thing: the variant "
            "`components.Order` was removed"
        )
    ]


def test_fewer_variants_of_what_is_sent_too_break_those_who_send_it() -> None:
    old, new = (union(*kinds, where="Address") for kinds in ((STRING, INTEGER), (INTEGER,)))
    assert told(old, new) == [
        "breaking request-variant-removed components.Thing: the variant `str` was removed"
    ]


def test_order_of_variants_of_different_kinds_is_no_change() -> None:
    assert told(union(ORDER, STRING), union(STRING, ORDER)) == []
    assert told(union(INTEGER, STRING), union(STRING, INTEGER)) == []


def test_order_decides_between_variants_that_one_value_may_fit() -> None:
    assert told(union(ORDER, STRING, PAGE), union(PAGE, ORDER, STRING)) == [
        (
            "breaking variant-order-changed components.Thing: a value that fits several variants "
            "is now read as `components.Page` before `components.Order`"
        )
    ]


def test_order_of_texts_decides() -> None:
    moment = ir.Primitive("string", "date-time")
    assert told(union(moment, STRING), union(STRING, moment)) == [
        (
            "breaking variant-order-changed components.Thing: a value that fits several variants "
            "is now read as `str` before `datetime`"
        )
    ]


def test_order_of_what_is_sent_is_no_change() -> None:
    old, new = (union(*kinds, where="Address") for kinds in ((PAGE, ORDER), (ORDER, PAGE)))
    api = [
        replace(item, resources=tuple(map(_only_sending, item.resources))) for item in (old, new)
    ]
    assert told(*api) == []


def _only_sending(resource: ir.Resource) -> ir.Resource:
    """Keep the operation that sends an address, and drop those that return one."""
    kept = tuple(item for item in resource.operations if item.id == "createOrder")
    return replace(resource, operations=kept)


def test_order_of_variants_that_a_property_distinguishes_is_no_change() -> None:
    old, new = (union(*kinds, discriminator=BY_KIND) for kinds in ((ORDER, PAGE), (PAGE, ORDER)))
    assert told(old, new) == []


def test_format_of_a_variant_is_compared() -> None:
    email, uri = (ir.Primitive("string", form) for form in ("email", "uri"))
    assert told(union(email, INTEGER), union(uri, INTEGER)) == [
        (
            "docs format-changed components.Thing: a variant has another format: `uri` instead of "
            "`email`"
        )
    ]


def test_variant_that_another_takes_in_is_no_change() -> None:
    assert told(union(STRING), union(STRING, ir.Literal(("a",)))) == []


def test_another_property_tells_variants_apart() -> None:
    other = replace(BY_KIND, property="type")
    old, new = (union(ORDER, PAGE, discriminator=item) for item in (BY_KIND, other))
    assert told(old, new) == [
        (
            "breaking discriminator-changed components.Thing: the property `type` "
            "distinguishes the variants instead of `kind`"
        )
    ]


def test_another_variant_is_the_default() -> None:
    by_order, by_page = (replace(BY_KIND, default=kind) for kind in (ORDER, PAGE))
    changed = (
        "breaking discriminator-changed components.Thing: a value without a known `kind` is now "
        "another variant"
    )
    told_of = [
        told(
            union(ORDER, PAGE, discriminator=old),
            union(ORDER, PAGE, discriminator=new),
        )
        for old, new in ((by_order, by_page), (BY_KIND, by_page), (by_page, by_page))
    ]
    assert told_of == [[changed], [changed], []]


def test_value_stands_for_another_variant() -> None:
    other = replace(BY_KIND, mapping=(("order", PAGE), ("page", PAGE)))
    old, new = (union(ORDER, PAGE, discriminator=item) for item in (BY_KIND, other))
    assert told(old, new) == [
        (
            "breaking discriminator-changed components.Thing: `order` of `kind` now stands for "
            "another variant or none"
        )
    ]


def test_another_value_stands_for_a_variant() -> None:
    more = replace(BY_KIND, mapping=(*BY_KIND.mapping, ("pages", PAGE)))
    old, new = (union(ORDER, PAGE, discriminator=item) for item in (BY_KIND, more))
    assert told(old, new) == [
        (
            "compatible discriminator-value-added components.Thing: `pages` of `kind` now "
            "stands for a variant"
        )
    ]


def test_variants_are_no_longer_told_apart_by_a_property() -> None:
    old, new = (union(ORDER, PAGE, discriminator=item) for item in (BY_KIND, None))
    assert told(old, new) == [
        (
            "breaking discriminator-changed components.Thing: the property `kind` no "
            "longer distinguishes the variants"
        )
    ]


def test_union_that_contains_itself_is_compared() -> None:
    itself = ir.ListOf(named(PLACE))
    assert told(union(STRING, itself), union(STRING, itself, INTEGER)) == [
        "breaking response-variant-added components.Thing: the variant `int` is new"
    ]


def test_union_that_takes_in_its_old_type_makes_a_response_wider() -> None:
    assert told(original(), union(STRING, INTEGER)) == [
        (
            "breaking response-type-widened components.Order: field `id` is now `components.Thing` "
            "instead of `str`"
        )
    ]
