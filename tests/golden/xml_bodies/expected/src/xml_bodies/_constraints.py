"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "replaceBook": {"id": {"type": "string"}, "$": {"$ref": "/components/schemas/Book"}},
        "addBooks": {"$": {"$ref": "/components/schemas/Books"}},
        "sendReport": {"$": {"type": "object", "properties": {"lent": {"type": "integer"}}}},
        "sendReport_xml": {"$": {"type": "object", "properties": {"lost": {"type": "integer"}}}},
        "putSame": {"$": {"$ref": "/components/schemas/Problem"}},
    },
    schemas={
        "/components/schemas/Audio": {
            "type": "object",
            "properties": {"kind": {"type": "string"}, "minutes": {"type": "integer"}},
            "required": ["kind"],
        },
        "/components/schemas/Author": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "born": {"type": "integer"}},
        },
        "/components/schemas/Book": {
            "type": "object",
            "properties": {
                "shelf": {"type": "integer"},
                "language": {"type": "string"},
                "title": {"type": "string"},
                "lent": {"type": "boolean"},
                "bought": {"type": "string"},
                "checked_at": {"type": "string"},
                "price": {"type": "string"},
                "weight": {"type": "number"},
                "rating": {"type": ["number", "null"]},
                "kind": {"type": "string", "enum": ["novel", "poems"]},
                "authors": {"type": "array", "items": {"$ref": "/components/schemas/Author"}},
                "words": {"type": "array", "items": {"type": "string"}},
                "numbers": {"type": "array", "items": {"type": "integer"}},
                "publisher": {
                    "allOf": [
                        {"$ref": "/components/schemas/Named"},
                        {"type": "object", "properties": {"city": {"type": "string"}}},
                    ]
                },
                "sequel": {"$ref": "/components/schemas/Book"},
                "notes": {"type": "object", "additionalProperties": {"type": "string"}},
                "form": {"$ref": "/components/schemas/Form"},
            },
            "required": ["title", "lent", "words"],
        },
        "/components/schemas/Books": {
            "type": "array",
            "items": {"$ref": "/components/schemas/Book"},
        },
        "/components/schemas/Form": {
            "oneOf": [{"$ref": "/components/schemas/Paper"}, {"$ref": "/components/schemas/Audio"}]
        },
        "/components/schemas/Named": {"type": "object", "properties": {"name": {"type": "string"}}},
        "/components/schemas/Paper": {
            "type": "object",
            "properties": {"kind": {"type": "string"}, "pages": {"type": "integer"}},
            "required": ["kind"],
        },
        "/components/schemas/Problem": {
            "type": "object",
            "properties": {"code": {"type": "integer"}, "message": {"type": "string"}},
            "required": ["code"],
        },
    },
)
