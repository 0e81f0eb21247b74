"""Request and response of `shows.ask` (`POST /shows`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["AskRequestBody"]


class AskRequestBody(BaseModel, kw_only=True):
    question: str

    stream: bool | UnsetType = UNSET
    """Default: `false`."""
