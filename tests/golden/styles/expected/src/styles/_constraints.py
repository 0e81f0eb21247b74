"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "inSimpleStyle": {
            "list": {"items": {"type": "string"}, "type": "array"},
            "map": {"additionalProperties": {"type": "integer"}, "type": "object"},
            "exploded": {"additionalProperties": {"type": "integer"}, "type": "object"},
        },
        "inOtherStyles": {
            "list": {"items": {"type": "string"}, "type": "array"},
            "map": {"additionalProperties": {"type": "integer"}, "type": "object"},
            "one": {"type": "string"},
            "many": {"items": {"type": "string"}, "type": "array"},
        },
        "query": {
            "repeated": {"items": {"type": "string"}, "type": "array"},
            "joined": {"items": {"type": "string"}, "type": "array"},
            "spaced": {"items": {"type": "string"}, "type": "array"},
            "piped": {"items": {"type": "string"}, "type": "array"},
            "spread": {"additionalProperties": {"type": "integer"}, "type": "object"},
            "filter": {
                "properties": {
                    "shade": {"type": "string"},
                    "range": {
                        "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}},
                        "type": "object",
                    },
                    "tags": {"items": {"type": "string"}, "type": "array"},
                },
                "type": "object",
            },
            "json": {"additionalProperties": {"type": "integer"}, "type": "object"},
            "link": {"type": "string"},
            "page": {"type": "integer"},
        },
        "inHeaders": {
            "X-List": {"items": {"type": "string"}, "type": "array"},
            "X-Map": {"additionalProperties": {"type": "integer"}, "type": "object"},
            "X-Json": {"additionalProperties": {"type": "integer"}, "type": "object"},
            "session": {"type": "string"},
            "shades": {"items": {"type": "string"}, "type": "array"},
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
    },
    schemas={},
)
