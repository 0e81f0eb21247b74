"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "create_article": {"$": {"$ref": "/components/schemas/Article"}},
        "get_article": {"article_id": {"type": "integer"}},
    },
    schemas={
        "/components/schemas/Article": {
            "type": "object",
            "properties": {"title": {"type": "string"}},
            "required": ["title"],
        }
    },
)
