"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "findPlaces": {
            "box": {
                "type": "array",
                "maxItems": 4,
                "minItems": 4,
                "prefixItems": [
                    {"type": "number"},
                    {"type": "number"},
                    {"type": "number"},
                    {"type": "number"},
                ],
            },
            "since": {
                "type": "array",
                "maxItems": 2,
                "minItems": 2,
                "prefixItems": [{"type": "string"}, {"type": "string"}],
            },
            "X-Range": {"$ref": "/components/schemas/Range"},
        },
        "addPlace": {"$": {"$ref": "/components/schemas/Place"}},
        "sendForm": {
            "$": {"type": "object", "properties": {"range": {"$ref": "/components/schemas/Range"}}}
        },
        "sendParts": {
            "$": {"type": "object", "properties": {"range": {"$ref": "/components/schemas/Range"}}}
        },
        "sendMixed": {
            "$": {
                "type": "array",
                "maxItems": 2,
                "minItems": 2,
                "prefixItems": [{"$ref": "/components/schemas/Person"}, {"type": "string"}],
            }
        },
    },
    schemas={
        "/components/schemas/Person": {
            "type": "object",
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
        },
        "/components/schemas/Place": {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "at": {
                    "type": "array",
                    "maxItems": 2,
                    "minItems": 2,
                    "prefixItems": [{"type": "number"}, {"type": "number"}],
                },
                "owner": {
                    "type": ["array", "null"],
                    "maxItems": 3,
                    "minItems": 3,
                    "prefixItems": [
                        {"$ref": "/components/schemas/Person"},
                        {"type": "string", "enum": ["boss", "worker"]},
                        {},
                    ],
                },
                "opened": {
                    "type": "array",
                    "maxItems": 2,
                    "minItems": 2,
                    "prefixItems": [
                        {"type": "string"},
                        {"type": "object", "properties": {"note": {"type": "string"}}},
                    ],
                },
                "log": {
                    "type": "array",
                    "items": {
                        "type": "array",
                        "maxItems": 2,
                        "minItems": 2,
                        "prefixItems": [
                            {"type": "integer"},
                            {"$ref": "/components/schemas/Person"},
                        ],
                    },
                },
                "either": {
                    "anyOf": [
                        {
                            "type": "array",
                            "maxItems": 2,
                            "minItems": 2,
                            "prefixItems": [{"type": "integer"}, {"type": "integer"}],
                        },
                        {
                            "type": "array",
                            "maxItems": 1,
                            "minItems": 1,
                            "prefixItems": [{"type": "string"}],
                        },
                        {"type": "array", "items": {"type": "boolean"}},
                    ]
                },
                "rest": {
                    "type": "array",
                    "minItems": 2,
                    "prefixItems": [{"type": "string"}, {"type": "integer"}],
                },
                "shorter": {
                    "type": "array",
                    "maxItems": 2,
                    "prefixItems": [{"type": "string"}, {"type": "integer"}],
                },
            },
            "required": ["name", "at"],
        },
        "/components/schemas/Range": {
            "type": "array",
            "maxItems": 2,
            "minItems": 2,
            "prefixItems": [{"type": "string"}, {"type": "integer"}],
        },
    },
)
