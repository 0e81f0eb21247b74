"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addBox": {
            "room": {"type": "string"},
            "shelf": {"type": ["string", "null"]},
            "X-Key": {"type": "string"},
            "$": {
                "type": "object",
                "properties": {
                    "any": {},
                    "nothing": {"type": "null"},
                    "constant": {"const": None},
                    "name": {"type": "string"},
                    "label": {"type": ["string", "null"]},
                    "kept": {},
                    "note": {"type": "string"},
                    "either": {"oneOf": [{"type": "string"}, {"type": "null"}]},
                },
                "required": ["any", "nothing", "name", "label"],
            },
        },
        "setText": {"$": {"type": ["string", "null"]}},
        "addFile": {
            "$": {
                "type": "object",
                "properties": {"file": {"type": "string"}, "opened": {"type": "string"}},
                "required": ["file"],
            }
        },
    },
    schemas={},
)
