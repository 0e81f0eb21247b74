"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addAnimal": {"$": {"$ref": "/components/schemas/Animal"}},
        "setSettings": {
            "id": {"type": "string"},
            "$": {
                "properties": {
                    "stop": {
                        "anyOf": [
                            {"type": "string"},
                            {"items": {"type": "string"}, "type": "array"},
                            {"type": "null"},
                        ]
                    },
                    "input": {
                        "oneOf": [
                            {"type": "string"},
                            {"items": {"type": "string"}, "type": "array"},
                            {"items": {"type": "integer"}, "type": "array"},
                            {
                                "items": {"items": {"type": "integer"}, "type": "array"},
                                "type": "array",
                            },
                        ]
                    },
                    "size": {"type": ["integer", "string", "null"]},
                    "when": {
                        "oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "string"}]
                    },
                    "choice": {
                        "oneOf": [
                            {"enum": ["none", "auto"], "type": "string"},
                            {
                                "properties": {
                                    "type": {"const": "function"},
                                    "name": {"type": "string"},
                                },
                                "required": ["type", "name"],
                                "type": "object",
                            },
                            {
                                "properties": {
                                    "type": {"const": "search"},
                                    "depth": {"type": "integer"},
                                },
                                "required": ["type"],
                                "type": "object",
                            },
                        ]
                    },
                    "limits": {
                        "anyOf": [
                            {"type": "boolean"},
                            {"additionalProperties": {"type": "number"}, "type": "object"},
                        ]
                    },
                    "extra": {"anyOf": [{"$ref": "/components/schemas/Cat"}, {}]},
                },
                "required": ["stop", "input"],
                "type": "object",
            },
        },
        "sendSignal": {"$": {"$ref": "/components/schemas/Signal"}},
    },
    schemas={
        "/components/schemas/Animal": {
            "oneOf": [{"$ref": "/components/schemas/Cat"}, {"$ref": "/components/schemas/Dog"}]
        },
        "/components/schemas/Cat": {
            "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}},
            "required": ["kind", "lives"],
            "type": "object",
        },
        "/components/schemas/Dog": {
            "properties": {
                "kind": {"enum": ["dog"], "type": "string"},
                "tricks": {"items": {"type": "string"}, "type": "array"},
                "friend": {"$ref": "/components/schemas/Animal"},
            },
            "required": ["kind", "tricks"],
            "type": "object",
        },
        "/components/schemas/Done": {
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
            "type": "object",
        },
        "/components/schemas/Failed": {
            "oneOf": [{"$ref": "/components/schemas/Late"}, {"$ref": "/components/schemas/Refused"}]
        },
        "/components/schemas/Late": {
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
            "type": "object",
        },
        "/components/schemas/Refused": {
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
            "type": "object",
        },
        "/components/schemas/Running": {
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
            "type": "object",
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
