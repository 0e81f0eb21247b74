"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "setPart": {"$": {"allOf": [{"$ref": "/components/schemas/Part"}, {"required": ["size"]}]}},
        "addVehicle": {"$": {"$ref": "/components/schemas/Vehicle"}},
    },
    schemas={
        "/components/schemas/Identified": {
            "type": "object",
            "properties": {"id": {"type": "integer"}},
            "required": ["id"],
        },
        "/components/schemas/Part": {
            "allOf": [
                {"$ref": "/components/schemas/Identified"},
                {
                    "type": "object",
                    "properties": {
                        "size": {"type": ["number", "null"]},
                        "note": {"type": "string"},
                    },
                },
                {"properties": {"note": {}, "size": {}}},
            ]
        },
        "/components/schemas/Vehicle": {
            "type": "object",
            "properties": {"type": {"type": "string"}, "wheels": {"type": "integer"}},
            "required": ["type", "wheels"],
        },
    },
)
