"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "setTree": {"$": {"$ref": "/components/schemas/Tree"}},
    },
    schemas={
        "/components/schemas/All": {
            "type": "object",
            "properties": {
                "and": {"type": "array", "items": {"$ref": "/components/schemas/Filter"}}
            },
            "required": ["and"],
        },
        "/components/schemas/Comparison": {
            "type": "object",
            "properties": {
                "field": {"type": "string"},
                "equals": {"$ref": "/components/schemas/Json"},
            },
            "required": ["field", "equals"],
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
            "type": "array",
            "items": {
                "oneOf": [{"$ref": "/components/schemas/Grid"}, {"type": ["string", "null"]}]
            },
        },
        "/components/schemas/Json": {
            "oneOf": [
                {"type": "string"},
                {"type": "number"},
                {"type": "boolean"},
                {"type": "null"},
                {"type": "array", "items": {"$ref": "/components/schemas/Json"}},
                {"type": "object", "additionalProperties": {"$ref": "/components/schemas/Json"}},
            ]
        },
        "/components/schemas/Other": {
            "oneOf": [{"$ref": "/components/schemas/Either"}, {"type": "integer"}]
        },
        "/components/schemas/Rows": {
            "type": "array",
            "items": {"$ref": "/components/schemas/Rows"},
        },
        "/components/schemas/Tree": {
            "type": "object",
            "properties": {
                "left": {"$ref": "/components/schemas/Tree"},
                "right": {"oneOf": [{"$ref": "/components/schemas/Tree"}, {"type": "null"}]},
                "value": {"$ref": "/components/schemas/Json"},
                "rows": {"$ref": "/components/schemas/Rows"},
                "filter": {"$ref": "/components/schemas/Filter"},
                "grid": {"$ref": "/components/schemas/Grid"},
                "either": {"$ref": "/components/schemas/Either"},
            },
        },
    },
)
