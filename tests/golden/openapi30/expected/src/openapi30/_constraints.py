"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addStar": {"$": {"$ref": "/components/schemas/Star"}},
    },
    schemas={
        "/components/schemas/Entry": {
            "properties": {"number": {"type": "integer"}},
            "required": ["number"],
            "type": "object",
        },
        "/components/schemas/Star": {
            "properties": {
                "name": {"type": ["string", "null"]},
                "magnitude": {"exclusiveMinimum": -30, "type": "number"},
                "colour": {
                    "anyOf": [{"enum": ["blue", "red", None], "type": "string"}, {"type": "null"}]
                },
                "catalogue": {
                    "anyOf": [{"allOf": [{"$ref": "/components/schemas/Entry"}]}, {"type": "null"}]
                },
                "near": {"anyOf": [{"$ref": "/components/schemas/Entry"}, {"type": "null"}]},
                "seen": {"items": {"type": ["string", "null"]}, "type": "array"},
            },
            "required": ["name", "magnitude"],
            "type": "object",
        },
    },
)
