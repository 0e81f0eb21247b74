"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "sendParcel": {
            "$": {
                "properties": {
                    "to": {"$ref": "/components/schemas/Address"},
                    "weight": {"type": "number"},
                    "contents": {
                        "items": {
                            "properties": {"name": {"type": "string"}, "value": {"type": "number"}},
                            "required": ["name"],
                            "type": "object",
                        },
                        "type": "array",
                    },
                    "fragile": {"type": "boolean"},
                    "send_at": {"type": "string"},
                    "on": {"type": "string"},
                    "insured_for": {"type": ["number", "null"]},
                    "from": {"type": "string"},
                    "labels": {"additionalProperties": {"type": "string"}, "type": "object"},
                },
                "required": ["to", "weight"],
                "type": "object",
            }
        },
        "replaceParcels": {
            "$": {"items": {"$ref": "/components/schemas/Address"}, "type": "array"}
        },
        "changeParcel": {
            "id": {"type": "string"},
            "weight": {"type": "string"},
            "$": {
                "properties": {
                    "id": {"type": "string"},
                    "weight": {"type": "number"},
                    "note": {"type": ["string", "null"]},
                },
                "required": ["weight"],
                "type": "object",
            },
        },
        "labelParcel": {
            "id": {"type": "string"},
            "$": {"additionalProperties": {"type": "string"}, "type": "object"},
        },
        "weighParcel": {"id": {"type": "string"}, "$": {"type": "number"}},
    },
    schemas={
        "/components/schemas/Address": {
            "properties": {"street": {"type": "string"}, "town": {"type": "string"}},
            "required": ["street"],
            "type": "object",
        }
    },
)
