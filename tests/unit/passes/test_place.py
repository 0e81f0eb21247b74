"""Place: which module each type stands in."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.model import ir
from sdkwright.passes.place import modules
from tests.unit.support.apis import NOWHERE, api, field, model

PET = "/components/schemas/Pet"
SHOP = "/components/schemas/Shop"


def component(id_: str, *fields: ir.Field) -> ir.Model:
    return model(id_, *fields, package="components")


def union(id_: str, *variants: str) -> ir.Union:
    named = tuple(map(ir.Named, variants))
    return ir.Union(
        id_,
        "components",
        (),
        ir.Doc(),
        NOWHERE,
        ir.Name(id_),
        "",
        variants=named,
        discriminator=None,
    )


def placed(*declarations: ir.Declaration) -> list[str]:
    """Call each type after the end of its id, and give their modules in order."""
    classes = {item.id: item.id.rpartition("/")[2].replace(":", "") for item in declarations}
    found = modules(api(declarations=declarations), classes)
    return [found[item.id] for item in declarations]


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
    assert placed(component(PET), component(f"{PET}:sent")) == ["pet", "pet"]


def test_unions_that_would_make_modules_need_each_other_keep_their_own() -> None:
    pet, shop = component(PET), component(SHOP)
    sold = union(f"{SHOP}/properties/sold", PET, f"{SHOP}/properties/part")
    home = union(f"{PET}/properties/home", SHOP, PET)
    part = component(f"{SHOP}/properties/part")
    assert placed(pet, home, shop, sold, part) == ["pet", "home", "shop", "sold", "shop"]


def test_a_union_that_needs_another_module_one_way_stays() -> None:
    kind = replace(component(PET), fields=(field("shop", ir.Named(SHOP)),))
    sold = union(f"{SHOP}/properties/sold", PET)
    assert placed(kind, component(SHOP), sold) == ["pet", "shop", "shop"]
