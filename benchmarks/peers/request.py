"""What every peer sends: it is imported in each environment, so it imports no library."""

from __future__ import annotations

from typing import Final, TypedDict


class Body(TypedDict):
    """The body of a creation."""

    name: str
    limit: float
    include_byok_in_limit: bool


KEY: Final = "sk-or-v1-benchmark"
BODY: Final[Body] = {"name": "My New API Key", "limit": 50, "include_byok_in_limit": True}
