"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "listLetters": {"skip": {"type": "integer"}, "take": {"type": "integer"}},
        "findLetters": {
            "offset": {"type": "integer"},
            "$": {
                "type": "object",
                "properties": {"words": {"type": "string"}},
                "required": ["words"],
            },
        },
        "listStamps": {"offset": {"type": "integer"}},
        "listEnvelopes": {"page": {"type": "integer"}, "per-page": {"type": "integer"}},
        "listSeals": {"after": {"type": "string"}},
        "findSeals": {
            "$": {
                "type": "object",
                "properties": {"colour": {"type": "string"}, "from": {"type": "string"}},
            }
        },
        "listTags": {"from": {"type": "string"}},
        "listScans": {"after": {"type": "string"}},
    },
    schemas={},
)
