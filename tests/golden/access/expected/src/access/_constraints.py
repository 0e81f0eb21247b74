"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addUser": {"$": {"$ref": "/components/schemas/User"}},
        "setTeams": {
            "$": {
                "properties": {
                    "teams": {
                        "additionalProperties": {"$ref": "/components/schemas/Team"},
                        "type": "object",
                    },
                    "count": {"type": "integer"},
                    "token": {"type": "string"},
                },
                "required": ["teams"],
                "type": "object",
            }
        },
    },
    schemas={
        "/components/schemas/Team": {
            "properties": {"id": {"type": "integer"}, "title": {"type": "string"}},
            "required": ["title"],
            "type": "object",
        },
        "/components/schemas/User": {
            "properties": {
                "id": {"type": "integer"},
                "name": {"type": "string"},
                "password": {"type": "string"},
                "seen": {"type": "string"},
                "teams": {"items": {"$ref": "/components/schemas/Team"}, "type": "array"},
            },
            "required": ["name", "password", "teams"],
            "type": "object",
        },
    },
)
