"""Origin: what identifies a type, and what it says about the part of the document it is from."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from sdkwright.model.origin import (
    Component,
    Document,
    Inline,
    Node,
    Origin,
    around,
    component_of,
    key_of,
    node_at,
    pointer_of,
)

PET = Component("Pet")
GET = ("paths", "/pets/{id}", "get")
NODES: list[tuple[str, Node]] = [
    ("", Document()),
    ("/webhooks", Inline(Document(), ("webhooks",))),
    ("/paths/~1pets~1{id}/get", Inline(Document(), GET)),
    ("/components/schemas", Inline(Document(), ("components", "schemas"))),
    ("/components/schemas/Pet", PET),
    ("/components/schemas/", Component("")),
    ("/components/schemas/a~1b~0c", Component("a/b~c")),
    ("/components/responses/Gone", Component("Gone", "responses")),
    ("/components/schemas/Pet/properties/tag", Inline(PET, ("properties", "tag"))),
    ("/components/schemas/Pet/properties/", Inline(PET, ("properties", ""))),
]


@pytest.mark.parametrize(("pointer", "node"), NODES)
def test_a_node_has_one_pointer_and_a_pointer_one_node(pointer: str, node: Node) -> None:
    assert node_at(pointer) == node
    assert pointer_of(node) == pointer


@pytest.mark.parametrize(
    ("node", "key"),
    [
        (Document(), ""),
        (PET, "Pet"),
        (Inline(Document(), GET), "get"),
        (Inline(PET, ("properties", "tag")), "tag"),
    ],
)
def test_the_key_is_the_last_step(node: Node, key: str) -> None:
    assert key_of(node) == key


@pytest.mark.parametrize(
    ("node", "component"),
    [
        (Document(), None),
        (Inline(Document(), GET), None),
        (PET, PET),
        (Inline(PET, ("properties", "tag", "items")), PET),
    ],
)
def test_a_part_of_a_component_knows_it(node: Node, component: Component | None) -> None:
    assert component_of(node) == component


def test_what_contains_a_part_comes_before_it_from_the_outside() -> None:
    assert [*around(Inline(Document(), GET))] == [
        Document(),
        Inline(Document(), ("paths",)),
        Inline(Document(), ("paths", "/pets/{id}")),
        Inline(Document(), GET),
    ]
    assert [*around(Inline(PET, ("items",)))] == [PET, Inline(PET, ("items",))]
    assert [*around(PET)] == [PET]


def test_a_component_contains_none_with_a_longer_name() -> None:
    assert PET not in around(node_at("/components/schemas/PetShop/properties/tag"))


def test_types_of_one_schema_differ_in_form_and_direction() -> None:
    plain = Origin(PET)
    others = [Origin(PET, "base"), Origin(PET, "error"), Origin(PET, "raised")]
    sent = [replace(plain, is_sent=True), replace(others[0], is_sent=True)]
    assert len({plain, *others, *sent}) == 6
    assert {origin.node for origin in (plain, *others, *sent)} == {PET}


def test_equal_origins_are_one_key() -> None:
    made = {Origin(node_at("/components/schemas/Pet/items")): "x"}
    assert made[Origin(Inline(PET, ("items",)))] == "x"


def test_a_hash_stays_in_its_process() -> None:
    origin = Origin(PET)
    assert hash(origin) == hash(Origin(PET))
    copied = pickle.loads(pickle.dumps(origin))
    assert copied == origin
    assert not hasattr(copied, "_hash")


def test_deep_nesting_is_no_deep_recursion() -> None:
    pointer = "/properties/a" * 5_000
    origin = Origin(node_at(f"/components/schemas/Pet{pointer}"))
    assert origin == Origin(node_at(f"/components/schemas/Pet{pointer}"))
    assert pointer_of(origin.node).endswith(pointer)
