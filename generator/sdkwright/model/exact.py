"""Limits that a float would round.

The engine reads the limits of numbers as floats, which represent all integers up to 2**53 only.
Normalizing a document adds the exact integers to its schemas, for the front end.
"""

from __future__ import annotations

from typing import Final

KEY: Final = "x-sdkwright-exact"
"""The key of a normalized schema whose value has the exact limits, by keyword."""

LARGEST_FLOAT: Final = 2**53
"""Above this, a float no longer represents a single integer."""
