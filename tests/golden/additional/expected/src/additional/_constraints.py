"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addRecord": {"$": {"$ref": "/components/schemas/Free"}},
    },
    schemas={
        "/components/schemas/Free": {
            "type": "object",
            "additionalProperties": True,
            "properties": {
                "name": {"type": "string"},
                "additional_properties": {"type": "integer"},
            },
            "required": ["name"],
        }
    },
)
