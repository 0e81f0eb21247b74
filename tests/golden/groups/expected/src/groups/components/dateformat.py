"""The type `DateFormat`."""

from __future__ import annotations

from typing import TypeAlias

from .jsonformat import JSONFormat

__all__ = ["DateFormat"]

DateFormat: TypeAlias = JSONFormat
"""A date."""
