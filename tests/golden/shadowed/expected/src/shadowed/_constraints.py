"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "dict": {
            "$": {
                "type": "object",
                "properties": {
                    "shelves": {
                        "type": "array",
                        "items": {"type": "array", "items": {"type": "integer"}},
                    },
                    "by_author": {
                        "type": "object",
                        "additionalProperties": {"type": "array", "items": {"type": "string"}},
                    },
                    "str": {"type": "string"},
                    "int": {"type": "integer"},
                    "type": {"type": "string"},
                },
                "required": ["shelves"],
            }
        },
        "str": {"list": {"type": "string"}, "int": {"type": "integer"}},
        "components": {"on": {"type": "string"}, "uuid": {"type": "string"}},
        "date": {"kind": {"$ref": "/components/schemas/Literal"}},
    },
    schemas={"/components/schemas/Literal": {"type": "string"}},
)
