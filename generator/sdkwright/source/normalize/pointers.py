"""Pointers: the places of a document in writing (RFC 6901), for all rewrites."""

from __future__ import annotations


def escaped(key: str) -> str:
    """Write a key as a part of a JSON pointer (RFC 6901, section 3)."""
    return key.replace("~", "~0").replace("/", "~1")
