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
            "X-Debug": {"type": "boolean"},
        },
        "summarize": {
            "X-Caller": {"type": "string"},
            "X-Trace": {"type": "string"},
            "X-Debug": {"type": "boolean"},
            "network": {"type": "string"},
            "units": {"type": "string", "enum": ["metric", "imperial"]},
            "decimals": {"type": "integer"},
            "layers": {"type": "array", "items": {"type": "string"}},
        },
        "outages": {
            "X-Caller": {"type": "string"},
            "X-Trace": {"type": "string"},
            "X-Debug": {"type": "boolean"},
            "network": {"type": "string"},
        },
        "radar": {
            "X-Caller": {"type": "string"},
            "X-Trace": {"type": "string"},
            "X-Debug": {"type": "boolean"},
        },
        "about": {
            "X-Caller": {"type": "string"},
            "X-Trace": {"type": "string"},
            "X-Debug": {"type": "boolean"},
        },
    },
    schemas={},
)
