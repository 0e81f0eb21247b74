"""The type `DateFormat`."""

from __future__ import annotations

from typing import TypeAlias

from .jsonformat import JSONFormat

DateFormat: TypeAlias = JSONFormat
"""A date."""
