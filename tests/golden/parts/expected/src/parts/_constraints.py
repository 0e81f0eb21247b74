"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "sendPair": {
            "$": {
                "type": "array",
                "maxItems": 2,
                "minItems": 2,
                "prefixItems": [
                    {"$ref": "/components/schemas/Title"},
                    {"$ref": "/components/schemas/Title"},
                ],
            }
        },
        "sendForm": {
            "$": {
                "type": "object",
                "properties": {
                    "title": {"type": "string"},
                    "parts": {"type": "array", "items": {"type": "string"}},
                    "pages": {"type": "array", "items": {"$ref": "/components/schemas/Title"}},
                    "other": {"type": "array", "items": {"type": "string"}},
                },
            }
        },
    },
    schemas={
        "/components/schemas/Title": {
            "type": "object",
            "properties": {"title": {"type": "string"}},
            "required": ["title"],
        }
    },
)
