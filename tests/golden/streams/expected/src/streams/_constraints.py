"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "ask": {
            "$": {
                "type": "object",
                "properties": {"question": {"type": "string"}, "stream": {"type": "boolean"}},
                "required": ["question"],
            }
        },
        "download": {"id": {"type": "integer"}},
        "check": {"id": {"type": "integer"}},
        "transcribe": {"id": {"type": "integer"}},
    },
    schemas={},
)
