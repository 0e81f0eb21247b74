"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "inSimpleStyle": {
            "list": {"type": "array", "items": {"type": "string"}},
            "map": {"type": "object", "additionalProperties": {"type": "integer"}},
            "exploded": {"type": "object", "additionalProperties": {"type": "integer"}},
        },
        "inOtherStyles": {
            "list": {"type": "array", "items": {"type": "string"}},
            "map": {"type": "object", "additionalProperties": {"type": "integer"}},
            "one": {"type": "string"},
            "many": {"type": "array", "items": {"type": "string"}},
        },
        "query": {
            "repeated": {"type": "array", "items": {"type": "string"}},
            "joined": {"type": "array", "items": {"type": "string"}},
            "spaced": {"type": "array", "items": {"type": "string"}},
            "piped": {"type": "array", "items": {"type": "string"}},
            "spread": {"type": "object", "additionalProperties": {"type": "integer"}},
            "filter": {
                "type": "object",
                "properties": {
                    "shade": {"type": "string"},
                    "range": {
                        "type": "object",
                        "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}},
                    },
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
            "json": {"type": "object", "additionalProperties": {"type": "integer"}},
            "link": {"type": "string"},
            "page": {"type": "integer"},
        },
        "inHeaders": {
            "X-List": {"type": "array", "items": {"type": "string"}},
            "X-Map": {"type": "object", "additionalProperties": {"type": "integer"}},
            "X-Json": {"type": "object", "additionalProperties": {"type": "integer"}},
            "session": {"type": "string"},
            "shades": {"type": "array", "items": {"type": "string"}},
        },
        "withNames": {
            "id": {"type": "string"},
            "query:id": {"type": "string"},
            "header:id": {"type": "string"},
            "cookie:id": {"type": "string"},
            "StartTime": {"type": "string"},
            "StartTime<": {"type": "string"},
            "StartTime>": {"type": "string"},
            "filter[name]": {"type": "string"},
            "class": {"type": "string"},
            "2nd": {"type": "string"},
            "größe": {"type": "string"},
        },
        "getFile": {"bucket": {"type": "string"}, "Key": {"type": "string"}},
        "findNames": {"path": {"type": "string"}, "q": {"type": "string"}},
    },
    schemas={},
)
