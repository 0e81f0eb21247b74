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
                "type": "object",
                "properties": {
                    "na'ïve": {
                        "type": "string",
                        "enum": ["Straße", '"""', "line\nbreak", "\\N", "\u202e"],
                    },
                    "größe": {"type": "integer"},
                    "名前": {"type": "string"},
                },
            },
        },
        "quoteText": {
            "id": {"type": "string"},
            "$": {
                "type": "object",
                "properties": {"plain": {"type": "string"}, 'he said "no"': {"type": "boolean"}},
            },
        },
    },
    schemas={},
)
