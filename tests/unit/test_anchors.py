"""References to anchors become references to places."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from sdkwright.diagnostics import Diagnostics, Fatal
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
    made, said = resolved(
        {
            "Page": {"$id": "page", "items": {"$dynamicRef": "#T"}},
            "User": {"$id": "user", "$dynamicAnchor": "T"},
            "Key": {"$id": "key", "$dynamicAnchor": "T"},
        }
    )
    assert made["Page"]["items"] == {"$dynamicRef": "#T"}
    assert said == [
        (
            "#/components/schemas/Page/items/$dynamicRef: warning[weak-type]: the `$dynamicRef` "
            "`#T` can refer to any of 2 schemas; typed as `Any`"
        )
    ]


def test_dynamic_anchors_that_nothing_tells_apart_are_noted() -> None:
    page = {"items": {"$dynamicRef": "#T"}, "$defs": {"T": {"$dynamicAnchor": "T"}}}
    made, said = resolved({"Page": page, "User": {"$dynamicAnchor": "T"}})
    assert made["Page"]["items"] == {"$ref": "#/components/schemas/Page/$defs/T"}
    assert [line.partition(";")[0] for line in said] == [
        (
            "#/components/schemas/User/$dynamicAnchor: note[ambiguous-reference]: `T` is the "
            "dynamic anchor of 2 schemas, of which none has an `$id` around it that the others do "
            "not have"
        )
    ]


T = {"$dynamicAnchor": "T", "not": {}}
PAGE = {"$id": "page", "properties": {"items": {"items": {"$dynamicRef": "#T"}}}, "$defs": {"T": T}}
AT = "#/components/schemas"


def test_what_a_schema_leaves_open_is_filled_in_where_it_is_referred_to() -> None:
    user = {"$dynamicAnchor": "T", "$ref": f"{AT}/User"}
    made, said = resolved(
        {
            "Page": PAGE,
            "Users": {"title": "Users", "$ref": f"{AT}/Page", "$defs": {"T": user}},
            "Extended": {
                "$id": "extended",
                "$ref": f"{AT}/Page",
                "properties": {"next": {"$ref": f"{AT}/Page"}},
                "$defs": {"T": user},
            },
            "User": {"type": "object"},
        }
    )
    of_users = {"properties": {"items": {"items": {"$ref": f"{AT}/Users/$defs/T"}}}}
    assert made["Users"] == {"title": "Users", **of_users, "$defs": {"T": user}}
    of_extended = {"properties": {"items": {"items": {"$ref": f"{AT}/Extended/$defs/T"}}}}
    assert made["Extended"] == {
        "$id": "extended",
        "allOf": [of_extended],
        "properties": {"next": {"$ref": f"{AT}/Extended/allOf/0"}},
        "$defs": {"T": user},
    }
    own = {"properties": {"items": {"items": {"$ref": f"{AT}/Page/$defs/T"}}}}
    assert made["Page"] == {**PAGE, **own}
    assert said == []


def test_outermost_schema_fills_in_what_several_do() -> None:
    inner = {"$id": "inner", "$ref": f"{AT}/Page", "$defs": {"T": {"$dynamicAnchor": "T"}}}
    made, said = resolved(
        {
            "Page": PAGE,
            "Inner": inner,
            "Outer": {"$id": "o", "$ref": f"{AT}/Inner", "$defs": {"T": {"$dynamicAnchor": "T"}}},
        }
    )
    place = {"items": {"$ref": f"{AT}/Outer/$defs/T"}}
    assert made["Outer"]["properties"] == {"items": place}
    assert made["Inner"]["properties"]["items"]["items"] == {"$ref": f"{AT}/Inner/$defs/T"}
    assert said == []


def test_tree_of_a_stricter_kind_contains_itself() -> None:
    tree = {
        "$id": "tree",
        "$dynamicAnchor": "node",
        "properties": {"children": {"items": {"$dynamicRef": "#node"}}},
    }
    strict = {"$id": "s", "$dynamicAnchor": "node", "$ref": f"{AT}/Tree", "required": ["children"]}
    made, said = resolved({"Tree": tree, "Strict": strict})
    assert made["Tree"]["properties"] == {"children": {"items": {"$ref": f"{AT}/Tree"}}}
    assert made["Strict"] == {
        "$id": "s",
        "$dynamicAnchor": "node",
        "required": ["children"],
        "allOf": [{"properties": {"children": {"items": {"$ref": f"{AT}/Strict"}}}}],
    }
    assert said == []


def test_schema_in_between_is_copied_too() -> None:
    made, _ = resolved(
        {
            "Page": PAGE,
            "Envelope": {
                "properties": {"data": {"$ref": f"{AT}/Page"}, "more": {"type": "string"}}
            },
            "Users": {"$ref": f"{AT}/Envelope", "$defs": {"T": {"$dynamicAnchor": "T"}}},
        }
    )
    data = made["Users"]["properties"]["data"]
    assert data == {"properties": {"items": {"items": {"$ref": f"{AT}/Users/$defs/T"}}}}
    assert made["Users"]["properties"]["more"] == {"type": "string"}
    assert made["Envelope"]["properties"]["data"] == {"$ref": f"{AT}/Page"}


def test_copies_beyond_a_limit_are_refused() -> None:
    chain: dict[str, Any] = {
        f"A{n}": {"properties": {"next": {"$ref": f"{AT}/A{n + 1}"}}} for n in range(60)
    }
    schemas = {
        **chain,
        "A60": {"$dynamicRef": "#T"},
        "B": {"$ref": f"{AT}/A0", "$defs": {"T": {"$dynamicAnchor": "T"}}},
    }
    with pytest.raises(Fatal):
        resolved(schemas)


def test_anchors_of_static_references_are_not_dynamic() -> None:
    made, said = resolved(
        {
            "A": {"$id": "a", "items": {"$dynamicRef": "#node"}, "$defs": {"N": NODE}},
            "B": {"$id": "b", "$ref": f"{AT}/A", "$dynamicAnchor": "node"},
        }
    )
    assert made["A"]["items"] == {"$ref": f"{AT}/A/$defs/N"}
    assert made["B"]["$ref"] == f"{AT}/A"
    assert said == []


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


def test_a_dynamic_reference_beside_another_reference_applies_too() -> None:
    both = {"$ref": f"{AT}/User", "$dynamicRef": "#T", "allOf": [{"title": "A"}]}
    made, said = resolved(
        {"Page": {"items": both, "$defs": {"T": {"$dynamicAnchor": "T"}}}, "User": {}}
    )
    assert made["Page"]["items"] == {
        "$ref": f"{AT}/User",
        "allOf": [{"title": "A"}, {"$ref": f"{AT}/Page/$defs/T"}],
    }
    assert both == {"$ref": f"{AT}/User", "$dynamicRef": "#T", "allOf": [{"title": "A"}]}
    assert said == []


def test_dynamic_anchor_of_a_definition_with_an_id_is_not_one_of_the_schema_around_it() -> None:
    made, said = resolved(
        {
            "A": {
                "$id": "https://example.com/a",
                "then": {
                    "$id": "inner",
                    "$ref": "#/components/schemas/A/$defs/start",
                    "$defs": {"T": {"$dynamicAnchor": "t", "type": "null"}},
                },
                "$defs": {
                    "start": {"$id": "start", "$dynamicRef": "#t"},
                    "T": {"$id": "text", "$dynamicAnchor": "t", "type": "string"},
                },
            }
        }
    )
    assert made["A"]["then"]["$ref"] == "#/components/schemas/A/then/$defs/T"
    assert [line.partition(":")[0] for line in said] == [
        "#/components/schemas/A/$defs/start/$dynamicRef"
    ]


def test_definition_with_an_id_is_not_evaluated_inside_of_the_schema_around_it() -> None:
    made, _ = resolved(
        {
            "List": {
                "$id": "https://example.com/list",
                "items": {"$ref": "#/components/schemas/List/$defs/Item"},
                "$defs": {
                    "Item": {
                        "$id": "item",
                        "properties": {"content": {"$dynamicRef": "#t"}},
                        "$defs": {"T": {"$dynamicAnchor": "t", "type": "integer"}},
                    },
                    "T": {"$dynamicAnchor": "t", "type": "string"},
                },
            }
        }
    )
    item = made["List"]["$defs"]["Item"]["properties"]["content"]
    assert item == {"$ref": "#/components/schemas/List/$defs/Item/$defs/T"}
    inside = made["List"]["items"]["properties"]["content"]
    assert inside == {"$ref": "#/components/schemas/List/$defs/T"}
