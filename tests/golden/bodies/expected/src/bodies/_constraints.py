"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "sendParcel": {
            "$": {
                "type": "object",
                "properties": {
                    "to": {"$ref": "/components/schemas/Address"},
                    "weight": {"type": "number"},
                    "contents": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"name": {"type": "string"}, "value": {"type": "number"}},
                            "required": ["name"],
                        },
                    },
                    "fragile": {"type": "boolean"},
                    "send_at": {"type": "string"},
                    "on": {"type": "string"},
                    "insured_for": {"type": ["number", "null"]},
                    "from": {"type": "string"},
                    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                },
                "required": ["to", "weight"],
            }
        },
        "replaceParcels": {
            "$": {"type": "array", "items": {"$ref": "/components/schemas/Address"}}
        },
        "changeParcel": {
            "id": {"type": "string"},
            "weight": {"type": "string"},
            "$": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "weight": {"type": "number"},
                    "note": {"type": ["string", "null"]},
                },
                "required": ["weight"],
            },
        },
        "labelParcel": {
            "id": {"type": "string"},
            "$": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "weighParcel": {"id": {"type": "string"}, "$": {"type": "number"}},
    },
    schemas={
        "/components/schemas/Address": {
            "type": "object",
            "properties": {"street": {"type": "string"}, "town": {"type": "string"}},
            "required": ["street"],
        }
    },
)
