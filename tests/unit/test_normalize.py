"""The rewrites of shapes that real documents have: one test and more for each."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from sdkwright.diagnostics import Diagnostics, render
from sdkwright.model.forbidden import KEY as FORBIDDEN
from sdkwright.source.document import Document, load
from sdkwright.source.normalize import REWRITES, normalize

INFO = {"title": "T", "version": "1"}


def document(data: dict[str, Any]) -> Document:
    return Document("api.yaml", {"openapi": "3.1.0", "info": INFO, **data}, lambda _: (1, 1))


def normalized(data: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    found = Diagnostics()
    made = normalize(document(data), found)
    return made.data, [render(item) for item in found.items]


def test_a_complete_document_stays_as_it_is() -> None:
    given = document({"paths": {"/x": {"get": {"responses": {"200": {"description": "y"}}}}}})
    found = Diagnostics()
    assert normalize(given, found).data == given.data
    assert found.items == []


def test_a_section_without_a_value_is_not_there() -> None:
    data, _ = normalized({"components": None, "security": None, "paths": None})
    assert data == {"openapi": "3.1.0", "info": INFO, "paths": {}}


def test_a_key_of_an_operation_without_a_value_is_not_there() -> None:
    data, _ = normalized({"paths": {"/x": {"get": {"parameters": None, "responses": {}}}}})
    assert data["paths"] == {"/x": {"get": {"responses": {}}}}


@pytest.mark.parametrize(
    ("written", "complete"),
    [
        ("3.1", "3.1.0"),
        ("'3.0'", "3.0.0"),
        ("3.0.4", "3.0.4"),
        ("3.1.0-rc1", "3.1.0-rc1"),
        ("3.2.0", "3.2.0"),
        ("3.10", "3.10.0"),
    ],
)
def test_the_version_of_openapi_is_complete(tmp_path: Path, written: str, complete: str) -> None:
    path = tmp_path / "api.yaml"
    path.write_text(f"openapi: {written}\n", encoding="utf-8")
    found = Diagnostics()
    assert normalize(load(path, found), found).data["openapi"] == complete


def test_a_version_is_text_as_it_is_spelled(tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    path.write_text("openapi: 3.1.0\ninfo: {title: T, version: 1.10}\n", encoding="utf-8")
    found = Diagnostics()
    assert normalize(load(path, found), found).data["info"]["version"] == "1.10"
    assert found.items == []


@pytest.mark.parametrize("info", [{"title": "T"}, {"title": "T", "version": None}])
def test_a_missing_version_is_zero(info: dict[str, Any]) -> None:
    data, said = normalized({"paths": {}, "info": info})
    assert data["info"] == {"title": "T", "version": "0.0.0"}
    assert said == [
        (
            "#/info: warning[missing-version]: `info` has no `version`; using `0.0.0`. "
            "Fix: add `version`."
        )
    ]


def test_a_missing_info_is_filled_in() -> None:
    data, said = normalized({"paths": {}, "info": None})
    assert data["info"] == {"title": "API", "version": "0.0.0"}
    assert [line.split(":")[1] for line in said] == [
        " warning[missing-title]",
        " warning[missing-version]",
    ]


def test_a_document_of_webhooks_has_no_paths() -> None:
    data, said = normalized({"webhooks": {"a": {"post": {"responses": {}}}}})
    assert data["paths"] == {}
    assert said == []


def test_missing_paths_are_wrong_in_openapi_3_0() -> None:
    data, said = normalized({"openapi": "3.0.3"})
    assert data["paths"] == {}
    assert said == ["#: warning[missing-paths]: `paths` is missing, which OpenAPI 3.0 requires."]


def test_missing_responses_are_none() -> None:
    data, said = normalized(
        {
            "paths": {"/x": {"get": {"summary": "s"}}},
            "webhooks": {"w": {"post": {"summary": "s"}}},
        }
    )
    assert data["paths"] == {"/x": {"get": {"summary": "s", "responses": {}}}}
    assert data["webhooks"] == {"w": {"post": {"summary": "s", "responses": {}}}}
    assert said == []


def test_missing_responses_are_wrong_in_openapi_3_0() -> None:
    data, said = normalized({"openapi": "3.0.3", "paths": {"/a/b": {"get": {"summary": "s"}}}})
    assert data["paths"] == {"/a/b": {"get": {"summary": "s", "responses": {}}}}
    assert said == [
        (
            "#/paths/~1a~1b/get: warning[missing-responses]: the operation has no "
            "`responses`, which OpenAPI 3.0 requires. Fix: add `responses`."
        )
    ]


def test_operations_and_paths_without_content_are_reported() -> None:
    paths: dict[str, Any] = {"/a": {"get": None, "put": {}}, "/b": None, "x-c": None}
    data, said = normalized({"paths": paths, "webhooks": {"w": {"post": None}}})
    assert data["paths"] == {"/a": {"put": {"responses": {}}}}
    assert data["webhooks"] == {"w": {}}
    assert said == [
        (
            "#/paths/~1a/get: warning[empty-operation]: `get` has nothing in it; no method is "
            "generated. Fix: describe it, or remove it."
        ),
        (
            "#/paths/~1a/put: warning[empty-operation]: `put` has nothing in it; the method takes "
            "and returns nothing. Fix: describe it, or remove it."
        ),
        (
            "#/paths/~1b: warning[empty-path]: nothing is below this path; it is ignored. Fix: "
            "describe it, or remove it."
        ),
        (
            "#/webhooks/w/post: warning[empty-operation]: `post` has nothing in it; no method is "
            "generated. Fix: describe it, or remove it."
        ),
    ]


def test_an_enum_without_values_is_none() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "enum": []}}}
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"]["properties"] == {"a": {"type": "string"}}
    assert said == [
        (
            "#/components/schemas/S/properties/a/enum: warning[empty-enum]: `enum` is "
            "empty, so it would allow no value; it is ignored. Fix: list its values, or "
            "remove `enum`."
        )
    ]


@pytest.mark.parametrize(
    "schema",
    [
        {"example": {"enum": []}},
        {"default": {"enum": []}},
        {"x-note": {"enum": []}},
        {"enum": [{"enum": []}]},
        {"properties": {"enum": {"type": "array"}}},
        {"properties": {"properties": {"example": {"enum": []}}}},
    ],
)
def test_an_enum_that_is_a_value_or_a_name_is_kept(schema: dict[str, Any]) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"] == schema
    assert said == []


def test_a_property_with_the_name_of_a_keyword_is_walked_into() -> None:
    schema: dict[str, Any] = {"properties": {"example": {"enum": []}, "x-y": {"enum": []}}}
    data, _ = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"] == {"properties": {"example": {}, "x-y": {}}}


@pytest.mark.parametrize(
    ("schema", "made", "told"),
    [
        (
            {"type": "string", "enum": ["a", 1, True]},
            {"type": "string", "enum": ["a", "1", "true"]},
            2,
        ),
        (
            {"type": ["string", "null"], "enum": [1, None]},
            {"type": ["string", "null"], "enum": ["1", None]},
            1,
        ),
        ({"type": "integer", "enum": ["1", "x"]}, {"type": "integer", "enum": [1, "x"]}, 1),
        ({"type": "boolean", "const": "true"}, {"type": "boolean", "const": True}, 1),
        ({"type": ["string", "integer"], "enum": [1]}, None, 0),
        ({"type": {"a": 1}, "enum": [1]}, None, 0),
        ({"type": "object", "properties": {"enum": {"type": "string"}}}, None, 0),
        ({"const": {"a": 1}}, {"enum": [{"a": 1}]}, 0),
        ({"const": [1], "title": "A"}, {"title": "A", "enum": [[1]]}, 0),
    ],
)
def test_values_become_those_of_their_type(
    schema: dict[str, Any], made: dict[str, Any] | None, told: int
) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"] == (schema if made is None else made)
    assert len(said) == told


@pytest.mark.parametrize(
    ("schema", "made", "told"),
    [
        ({"items": True}, {"items": {}}, 0),
        ({"items": False}, {"items": {"not": {}}}, 0),
        (
            {"prefixItems": [True, {"type": "null"}], "items": False},
            {"prefixItems": [{}, {"type": "null"}], "maxItems": 2},
            0,
        ),
        ({"items": [{"a": 1}, True]}, {"prefixItems": [{"a": 1}, {}]}, 0),
        (
            {"items": [{}], "additionalItems": {"a": 1}},
            {"prefixItems": [{}], "additionalItems": {"a": 1}, "items": {"a": 1}},
            0,
        ),
        (
            {"items": [{}], "additionalItems": False},
            {"prefixItems": [{}], "additionalItems": False, "maxItems": 1},
            0,
        ),
        (
            {"prefixItems": [{}, {}], "items": False, "maxItems": 1},
            {"prefixItems": [{}, {}], "maxItems": 1},
            0,
        ),
        ({"allOf": [True], "anyOf": [{}, False]}, {"allOf": [{}], "anyOf": [{}, {"not": {}}]}, 0),
        (
            {"properties": {"a": True, "b": False}},
            {"properties": {"a": {}}, FORBIDDEN: {"properties": ["b"]}},
            1,
        ),
        (
            {"patternProperties": {"^a": False, "^b": True}},
            {"patternProperties": {"^b": {}}, FORBIDDEN: {"patternProperties": ["^a"]}},
            1,
        ),
        ({FORBIDDEN: {"properties": ["a"]}}, {}, 0),
        (
            {"not": True, "additionalProperties": False},
            {"not": {}, "additionalProperties": False},
            0,
        ),
        (
            {"properties": {"items": {"default": True}, "not": {"items": True}}},
            {"properties": {"items": {"default": True}, "not": {"items": {}}}},
            0,
        ),
        ({"default": {"items": True}, "x-y": {"not": True}}, None, 0),
    ],
)
def test_schemas_are_objects(
    schema: dict[str, Any], made: dict[str, Any] | None, told: int
) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema, "T": True}}})
    assert data["components"]["schemas"] == {"S": schema if made is None else made, "T": {}}
    assert len(said) == told


def test_a_value_of_text_is_spelled_as_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    path.write_text(
        "openapi: 3.1.0\ncomponents: {schemas: {S: {type: string, enum: [1.10, 0x1F, 1e3]}}}\n",
        encoding="utf-8",
    )
    found = Diagnostics()
    data = normalize(load(path, found), found).data
    assert data["components"]["schemas"]["S"]["enum"] == ["1.10", "0x1F", "1e3"]


def test_what_is_written_once_is_rewritten_and_told_once() -> None:
    shared = {"type": "string", "enum": list[str]()}
    data, said = normalized(
        {"paths": {}, "components": {"schemas": {"A": {"items": shared}, "B": {"items": shared}}}}
    )
    schemas = data["components"]["schemas"]
    assert schemas == {"A": {"items": {"type": "string"}}, "B": {"items": {"type": "string"}}}
    assert len(said) == 1


@pytest.mark.parametrize(
    "data",
    [
        {"paths": []},
        {"paths": {"/x": 1}},
        {"paths": {"/x": {"get": "no"}}},
        {"info": "text"},
        {"components": 1},
        {"webhooks": [{}]},
    ],
)
def test_what_makes_no_sense_is_left_to_the_front_end(data: dict[str, Any]) -> None:
    made, _ = normalized(data)
    assert {key: made[key] for key in data} == data


def test_the_input_is_not_changed() -> None:
    given = {
        "openapi": 3.0,
        "info": {"version": 2},
        "paths": {"/x": {"get": {"parameters": None}}},
        "components": {"schemas": {"S": {"enum": []}}},
        "tags": None,
    }
    before = copy.deepcopy(given)
    normalize(Document("api.yaml", given, lambda _: (1, 1)), Diagnostics())
    assert given == before


def test_every_rewrite_says_which_case_it_is_for() -> None:
    silent = [
        rewrite.__name__ for rewrite in REWRITES if "The case:" not in (rewrite.__doc__ or "")
    ]
    assert silent == []


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan")])
@pytest.mark.parametrize("keyword", ["maximum", "multipleOf", "minLength"])
def test_a_limit_that_is_no_number_is_ignored(keyword: str, number: float) -> None:
    schema = {"type": "number", keyword: number}
    data, said = normalized({"components": {"schemas": {"A": schema, keyword: {"minimum": 1}}}})
    assert data["components"]["schemas"] == {"A": {"type": "number"}, keyword: {"minimum": 1}}
    (line,) = said
    assert line == (
        f"#/components/schemas/A/{keyword}: warning[weak-type]: `{keyword}` is {number}, which is "
        "not a finite number; it is ignored. Fix: write a finite number, or remove it."
    )


def test_a_property_called_like_a_limit_stays() -> None:
    properties = {"maximum": {"type": "number", "default": float("inf")}}
    data, said = normalized({"components": {"schemas": {"A": {"properties": properties}}}})
    assert data["components"]["schemas"] == {"A": {"properties": properties}}
    assert said == []


def test_null_without_quotation_marks_in_a_list_of_types_is_the_type() -> None:
    schema = {"type": ["string", None], "const": 7}
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"] == {"type": ["string", "null"], "const": "7"}
    assert said[0] == (
        "#/components/schemas/S/type: warning[mistyped-value]: `type` lists null, which is no "
        "type; using "
        '"null". Fix: put it in quotation marks.'
    )


@pytest.mark.parametrize(
    ("schema", "made", "effect"),
    [
        (
            {"type": "array", "items": {"type": "string"}, "enum": ["a", "b"]},
            {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
            "no value of `enum` is a list, as `type` requires; `enum` is read as that of its items",
        ),
        (
            {"type": ["array", "null"], "enum": ["a", None]},
            {"type": ["array", "null"], "items": {"enum": ["a"]}},
            "no value of `enum` is a list, as `type` requires; `enum` is read as that of its items",
        ),
        (
            {"type": "array", "items": {"$ref": "#/a"}, "enum": ["a"]},
            {"type": "array", "items": {"$ref": "#/a"}},
            "no value of `enum` is a list, as `type` requires; `enum` is ignored",
        ),
        (
            {"type": "boolean", "enum": ["yes", "no"]},
            {"type": "boolean", "enum": ["yes", "no"]},
            "no value of `enum` is of the type boolean; the type is ignored",
        ),
        (
            {"type": "integer", "enum": ["one"]},
            {"type": "integer", "enum": ["one"]},
            "no value of `enum` is of the type integer; the type is ignored",
        ),
        (
            {"type": "object", "enum": ["one"]},
            {"type": "object", "enum": ["one"]},
            "no value of `enum` is of the type object; the type is ignored",
        ),
    ],
)
def test_an_enum_that_contradicts_its_type_is_reported(
    schema: dict[str, Any], made: dict[str, Any], effect: str
) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"] == made
    assert [line.partition(". Fix")[0] for line in said] == [
        f"#/components/schemas/S/enum: warning[mistyped-value]: {effect}"
    ]


ITEMS: dict[str, Any] = {"items": {"type": "string"}, "maxItems": 2}


@pytest.mark.parametrize(
    ("schema", "made"),
    [
        (
            {**ITEMS, "oneOf": [{"type": "array"}, {"type": "string"}]},
            {"oneOf": [{"type": "array", **ITEMS}, {"type": "string"}]},
        ),
        (
            {"required": ["a"], "anyOf": [{"type": ["object", "null"]}, {"type": "string"}]},
            {"anyOf": [{"type": ["object", "null"], "required": ["a"]}, {"type": "string"}]},
        ),
        (
            {**ITEMS, "oneOf": [{"type": "array", "maxItems": 1}, {"type": "string"}]},
            {"oneOf": [{"type": "array", "maxItems": 1, "allOf": [ITEMS]}, {"type": "string"}]},
        ),
        (
            {**ITEMS, "oneOf": [{"type": "integer"}, {"type": "string"}]},
            {"oneOf": [{"type": "integer"}, {"type": "string"}]},
        ),
    ],
)
def test_keywords_beside_alternatives_are_those_of_the_ones_they_are_about(
    schema: dict[str, Any], made: dict[str, Any]
) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert (data["components"]["schemas"]["S"], said) == (made, [])


@pytest.mark.parametrize(
    "schema",
    [
        {**ITEMS, "type": "array", "oneOf": [{"type": "array"}, {"type": "string"}]},
        {**ITEMS, "oneOf": [{"type": "array"}, {"minItems": 1}]},
        {**ITEMS, "oneOf": [{"type": "array"}, {"$ref": "#/a", "type": "string"}]},
        {"required": ["a"], "oneOf": [{"type": "object"}, {"type": ["object", "null"]}]},
        {**ITEMS, "oneOf": [{"type": "string"}], "anyOf": [{"type": "array"}]},
    ],
)
def test_keywords_beside_alternatives_stay_if_all_may_be_meant(schema: dict[str, Any]) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert (data["components"]["schemas"]["S"], said) == (schema, [])


def test_values_of_items_that_are_listed_beside_them_get_their_type() -> None:
    schema = {"type": "array", "items": {"type": "integer"}, "enum": ["1", 2]}
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    items = {"type": "integer", "enum": [1, 2]}
    assert data["components"]["schemas"]["S"] == {"type": "array", "items": items}
    assert len(said) == 2


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "enum": [["a"], []]},
        {"type": "string", "enum": ["a", None]},
        {"type": "integer", "enum": [1.0, 2]},
        {"type": ["string", "boolean"], "enum": ["a"]},
        {"enum": ["a", 1]},
    ],
)
def test_an_enum_of_its_type_stays(schema: dict[str, Any]) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert (data["components"]["schemas"]["S"], said) == (schema, [])


def test_definitions_of_the_schema_around_a_reference_are_found() -> None:
    inner = {"properties": {"default": {"$ref": "#/$defs/A"}, "b": {"$ref": "#/$defs/B"}}}
    schema = {
        "$defs": {"A": {"type": "string"}, "B": {}, "T": {"$defs": {"A": {}}, **inner}},
        "properties": {"a": {"$ref": "#/$defs/A"}, "n": {"$ref": "#/definitions/A"}},
        "default": {"$ref": "#/$defs/A"},
    }
    data, said = normalized(
        {"paths": {}, "$defs": {"B": {}}, "components": {"schemas": {"S": schema}}}
    )
    made = data["components"]["schemas"]["S"]
    at = "#/components/schemas/S/$defs"
    assert made["properties"] == {
        "a": {"$ref": f"{at}/A"},
        "n": {"$ref": "#/definitions/A"},  # which nothing around it has
    }
    assert made["$defs"]["T"]["properties"] == {
        "default": {"$ref": f"{at}/T/$defs/A"},
        "b": {"$ref": "#/$defs/B"},  # which the document has
    }
    assert made["default"] == {"$ref": "#/$defs/A"}
    assert len([line for line in said if "warning[local-definition]" in line]) == 2


@pytest.mark.parametrize(
    ("required", "made"),
    [
        (["name", "b"], ["Name", "b"]),
        (["Name"], ["Name"]),
        (["ID"], ["ID"]),  # either may be meant
        (["other", 3], ["other", 3]),
    ],
)
def test_a_required_property_is_found_in_another_case(
    required: list[object], made: list[object]
) -> None:
    schema = {"required": required, "properties": {"Name": {}, "b": {}, "id": {}, "Id": {}}}
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"] == {**schema, "required": made}
    message = (
        "#/components/schemas/S/required/0: warning[misspelled-property]: `name` is in `required`, "
        "but the property is `Name`, which is used. Fix: write `Name`."
    )
    assert said == ([] if required == made else [message])


@pytest.mark.parametrize(
    ("schema", "made"),
    [
        ({"type": "int"}, {"type": "integer"}),
        ({"type": "Long"}, {"type": "integer", "format": "int64"}),
        ({"type": "float"}, {"type": "number", "format": "float"}),
        ({"type": "Decimal"}, {"type": "number", "format": "decimal"}),
        ({"type": "bool"}, {"type": "boolean"}),
        ({"type": "str"}, {"type": "string"}),
        ({"type": "String", "format": "uri"}, {"type": "string", "format": "uri"}),
        ({"type": "date"}, {"type": "string", "format": "date"}),
        ({"type": "datetime"}, {"type": "string", "format": "date-time"}),
        ({"type": "dict"}, {"type": "object"}),
        ({"type": "list", "items": {}}, {"type": "array", "items": {}}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        ({"type": ["date", "none"]}, {"type": ["string", "null"], "format": "date"}),
        ({"type": ["date", "int"]}, {"type": ["string", "integer"]}),
        ({"type": ["str", "string"]}, {"type": ["string"]}),
        ({"type": "date", "enum": [2024]}, {"type": "string", "format": "date", "enum": ["2024"]}),
    ],
)
def test_the_types_of_languages_are_read_as_they_are_meant(
    schema: dict[str, Any], made: dict[str, Any]
) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": schema}}})
    assert data["components"]["schemas"]["S"] == made
    assert all("warning[mistyped-value]: " in line for line in said)
    assert said


def test_a_type_of_a_language_is_reported_with_what_to_write() -> None:
    data = {"paths": {}, "components": {"schemas": {"S": {"type": "datetime"}}}}
    assert normalized(data)[1] == [
        (
            "#/components/schemas/S/type: warning[mistyped-value]: `datetime` is not a type of "
            "JSON Schema; it is read as `string` with the format `date-time`. Fix: write `string` "
            "with the format `date-time`."
        )
    ]


@pytest.mark.parametrize("kind", ["timestamp", "json", "any", "array", "apiKey", 1, ["string"]])
def test_other_types_are_left_alone(kind: object) -> None:
    data = {"paths": {}, "components": {"schemas": {"S": {"type": kind}}}}
    assert normalized(data) == ({**document(data).data}, [])


X = {"$ref": "#/components/schemas/X"}


@pytest.mark.parametrize("key", ["anyOf", "oneOf"])
@pytest.mark.parametrize(
    ("items", "is_null"),
    [
        ([X, {"nullable": True}], True),
        ([{"nullable": True, "description": "None."}, {"type": "string"}], True),
        ([X, {"type": "object", "nullable": True}], True),
        ([X, X, {"type": "object", "nullable": True}], False),
        ([{"type": "string"}, {"type": "object", "nullable": True}], False),
        ([X, {"type": "object", "properties": {"a": {}}, "nullable": True}], False),
        ([X, {"nullable": False}], False),
        ([X, {}], False),
        ([{"nullable": True}], False),
    ],
)
def test_an_alternative_that_only_has_nullable_is_null(
    key: str, items: list[dict[str, Any]], *, is_null: bool
) -> None:
    data, said = normalized({"paths": {}, "components": {"schemas": {"S": {key: items}}}})
    made = data["components"]["schemas"]["S"][key]
    assert made.count({"type": "null"}) == is_null
    assert sum("note[nullable-alternative]: " in line for line in said) == is_null
