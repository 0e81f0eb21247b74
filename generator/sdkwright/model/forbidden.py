"""Properties that a schema forbids by giving them the schema `false`.

Nothing can be generated for them, so normalizing a document removes them from their place. What is
sent is checked against them all the same.
"""

from __future__ import annotations

from typing import Final

KEY: Final = "x-sdkwright-forbidden"
"""The key of a normalized schema whose value has the names and patterns, by keyword."""
