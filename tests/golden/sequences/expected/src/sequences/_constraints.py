"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "sendLines": {"$": {"$ref": "/components/schemas/Rain"}},
        "sendRecords": {"$": {"$ref": "/components/schemas/Rain"}},
        "sendParts": {"$": {"type": "array", "items": {"$ref": "/components/schemas/Rain"}}},
        "sendShared": {
            "$": {
                "type": "object",
                "properties": {"knots": {"type": "integer"}},
                "required": ["knots"],
            }
        },
    },
    schemas={
        "/components/schemas/Rain": {
            "type": "object",
            "properties": {"mm": {"type": "integer"}},
            "required": ["mm"],
        }
    },
)
