"""References to anchors become references to places."""

from __future__ import annotations

import copy
from typing import Any

from sdkwright.diagnostics import Diagnostics
from sdkwright.source.normalize import anchors

NODE = {"$anchor": "node", "type": "object"}


def resolved(schemas: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Resolve the anchors of a document with these schemas; also return what is reported."""
    data = {"components": {"schemas": schemas}}
    before, found = copy.deepcopy(data), Diagnostics()
    made = anchors.resolve(data, found)
    assert data == before
    said = [
        f"#{item.pointer}: {item.severity}[{item.code}]: {item.message}" for item in found.items
    ]
    result: dict[str, Any] = made["components"]["schemas"]
    return result, said


def test_reference_by_anchor_leads_to_its_place() -> None:
    made, said = resolved({"A": {"properties": {"p": {"$ref": "#node"}}}, "B": {"items": NODE}})
    assert made["A"] == {"properties": {"p": {"$ref": "#/components/schemas/B/items"}}}
    assert said == []


def test_document_without_anchors_is_the_same() -> None:
    data = {"components": {"schemas": {"A": {"$ref": "#gone"}}}}
    assert anchors.resolve(data, Diagnostics()) is data


def test_place_that_a_uri_cannot_contain_is_escaped() -> None:
    made, _ = resolved({"A": {"$ref": "#node"}, "B%": {"properties": {"a b": NODE}}})
    assert made["A"] == {"$ref": "#/components/schemas/B%25/properties/a%20b"}


def test_of_several_anchors_the_one_of_the_same_resource_is_meant() -> None:
    made, said = resolved(
        {
            "A": {"$id": "a", "items": {"$ref": "#node"}, "$defs": {"N": NODE}},
            "B": {"$id": "b", "items": {"$ref": "#node"}, "$defs": {"N": NODE}},
        }
    )
    assert made["A"]["items"] == {"$ref": "#/components/schemas/A/$defs/N"}
    assert made["B"]["items"] == {"$ref": "#/components/schemas/B/$defs/N"}
    assert said == []


def test_anchor_of_several_schemas_is_an_error() -> None:
    made, said = resolved({"A": {"$ref": "#node"}, "B": NODE, "C": NODE})
    assert made["A"] == {"$ref": "#node"}
    assert said == [
        (
            "#/components/schemas/A/$ref: error[ambiguous-reference]: `#node` is the anchor of 2 "
            "schemas"
        )
    ]


def test_dynamic_reference_with_one_target_is_a_reference() -> None:
    tree = {"$dynamicAnchor": "node", "properties": {"up": {"$dynamicRef": "#node"}}}
    made, said = resolved({"Tree": tree})
    assert made["Tree"]["properties"] == {"up": {"$ref": "#/components/schemas/Tree"}}
    assert said == []


def test_dynamic_reference_with_several_targets_is_reported() -> None:
    page = {"items": {"$dynamicRef": "#T"}, "$defs": {"T": {"$dynamicAnchor": "T"}}}
    made, said = resolved({"Page": page, "User": {"$dynamicAnchor": "T"}})
    assert made["Page"]["items"] == {"$dynamicRef": "#T"}
    assert said == [
        (
            "#/components/schemas/Page/items/$dynamicRef: warning[weak-type]: the `$dynamicRef` "
            "`#T` can refer to any of 2 schemas; typed as `Any`"
        )
    ]


def test_dynamic_reference_without_a_target_is_reported() -> None:
    _, said = resolved({"A": {"$dynamicRef": "#gone"}, "B": {"$dynamicRef": "other#gone"}})
    assert said == [
        (
            "#/components/schemas/B/$dynamicRef: warning[weak-type]: the `$dynamicRef` "
            "`other#gone` refers to another schema resource; typed as `Any`"
        ),
        (
            "#/components/schemas/A/$dynamicRef: warning[weak-type]: the `$dynamicRef` `#gone` has "
            "no schema with this anchor; typed as `Any`"
        ),
    ]


def test_what_looks_like_a_reference_in_data_is_none() -> None:
    schemas = {
        "A": {"example": {"$ref": "#node"}, "default": {"$anchor": "node"}},
        "B": {"properties": {"$ref": {"type": "string"}, "example": {"$ref": "#node"}}},
        "C": NODE,
    }
    made, said = resolved(schemas)
    assert made["A"] == schemas["A"]
    assert made["B"]["properties"]["example"] == {"$ref": "#/components/schemas/C"}
    assert said == []
