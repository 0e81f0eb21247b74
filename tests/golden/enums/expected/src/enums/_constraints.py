"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "startWash": {
            "$": {
                "properties": {
                    "programme": {"$ref": "/components/schemas/Programme"},
                    "temperature": {"enum": [30, 40, 60], "type": "integer"},
                    "spin": {
                        "enum": ["none", "soft", "full", "it's", 'a "b"', "c\\d", ""],
                        "type": "string",
                    },
                    "scent": {"enum": ["rose", "lemon", None], "type": ["string", "null"]},
                    "level": {"type": "integer"},
                    "only": {"enum": ["eco"], "type": "string"},
                    "load": {"enum": [2.5, 5], "type": "number"},
                    "door": {"enum": [1, 2], "type": "integer"},
                    "mode": {"items": {"enum": ["a", "b", "a"], "type": "string"}, "type": "array"},
                    "filter": {"enum": [[["x"], ["y"]], [["z"]]]},
                    "start": {"enum": [True, "later"]},
                    "water": {"enum": [{"hard": 1}]},
                    "old": {"enum": ["1", "2"], "type": "string"},
                },
                "required": ["programme"],
                "type": "object",
            }
        },
    },
    schemas={"/components/schemas/Programme": {"type": "string"}},
)
