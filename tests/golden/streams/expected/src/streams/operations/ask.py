"""The type `AskRequestBody`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class AskRequestBody(BaseModel, kw_only=True):
    question: str

    stream: bool | UnsetType = UNSET
    """Default: `false`."""
