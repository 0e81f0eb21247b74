"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addUser": {"$": {"$ref": "/components/schemas/User"}},
        "setTeams": {
            "$": {
                "type": "object",
                "properties": {
                    "teams": {
                        "type": "object",
                        "additionalProperties": {"$ref": "/components/schemas/Team"},
                    },
                    "count": {"type": "integer"},
                    "token": {"type": "string"},
                },
                "required": ["teams"],
            }
        },
    },
    schemas={
        "/components/schemas/Team": {
            "type": "object",
            "properties": {"id": {"type": "integer"}, "title": {"type": "string"}},
            "required": ["title"],
        },
        "/components/schemas/User": {
            "type": "object",
            "properties": {
                "id": {"type": "integer"},
                "name": {"type": "string"},
                "password": {"type": "string"},
                "seen": {"type": "string"},
                "teams": {"type": "array", "items": {"$ref": "/components/schemas/Team"}},
            },
            "required": ["name", "password", "teams"],
        },
    },
)
