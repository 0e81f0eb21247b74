"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addTree": {"$": {"$ref": "/components/schemas/NamedTree"}},
    },
    schemas={
        "/components/schemas/NamedTree": {
            "type": "object",
            "allOf": [
                {
                    "type": "object",
                    "properties": {
                        "children": {
                            "type": "array",
                            "items": {"$ref": "/components/schemas/NamedTree"},
                        }
                    },
                }
            ],
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
        }
    },
)
