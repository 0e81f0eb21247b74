"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "setValues": {"$": {"$ref": "/components/schemas/Values"}},
        "sendPrices": {
            "price": {"type": "string"},
            "at": {"type": "string"},
            "within": {"type": "string"},
            "key": {"type": "string"},
            "least": {"type": "number"},
            "X-Price": {"type": "string"},
            "$": {"type": "array", "items": {"$ref": "/components/schemas/Price"}},
        },
        "sendForm": {
            "$": {
                "type": "object",
                "properties": {
                    "price": {"type": "number"},
                    "bytes": {"type": "string"},
                    "file": {"type": "string"},
                    "nested": {"$ref": "/components/schemas/Price"},
                },
                "required": ["price", "bytes", "file"],
            }
        },
    },
    schemas={
        "/components/schemas/Price": {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "properties": {
                "text": {"type": "string"},
                "number": {"type": "number", "minimum": 0},
                "more": {"type": "array", "items": {"type": "string"}},
            },
            "required": ["text", "number"],
        },
        "/components/schemas/Values": {
            "type": "object",
            "properties": {
                "moment": {"type": "string"},
                "day": {"type": "string"},
                "time": {"type": "string"},
                "span": {"type": "string"},
                "id": {"type": "string"},
                "link": {"type": "string", "maxLength": 200},
                "bytes": {"type": "string"},
                "price": {"type": "string", "pattern": "^[0-9]+\\.[0-9]{2}\\Z"},
                "small": {"type": "integer", "maximum": 10, "minimum": 0},
                "large": {"type": "integer"},
                "ratio": {"type": "number", "exclusiveMinimum": 0},
                "exact": {"type": "number"},
                "secret": {"type": "string"},
                "encoded": {"type": "string"},
                "prices": {"type": "array", "items": {"type": "string"}},
                "amounts": {"type": "object", "additionalProperties": {"type": "number"}},
                "either": {"oneOf": [{"type": "string"}, {"type": "number"}]},
                "odd": {"type": "string"},
                "nothing": {"type": "null"},
                "pair": {
                    "type": "array",
                    "maxItems": 3,
                    "prefixItems": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}],
                },
                "dates": {
                    "type": "array",
                    "items": {
                        "anyOf": [{"type": "string"}, {"type": "string"}, {"enum": ["tomorrow"]}]
                    },
                },
            },
        },
    },
)
