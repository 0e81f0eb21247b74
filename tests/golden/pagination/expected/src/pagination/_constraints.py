"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "listLetters": {"skip": {"type": "integer"}, "take": {"type": "integer"}},
        "findLetters": {
            "offset": {"type": "integer"},
            "$": {
                "properties": {"words": {"type": "string"}},
                "required": ["words"],
                "type": "object",
            },
        },
        "listStamps": {"offset": {"type": "integer"}},
        "listEnvelopes": {"page": {"type": "integer"}, "per-page": {"type": "integer"}},
        "listSeals": {"after": {"type": "string"}},
        "findSeals": {
            "$": {
                "properties": {"colour": {"type": "string"}, "from": {"type": "string"}},
                "type": "object",
            }
        },
        "listScans": {"after": {"type": "string"}},
    },
    schemas={},
)
