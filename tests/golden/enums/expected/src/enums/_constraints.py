"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "startWash": {
            "$": {
                "type": "object",
                "properties": {
                    "programme": {"$ref": "/components/schemas/Programme"},
                    "temperature": {"type": "integer", "enum": [30, 40, 60]},
                    "spin": {
                        "type": "string",
                        "enum": ["none", "soft", "full", "it's", 'a "b"', "c\\d", ""],
                    },
                    "scent": {"type": ["string", "null"], "enum": ["rose", "lemon", None]},
                    "level": {"type": "integer"},
                    "only": {"type": "string", "enum": ["eco"]},
                    "load": {"type": "number", "enum": [2.5, 5]},
                    "door": {"type": "integer", "enum": [1, 2]},
                    "mode": {"type": "array", "items": {"type": "string", "enum": ["a", "b", "a"]}},
                    "filter": {"enum": [[["x"], ["y"]], [["z"]]]},
                    "start": {"enum": [True, "later"]},
                    "water": {"enum": [{"hard": 1}]},
                    "old": {"type": "string", "enum": ["1", "2"]},
                },
                "required": ["programme"],
            }
        },
    },
    schemas={"/components/schemas/Programme": {"type": "string"}},
)
