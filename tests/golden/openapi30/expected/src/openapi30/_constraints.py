"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addStar": {"$": {"$ref": "/components/schemas/Star"}},
    },
    schemas={
        "/components/schemas/Entry": {
            "type": "object",
            "properties": {"number": {"type": "integer"}},
            "required": ["number"],
        },
        "/components/schemas/Star": {
            "type": "object",
            "properties": {
                "name": {"type": ["string", "null"]},
                "magnitude": {"type": "number", "exclusiveMinimum": -30},
                "colour": {
                    "anyOf": [{"type": "string", "enum": ["blue", "red", None]}, {"type": "null"}]
                },
                "catalogue": {
                    "anyOf": [{"allOf": [{"$ref": "/components/schemas/Entry"}]}, {"type": "null"}]
                },
                "near": {"anyOf": [{"$ref": "/components/schemas/Entry"}, {"type": "null"}]},
                "seen": {"type": "array", "items": {"type": ["string", "null"]}},
            },
            "required": ["name", "magnitude"],
        },
    },
)
