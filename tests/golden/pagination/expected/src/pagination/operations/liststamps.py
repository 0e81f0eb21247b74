"""Types of `letters.list_stamps` (`GET /stamps`)."""

from __future__ import annotations

from typing import TypeAlias

from .findletters import FindLettersResponse

__all__ = ["ListStampsResponse"]

ListStampsResponse: TypeAlias = FindLettersResponse
"""Some stamps."""
