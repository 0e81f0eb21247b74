"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "setTree": {"$": {"$ref": "/components/schemas/Tree"}},
    },
    schemas={
        "/components/schemas/All": {
            "properties": {
                "and": {"items": {"$ref": "/components/schemas/Filter"}, "type": "array"}
            },
            "required": ["and"],
            "type": "object",
        },
        "/components/schemas/Comparison": {
            "properties": {
                "field": {"type": "string"},
                "equals": {"$ref": "/components/schemas/Json"},
            },
            "required": ["field", "equals"],
            "type": "object",
        },
        "/components/schemas/Either": {
            "oneOf": [{"$ref": "/components/schemas/Other"}, {"type": "string"}]
        },
        "/components/schemas/Filter": {
            "oneOf": [
                {"$ref": "/components/schemas/Comparison"},
                {"$ref": "/components/schemas/All"},
            ]
        },
        "/components/schemas/Grid": {
            "items": {
                "oneOf": [{"$ref": "/components/schemas/Grid"}, {"type": ["string", "null"]}]
            },
            "type": "array",
        },
        "/components/schemas/Json": {
            "oneOf": [
                {"type": "string"},
                {"type": "number"},
                {"type": "boolean"},
                {"type": "null"},
                {"items": {"$ref": "/components/schemas/Json"}, "type": "array"},
                {"additionalProperties": {"$ref": "/components/schemas/Json"}, "type": "object"},
            ]
        },
        "/components/schemas/Other": {
            "oneOf": [{"$ref": "/components/schemas/Either"}, {"type": "integer"}]
        },
        "/components/schemas/Rows": {
            "items": {"$ref": "/components/schemas/Rows"},
            "type": "array",
        },
        "/components/schemas/Tree": {
            "properties": {
                "left": {"$ref": "/components/schemas/Tree"},
                "right": {"oneOf": [{"$ref": "/components/schemas/Tree"}, {"type": "null"}]},
                "value": {"$ref": "/components/schemas/Json"},
                "rows": {"$ref": "/components/schemas/Rows"},
                "filter": {"$ref": "/components/schemas/Filter"},
                "grid": {"$ref": "/components/schemas/Grid"},
                "either": {"$ref": "/components/schemas/Either"},
            },
            "type": "object",
        },
    },
)
