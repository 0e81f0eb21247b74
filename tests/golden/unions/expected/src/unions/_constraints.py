"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addAnimal": {"$": {"$ref": "/components/schemas/Animal"}},
        "setSettings": {
            "id": {"type": "string"},
            "$": {
                "type": "object",
                "properties": {
                    "stop": {
                        "anyOf": [
                            {"type": "string"},
                            {"type": "array", "items": {"type": "string"}},
                            {"type": "null"},
                        ]
                    },
                    "input": {
                        "oneOf": [
                            {"type": "string"},
                            {"type": "array", "items": {"type": "string"}},
                            {"type": "array", "items": {"type": "integer"}},
                            {
                                "type": "array",
                                "items": {"type": "array", "items": {"type": "integer"}},
                            },
                        ]
                    },
                    "size": {"type": ["integer", "string", "null"]},
                    "when": {
                        "oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "string"}]
                    },
                    "choice": {
                        "oneOf": [
                            {"type": "string", "enum": ["none", "auto"]},
                            {
                                "type": "object",
                                "properties": {
                                    "type": {"const": "function"},
                                    "name": {"type": "string"},
                                },
                                "required": ["type", "name"],
                            },
                            {
                                "type": "object",
                                "properties": {
                                    "type": {"const": "search"},
                                    "depth": {"type": "integer"},
                                },
                                "required": ["type"],
                            },
                        ]
                    },
                    "limits": {
                        "anyOf": [
                            {"type": "boolean"},
                            {"type": "object", "additionalProperties": {"type": "number"}},
                        ]
                    },
                    "extra": {"anyOf": [{"$ref": "/components/schemas/Cat"}, {}]},
                },
                "required": ["stop", "input"],
            },
        },
        "sendSignal": {"$": {"$ref": "/components/schemas/Signal"}},
    },
    schemas={
        "/components/schemas/Animal": {
            "oneOf": [{"$ref": "/components/schemas/Cat"}, {"$ref": "/components/schemas/Dog"}]
        },
        "/components/schemas/Cat": {
            "type": "object",
            "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}},
            "required": ["kind", "lives"],
        },
        "/components/schemas/Dog": {
            "type": "object",
            "properties": {
                "kind": {"type": "string", "enum": ["dog"]},
                "tricks": {"type": "array", "items": {"type": "string"}},
                "friend": {"$ref": "/components/schemas/Animal"},
            },
            "required": ["kind", "tricks"],
        },
        "/components/schemas/Done": {
            "type": "object",
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
        },
        "/components/schemas/Failed": {
            "oneOf": [{"$ref": "/components/schemas/Late"}, {"$ref": "/components/schemas/Refused"}]
        },
        "/components/schemas/Late": {
            "type": "object",
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
        },
        "/components/schemas/Refused": {
            "type": "object",
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
        },
        "/components/schemas/Running": {
            "type": "object",
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
        },
        "/components/schemas/Signal": {
            "oneOf": [
                {"$ref": "/components/schemas/Running"},
                {"$ref": "/components/schemas/Done"},
                {"$ref": "/components/schemas/Failed"},
            ]
        },
    },
)
