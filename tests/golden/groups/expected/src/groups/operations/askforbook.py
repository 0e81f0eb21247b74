"""The type `AskForBookRequestBody`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class AskForBookRequestBody(BaseModel, kw_only=True):
    title: str
    stream: bool | UnsetType = UNSET
