"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "listStations": {
            "near": {"type": "string"},
            "limit": {"type": "integer"},
            "X-Caller": {"type": "string"},
            "X-Trace": {"type": "string"},
        },
        "radar": {"X-Caller": {"type": "string"}, "X-Trace": {"type": "string"}},
        "about": {"X-Caller": {"type": "string"}, "X-Trace": {"type": "string"}},
    },
    schemas={},
)
