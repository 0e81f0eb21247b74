"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "askForBook": {
            "$": {
                "type": "object",
                "properties": {"title": {"type": "string"}, "stream": {"type": "boolean"}},
                "required": ["title"],
            }
        },
        "getBook": {"id": {"type": "integer"}, "lang": {"type": "string"}},
        "search": {
            "from": {"type": "string"},
            "to": {"type": ["string", "null"]},
            "X-Reader": {"type": "integer"},
        },
        "count": {"from": {"type": "string"}, "to": {"type": "string"}},
    },
    schemas={},
)
