"""Request and response of `letters.find_letters` (`POST /letters/search`)."""

from __future__ import annotations

from .._runtime.paging.page import Page
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["FindLettersRequestBody", "FindLettersResponse"]


class FindLettersRequestBody(BaseModel, kw_only=True):
    words: str


class FindLettersResponse(Page[str], kw_only=True):
    """Letters with these words."""

    data: list[str] | UnsetType = UNSET
