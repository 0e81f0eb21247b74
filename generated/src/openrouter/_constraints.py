"""Schemas of requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    operations={
        "getCurrentKey": {
            "HTTP-Referer": {"type": "string"},
            "X-OpenRouter-Title": {"type": "string"},
            "X-OpenRouter-Categories": {"type": "string"},
        },
        "list": {
            "include_disabled": {"type": "boolean"},
            "offset": {"type": "integer", "minimum": 0},
            "workspace_id": {"type": "string"},
            "HTTP-Referer": {"type": "string"},
            "X-OpenRouter-Title": {"type": "string"},
            "X-OpenRouter-Categories": {"type": "string"},
        },
        "createKeys": {
            "HTTP-Referer": {"type": "string"},
            "X-OpenRouter-Title": {"type": "string"},
            "X-OpenRouter-Categories": {"type": "string"},
            "$": {
                "type": "object",
                "properties": {
                    "creator_user_id": {"type": ["string", "null"]},
                    "expires_at": {"type": ["string", "null"]},
                    "include_byok_in_limit": {"type": "boolean"},
                    "limit": {"type": ["number", "null"]},
                    "limit_reset": {"type": ["string", "null"]},
                    "name": {"type": "string", "minLength": 1},
                    "workspace_id": {"type": "string"},
                },
                "required": ["name"],
            },
        },
        "deleteKeys": {
            "hash": {"type": "string"},
            "HTTP-Referer": {"type": "string"},
            "X-OpenRouter-Title": {"type": "string"},
            "X-OpenRouter-Categories": {"type": "string"},
        },
        "getKey": {
            "hash": {"type": "string"},
            "HTTP-Referer": {"type": "string"},
            "X-OpenRouter-Title": {"type": "string"},
            "X-OpenRouter-Categories": {"type": "string"},
        },
        "updateKeys": {
            "hash": {"type": "string"},
            "HTTP-Referer": {"type": "string"},
            "X-OpenRouter-Title": {"type": "string"},
            "X-OpenRouter-Categories": {"type": "string"},
            "$": {
                "type": "object",
                "properties": {
                    "disabled": {"type": "boolean"},
                    "include_byok_in_limit": {"type": "boolean"},
                    "limit": {"type": ["number", "null"]},
                    "limit_reset": {"type": ["string", "null"]},
                    "name": {"type": "string"},
                },
            },
        },
    },
    schemas={},
)
