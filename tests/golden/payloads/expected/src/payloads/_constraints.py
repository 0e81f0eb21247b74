"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "addJob": {
            "$": {
                "type": "object",
                "properties": {"text": {"type": "string"}},
                "required": ["text"],
            }
        },
        "addJob_multipart": {
            "$": {
                "type": "object",
                "properties": {
                    "document": {"type": "string"},
                    "pages": {"type": "array", "items": {"type": "string"}},
                    "copies": {"type": "integer"},
                    "paper": {"type": "object", "properties": {"size": {"type": "string"}}},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "note": {"type": ["string", "null"]},
                    "cover": {"type": "string"},
                    "meta": {"type": "object", "additionalProperties": {"type": "integer"}},
                    "scan": {},
                    "ranges": {"type": "string"},
                    "extras": {
                        "oneOf": [
                            {"type": "array", "items": {"type": "string"}},
                            {"type": "string"},
                            {
                                "type": "object",
                                "properties": {"at": {"type": "string"}},
                                "required": ["at"],
                            },
                        ]
                    },
                },
                "required": ["document"],
            }
        },
        "addJob_text": {"$": {"type": "string"}},
        "setForm": {
            "$": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "colours": {"type": "array", "items": {"type": "string"}},
                    "shades": {"type": "array", "items": {"type": "string"}},
                    "size": {
                        "type": "object",
                        "properties": {"w": {"type": "integer"}, "h": {"type": "integer"}},
                    },
                    "deep": {"type": "object", "additionalProperties": {"type": "integer"}},
                    "link": {"type": "string"},
                    "plain": {"type": ["string", "null"]},
                    "ranges": {"type": "string"},
                },
                "required": ["name"],
            }
        },
        "sendXml": {"id": {"type": "integer"}},
        "sendImage": {"id": {"type": "integer"}},
        "sendMap": {
            "id": {"type": "integer"},
            "$": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "sendLines": {
            "id": {"type": "integer"},
            "$": {"type": "object", "properties": {"text": {"type": "string"}}},
        },
        "sendRecords": {"id": {"type": "integer"}, "$": {"type": "string"}},
        "setPriority": {"id": {"type": "integer"}, "$": {"type": "integer", "maximum": 9}},
        "sendParts": {"id": {"type": "integer"}},
        "sendRelated": {
            "id": {"type": "integer"},
            "$": {
                "type": "object",
                "properties": {
                    "meta": {"type": "object", "properties": {"title": {"type": "string"}}},
                    "media": {"type": "string"},
                },
                "required": ["meta"],
            },
        },
        "sendNotes": {
            "id": {"type": "integer"},
            "$": {"type": "array", "items": {"type": "string"}},
        },
    },
    schemas={},
)
