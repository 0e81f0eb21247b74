"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addTune": {
            "$": {
                "type": "object",
                "properties": {
                    "title": {"type": "string"},
                    "by": {"type": "object", "properties": {"name": {"type": "string"}}},
                },
                "required": ["title"],
            }
        },
    },
    schemas={},
)
