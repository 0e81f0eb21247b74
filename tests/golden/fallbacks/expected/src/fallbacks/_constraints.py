"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addPet": {"$": {"$ref": "/components/schemas/Pet"}},
    },
    schemas={
        "/components/schemas/Cat": {
            "type": "object",
            "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}},
            "required": ["kind", "lives"],
        },
        "/components/schemas/Dog": {
            "type": "object",
            "properties": {"kind": {"type": "string"}, "bark": {"type": "string"}},
        },
        "/components/schemas/Other": {
            "type": "object",
            "properties": {"kind": {"type": "string"}, "name": {"type": "string"}},
        },
        "/components/schemas/Pet": {
            "oneOf": [
                {"$ref": "/components/schemas/Cat"},
                {"$ref": "/components/schemas/Dog"},
                {"$ref": "/components/schemas/Other"},
            ]
        },
    },
)
