"""The type `ListStampsResponse`."""

from __future__ import annotations

from typing import TypeAlias

from .findletters import FindLettersResponse

ListStampsResponse: TypeAlias = FindLettersResponse
"""Some stamps."""
