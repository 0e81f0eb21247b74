"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "sendText": {
            "id": {"type": "string"},
            'quo"te': {"type": "string"},
            "new\nline": {"type": "string"},
            "$": {
                "properties": {
                    "na'ïve": {
                        "enum": ["Straße", '"""', "line\nbreak", "\\N", "\u202e"],
                        "type": "string",
                    },
                    "größe": {"type": "integer"},
                    "名前": {"type": "string"},
                },
                "type": "object",
            },
        },
        "quoteText": {
            "id": {"type": "string"},
            "$": {
                "properties": {"plain": {"type": "string"}, 'he said "no"': {"type": "boolean"}},
                "type": "object",
            },
        },
    },
    schemas={},
)
