"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "listeStädte": {
            "stadt": {"type": "string"},
            "city名称": {"type": "string"},
            "Größe": {"type": "integer"},
            "ﬁle": {"type": "string"},
            "file": {"type": "string"},
            "Å": {"type": "string"},
            "Å": {"type": "string"},
            "मूल्य": {"type": "string"},
            "السعر": {"type": "string"},
            "☃": {"type": "string"},
        },
        "创建城市": {"stadt": {"type": "string"}, "$": {"$ref": "/components/schemas/城市"}},
    },
    schemas={
        "/components/schemas/Strasse": {
            "type": "object",
            "properties": {"nummer": {"type": "integer"}},
        },
        "/components/schemas/Straße": {
            "type": "object",
            "properties": {"name": {"type": "string"}},
        },
        "/components/schemas/城市": {
            "type": "object",
            "properties": {
                "名称": {"type": "string"},
                "größe": {"type": "integer"},
                "art": {
                    "type": "object",
                    "properties": {"вид": {"type": "string", "enum": ["столица", "город"]}},
                },
                "区": {"type": "array", "items": {"$ref": "/components/schemas/Straße"}},
                "strasse": {"$ref": "/components/schemas/Strasse"},
            },
            "required": ["名称"],
        },
    },
)
