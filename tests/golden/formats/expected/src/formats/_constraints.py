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
            "$": {"items": {"$ref": "/components/schemas/Price"}, "type": "array"},
        },
        "sendForm": {
            "$": {
                "properties": {
                    "price": {"type": "number"},
                    "bytes": {"type": "string"},
                    "file": {"type": "string"},
                    "nested": {"$ref": "/components/schemas/Price"},
                },
                "required": ["price", "bytes", "file"],
                "type": "object",
            }
        },
    },
    schemas={
        "/components/schemas/Price": {
            "additionalProperties": {"type": "string"},
            "properties": {
                "text": {"type": "string"},
                "number": {"minimum": 0, "type": "number"},
                "more": {"items": {"type": "string"}, "type": "array"},
            },
            "required": ["text", "number"],
            "type": "object",
        },
        "/components/schemas/Values": {
            "properties": {
                "moment": {"type": "string"},
                "day": {"type": "string"},
                "time": {"type": "string"},
                "span": {"type": "string"},
                "id": {"type": "string"},
                "link": {"maxLength": 200, "type": "string"},
                "bytes": {"type": "string"},
                "price": {"pattern": "^[0-9]+\\.[0-9]{2}\\Z", "type": "string"},
                "small": {"maximum": 10, "minimum": 0, "type": "integer"},
                "large": {"type": "integer"},
                "ratio": {"exclusiveMinimum": 0, "type": "number"},
                "exact": {"type": "number"},
                "secret": {"type": "string"},
                "encoded": {"type": "string"},
                "prices": {"items": {"type": "string"}, "type": "array"},
                "amounts": {"additionalProperties": {"type": "number"}, "type": "object"},
                "either": {"oneOf": [{"type": "string"}, {"type": "number"}]},
                "odd": {"type": "string"},
                "nothing": {"type": "null"},
                "pair": {
                    "maxItems": 3,
                    "prefixItems": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}],
                    "type": "array",
                },
                "dates": {
                    "items": {
                        "anyOf": [{"type": "string"}, {"type": "string"}, {"enum": ["tomorrow"]}]
                    },
                    "type": "array",
                },
            },
            "type": "object",
        },
    },
)
