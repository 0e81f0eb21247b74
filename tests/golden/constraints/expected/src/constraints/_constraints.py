"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "listPlants": {
            "limit": {"type": "integer", "maximum": 100, "minimum": 1, "multipleOf": 5},
            "min_height": {"type": "number", "exclusiveMaximum": 99.5, "exclusiveMinimum": 0},
            "sort": {"type": "string", "enum": ["name", "age"]},
            "colours": {
                "type": "array",
                "items": {"type": "string", "enum": ["red", "green", "blue"]},
                "maxItems": 3,
                "minItems": 1,
                "uniqueItems": True,
            },
            "X-Trace": {
                "type": "string",
                "maxLength": 8,
                "minLength": 2,
                "pattern": "^[a-f\\d]+\\Z",
            },
            "serial": {
                "type": "integer",
                "maximum": 9223372036854775807,
                "minimum": -9007199254740993,
            },
            "odd": {"type": "string"},
        },
        "addPlant": {"$": {"$ref": "/components/schemas/Plant"}},
        "replacePlants": {
            "$": {
                "type": "array",
                "items": {"$ref": "/components/schemas/Plant"},
                "maxItems": 2,
                "minItems": 1,
            }
        },
        "renamePlant": {"$": {"type": "string", "maxLength": 10}},
        "findPlans": {
            "year": {"type": "integer"},
            "open": {"type": "array", "items": {"type": "boolean"}},
            "code": {"type": "string"},
            "near": {
                "type": "object",
                "additionalProperties": False,
                "properties": {"x": {"type": "number"}},
                "required": ["x"],
            },
        },
        "putPlan": {"$": {"$ref": "/components/schemas/Plan"}},
        "addPicture": {
            "id": {"type": "string", "pattern": "^p-"},
            "$": {
                "type": "object",
                "properties": {
                    "picture": {"type": "string", "minLength": 1000},
                    "caption": {"type": "string", "maxLength": 5},
                    "sizes": {"type": "array", "items": {"type": "integer", "minimum": 1}},
                },
                "required": ["picture"],
            },
        },
    },
    schemas={
        "/components/schemas/Care": {
            "type": "object",
            "additionalProperties": {"type": "integer", "minimum": 0},
            "maxProperties": 3,
            "minProperties": 1,
            "properties": {
                "water": {"type": "integer", "exclusiveMaximum": 10},
                "feed": {"allOf": [{"type": "integer", "minimum": 1}, {"maximum": 5}]},
            },
        },
        "/components/schemas/Plan": {
            "type": "object",
            "additionalProperties": False,
            "dependentRequired": {"kind": ["ends"]},
            "if": {"required": ["ends"]},
            "properties": {
                "id": {"type": "integer"},
                "made": {"type": "string"},
                "steps": {
                    "type": "array",
                    "contains": {"required": ["do"]},
                    "items": {"$ref": "/components/schemas/Step"},
                    "maxContains": 2,
                },
                "owner": {"type": "object", "required": ["name"]},
                "ends": {"type": "string"},
                "kind": {"type": "string", "not": {"const": "none"}},
                "pair": {
                    "type": "array",
                    "maxItems": 2,
                    "prefixItems": [{"type": "integer"}, {"type": "string"}],
                },
                "either": {"oneOf": [{"type": "integer"}, {"type": "number", "minimum": 5}]},
                "secret": {"not": {}},
            },
            "required": ["id", "steps"],
            "then": {"properties": {"id": {"minimum": 10}}},
        },
        "/components/schemas/Plant": {
            "type": "object",
            "properties": {
                "name": {"type": "string", "maxLength": 10, "minLength": 1},
                "height": {"type": ["number", "null"], "minimum": 0, "multipleOf": 0.1},
                "tags": {
                    "type": "array",
                    "items": {"$ref": "/components/schemas/Tag"},
                    "maxItems": 3,
                    "uniqueItems": True,
                },
                "kind": {"type": "string", "enum": ["tree", "herb"]},
                "care": {"$ref": "/components/schemas/Care"},
                "code": {"type": "integer", "exclusiveMinimum": 9007199254740993},
                "notes": {
                    "type": "object",
                    "additionalProperties": {"type": "string", "maxLength": 5},
                    "maxProperties": 2,
                    "minProperties": 1,
                },
                "size": {
                    "anyOf": [
                        {"type": "string", "pattern": "^[SML]\\Z"},
                        {"type": "integer", "maximum": 9},
                    ]
                },
            },
            "required": ["name"],
        },
        "/components/schemas/Step": {
            "type": "object",
            "properties": {"do": {"type": "string"}, "then": {"$ref": "/components/schemas/Step"}},
            "unevaluatedProperties": False,
        },
        "/components/schemas/Tag": {"type": "string", "pattern": "^[a-z]\\Z"},
    },
)
