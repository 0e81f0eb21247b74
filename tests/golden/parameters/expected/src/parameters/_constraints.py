"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "getCrossing": {
            "from": {"type": "string"},
            "crossing-id": {"type": "string"},
            "X-Request-ID": {"type": "string"},
            "class": {"type": "string"},
            "id": {"type": "integer"},
            "self": {"type": "string"},
            "retries": {"type": "integer"},
            "page-size": {"type": "integer"},
            "page_size": {"type": "integer"},
            "filter[open]": {"type": "boolean"},
            "max fare": {"type": "number"},
            "since": {"type": "string"},
            "on": {"type": "string"},
            "harbour": {"type": "string"},
            "order": {"type": "string", "enum": ["price", "time"]},
            "tariff": {"type": "integer"},
            "unit": {"type": ["string", "null"]},
        },
    },
    schemas={},
)
