"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "findPapers": {
            "$": {
                "type": "object",
                "properties": {"title": {"type": "string"}},
                "required": ["title"],
            }
        },
        "copyPaper": {"id": {"type": "integer"}, "Destination": {"type": "string"}},
        "searchPaper": {"id": {"type": "integer"}, "$": {"type": "string"}},
    },
    schemas={},
)
