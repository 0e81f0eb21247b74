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
            "properties": {"id": {"type": "integer"}},
            "required": ["id"],
            "type": "object",
        },
        "/components/schemas/Part": {
            "allOf": [
                {"$ref": "/components/schemas/Identified"},
                {
                    "properties": {
                        "size": {"type": ["number", "null"]},
                        "note": {"type": "string"},
                    },
                    "type": "object",
                },
                {"properties": {"note": {}, "size": {}}},
            ]
        },
        "/components/schemas/Vehicle": {
            "properties": {"type": {"type": "string"}, "wheels": {"type": "integer"}},
            "required": ["type", "wheels"],
            "type": "object",
        },
    },
)
