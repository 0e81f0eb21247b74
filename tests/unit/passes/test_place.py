"""Place: which module each type stands in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdkwright.model import ir
from sdkwright.model.origin import Form, key_of
from sdkwright.passes.place import modules
from tests.unit.support.apis import NOWHERE, api, field, model, operation
from tests.unit.support.origins import named, origin

PET = "/components/schemas/Pet"
SHOP = "/components/schemas/Shop"


def component(at: str, *fields: ir.Field, form: Form = "plain", is_sent: bool = False) -> ir.Model:
    return model(at, *fields, package="components", form=form, is_sent=is_sent)


def union(at: str, *variants: str) -> ir.Union:
    return ir.Union(
        origin(at),
        "components",
        (),
        ir.Doc(),
        NOWHERE,
        ir.Name(at),
        "",
        variants=tuple(map(named, variants)),
        discriminator=None,
    )


def placed(*declarations: ir.Declaration) -> list[str]:
    """Call each type after its key and its form, and give their modules in order."""
    classes = {item.id: f"{key_of(item.id.node)}{_ending(item)}" for item in declarations}
    found = modules(api(declarations=declarations), classes)
    return [found[item.id] for item in declarations]


def _ending(item: ir.Declaration) -> str:
    return f"{'' if item.id.form == 'plain' else item.id.form}{'Sent' if item.id.is_sent else ''}"


def test_what_a_component_declares_stands_in_its_module() -> None:
    inner = component(f"{PET}/properties/tag")
    innermost = component(f"{PET}/properties/tag/items")
    assert placed(component(PET), inner, innermost) == ["pet", "pet", "pet"]


def test_the_outermost_that_is_a_class_counts() -> None:
    inner = component(f"{PET}/items/properties/tag")
    assert placed(component(f"{PET}/items"), inner) == ["items", "items"]


def test_a_name_that_begins_like_another_is_not_inside_it() -> None:
    assert placed(component(PET), component(f"{PET}Shop")) == ["pet", "petshop"]


def test_the_form_that_is_sent_stands_beside_the_one_that_comes_back() -> None:
    assert placed(component(PET), component(PET, is_sent=True)) == ["pet", "pet"]


def test_the_base_of_a_parent_has_a_module_of_its_own() -> None:
    base = component(PET, form="base")
    assert placed(union(PET), base, component(PET, form="base", is_sent=True)) == [
        "pet",
        "petbase",
        "petbase",
    ]


@pytest.mark.parametrize("form", ["request", "headers"])
def test_what_is_made_of_an_operation_stands_in_its_module(form: Form) -> None:
    first, second = (operation(f"{name}Pet", at=f"/paths/~1pets/{name}") for name in ("get", "put"))
    made = model(second.source.pointer, form=form)
    given = api(first, second, declarations=(made,))
    assert modules(given, {made.id: "Made"}) == {made.id: "putpet"}


def test_what_is_declared_in_an_operation_goes_before_what_is_in_its_path() -> None:
    first, second = (operation(f"{name}Pet", at=f"/paths/~1pets/{name}") for name in ("get", "put"))
    shared, own = model("/paths/~1pets/parameters/0/schema"), model("/paths/~1pets/put/requestBody")
    given = api(first, second, declarations=(shared, own))
    assert modules(given, {shared.id: "S", own.id: "O"}) == {shared.id: "getpet", own.id: "putpet"}


def test_unions_that_would_make_modules_need_each_other_keep_their_own() -> None:
    pet, shop = component(PET), component(SHOP)
    sold = union(f"{SHOP}/properties/sold", PET, f"{SHOP}/properties/part")
    home = union(f"{PET}/properties/home", SHOP, PET)
    part = component(f"{SHOP}/properties/part")
    assert placed(pet, home, shop, sold, part) == ["pet", "home", "shop", "sold", "shop"]


def test_a_union_that_needs_another_module_one_way_stays() -> None:
    kind = replace(component(PET), fields=(field("shop", named(SHOP)),))
    sold = union(f"{SHOP}/properties/sold", PET)
    assert placed(kind, component(SHOP), sold) == ["pet", "shop", "shop"]
