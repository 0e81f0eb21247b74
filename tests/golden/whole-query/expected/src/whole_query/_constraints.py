"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "byForm": {"filter": {"$ref": "/components/schemas/Filter"}},
        "byJson": {"filter": {"$ref": "/components/schemas/Filter"}},
        "byText": {"path": {"type": "string"}},
        "byBoth": {"path": {"type": "string"}, "page": {"type": "integer"}},
        "cookies": {
            "session": {"type": "string"},
            "tags": {"type": "array", "items": {"type": "string"}},
            "list": {"type": "array", "items": {"type": "string"}},
            "open": {"type": "string"},
        },
        "reserved": {
            "path": {"type": "string"},
            "ids": {"type": "array", "items": {"type": "string"}},
        },
    },
    schemas={
        "/components/schemas/Filter": {
            "type": "object",
            "properties": {
                "a": {"type": "integer"},
                "b": {"type": "array", "items": {"type": "string"}},
            },
            "required": ["a"],
        }
    },
)
