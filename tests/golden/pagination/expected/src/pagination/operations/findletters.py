"""The types `FindLettersRequestBody` and `FindLettersResponse`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class FindLettersRequestBody(BaseModel, kw_only=True):
    words: str


class FindLettersResponse(BaseModel, kw_only=True):
    """Letters with these words."""

    data: list[str] | UnsetType = UNSET
