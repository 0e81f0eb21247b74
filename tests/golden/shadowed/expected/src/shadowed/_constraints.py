"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "dict": {
            "$": {
                "properties": {
                    "shelves": {
                        "items": {"items": {"type": "integer"}, "type": "array"},
                        "type": "array",
                    },
                    "by_author": {
                        "additionalProperties": {"items": {"type": "string"}, "type": "array"},
                        "type": "object",
                    },
                    "str": {"type": "string"},
                    "int": {"type": "integer"},
                    "type": {"type": "string"},
                },
                "required": ["shelves"],
                "type": "object",
            }
        },
        "str": {"list": {"type": "string"}, "int": {"type": "integer"}},
        "components": {"on": {"type": "string"}, "uuid": {"type": "string"}},
        "date": {"kind": {"$ref": "/components/schemas/Literal"}},
    },
    schemas={"/components/schemas/Literal": {"type": "string"}},
)
