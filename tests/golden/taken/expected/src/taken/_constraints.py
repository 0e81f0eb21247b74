"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "with_raw_response": {
            "options": {"type": "integer"},
            "self": {"type": "string"},
            "hooks": {"type": "string"},
        },
        "property": {
            "hooks": {"type": "string"},
            "$": {
                "type": "object",
                "properties": {
                    "options": {"type": "string"},
                    "self": {"type": ["string", "null"]},
                    "hooks": {"type": "string"},
                },
            },
        },
        "raw": {"hooks": {"type": "string"}},
    },
    schemas={},
)
