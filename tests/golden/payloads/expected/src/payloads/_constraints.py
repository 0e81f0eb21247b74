"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addJob": {
            "$": {
                "properties": {"text": {"type": "string"}},
                "required": ["text"],
                "type": "object",
            }
        },
        "addJob_multipart": {
            "$": {
                "properties": {
                    "document": {"type": "string"},
                    "pages": {"items": {"type": "string"}, "type": "array"},
                    "copies": {"type": "integer"},
                    "paper": {"properties": {"size": {"type": "string"}}, "type": "object"},
                    "tags": {"items": {"type": "string"}, "type": "array"},
                    "note": {"type": ["string", "null"]},
                    "cover": {"type": "string"},
                    "meta": {"additionalProperties": {"type": "integer"}, "type": "object"},
                    "extras": {
                        "oneOf": [
                            {"items": {"type": "string"}, "type": "array"},
                            {"type": "string"},
                            {
                                "properties": {"at": {"type": "string"}},
                                "required": ["at"],
                                "type": "object",
                            },
                        ]
                    },
                },
                "required": ["document"],
                "type": "object",
            }
        },
        "addJob_text": {"$": {"type": "string"}},
        "setForm": {
            "$": {
                "properties": {
                    "name": {"type": "string"},
                    "colours": {"items": {"type": "string"}, "type": "array"},
                    "shades": {"items": {"type": "string"}, "type": "array"},
                    "size": {
                        "properties": {"w": {"type": "integer"}, "h": {"type": "integer"}},
                        "type": "object",
                    },
                    "deep": {"additionalProperties": {"type": "integer"}, "type": "object"},
                    "link": {"type": "string"},
                    "plain": {"type": ["string", "null"]},
                },
                "required": ["name"],
                "type": "object",
            }
        },
        "sendXml": {"id": {"type": "integer"}, "$": {"type": "object"}},
        "sendImage": {"id": {"type": "integer"}},
        "sendMap": {
            "id": {"type": "integer"},
            "$": {"additionalProperties": {"type": "string"}, "type": "object"},
        },
    },
    schemas={},
)
