"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "listPlants": {
            "limit": {"maximum": 100, "minimum": 1, "multipleOf": 5, "type": "integer"},
            "min_height": {"exclusiveMaximum": 99.5, "exclusiveMinimum": 0, "type": "number"},
            "sort": {"enum": ["name", "age"], "type": "string"},
            "colours": {
                "items": {"enum": ["red", "green", "blue"], "type": "string"},
                "maxItems": 3,
                "minItems": 1,
                "type": "array",
                "uniqueItems": True,
            },
            "X-Trace": {
                "maxLength": 8,
                "minLength": 2,
                "pattern": "^[a-f\\d]+\\Z",
                "type": "string",
            },
            "serial": {
                "maximum": 9223372036854775807,
                "minimum": -9007199254740993,
                "type": "integer",
            },
            "odd": {"type": "string"},
        },
        "addPlant": {"$": {"$ref": "/components/schemas/Plant"}},
        "replacePlants": {
            "$": {
                "items": {"$ref": "/components/schemas/Plant"},
                "maxItems": 2,
                "minItems": 1,
                "type": "array",
            }
        },
        "renamePlant": {"$": {"maxLength": 10, "type": "string"}},
        "findPlans": {
            "year": {"type": "integer"},
            "open": {"items": {"type": "boolean"}, "type": "array"},
            "code": {"type": "string"},
            "near": {
                "additionalProperties": False,
                "properties": {"x": {"type": "number"}},
                "required": ["x"],
                "type": "object",
            },
        },
        "putPlan": {"$": {"$ref": "/components/schemas/Plan"}},
        "addPicture": {
            "id": {"pattern": "^p-", "type": "string"},
            "$": {
                "properties": {
                    "picture": {"minLength": 1000, "type": "string"},
                    "caption": {"maxLength": 5, "type": "string"},
                    "sizes": {"items": {"minimum": 1, "type": "integer"}, "type": "array"},
                },
                "required": ["picture"],
                "type": "object",
            },
        },
    },
    schemas={
        "/components/schemas/Care": {
            "additionalProperties": {"minimum": 0, "type": "integer"},
            "maxProperties": 3,
            "minProperties": 1,
            "properties": {
                "water": {"exclusiveMaximum": 10, "type": "integer"},
                "feed": {"allOf": [{"minimum": 1, "type": "integer"}, {"maximum": 5}]},
            },
            "type": "object",
        },
        "/components/schemas/Plan": {
            "additionalProperties": False,
            "dependentRequired": {"kind": ["ends"]},
            "if": {"required": ["ends"]},
            "properties": {
                "id": {"type": "integer"},
                "made": {"type": "string"},
                "steps": {
                    "contains": {"required": ["do"]},
                    "items": {"$ref": "/components/schemas/Step"},
                    "maxContains": 2,
                    "type": "array",
                },
                "owner": {"required": ["name"], "type": "object"},
                "ends": {"type": "string"},
                "kind": {"not": {"const": "none"}, "type": "string"},
                "pair": {
                    "maxItems": 2,
                    "prefixItems": [{"type": "integer"}, {"type": "string"}],
                    "type": "array",
                },
                "either": {"oneOf": [{"type": "integer"}, {"minimum": 5, "type": "number"}]},
                "secret": {"not": {}},
            },
            "required": ["id", "steps"],
            "then": {"properties": {"id": {"minimum": 10}}},
            "type": "object",
        },
        "/components/schemas/Plant": {
            "properties": {
                "name": {"maxLength": 10, "minLength": 1, "type": "string"},
                "height": {"minimum": 0, "multipleOf": 0.1, "type": ["number", "null"]},
                "tags": {
                    "items": {"$ref": "/components/schemas/Tag"},
                    "maxItems": 3,
                    "type": "array",
                    "uniqueItems": True,
                },
                "kind": {"enum": ["tree", "herb"], "type": "string"},
                "care": {"$ref": "/components/schemas/Care"},
                "code": {"exclusiveMinimum": 9007199254740993, "type": "integer"},
                "notes": {
                    "additionalProperties": {"maxLength": 5, "type": "string"},
                    "maxProperties": 2,
                    "minProperties": 1,
                    "type": "object",
                },
                "size": {
                    "anyOf": [
                        {"pattern": "^[SML]\\Z", "type": "string"},
                        {"maximum": 9, "type": "integer"},
                    ]
                },
            },
            "required": ["name"],
            "type": "object",
        },
        "/components/schemas/Step": {
            "properties": {"do": {"type": "string"}, "then": {"$ref": "/components/schemas/Step"}},
            "type": "object",
            "unevaluatedProperties": False,
        },
        "/components/schemas/Tag": {"pattern": "^[a-z]\\Z", "type": "string"},
    },
)
