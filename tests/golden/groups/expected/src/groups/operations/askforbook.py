"""Request and response of `books.ask_for_book` (`POST /books`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["AskForBookRequestBody"]


class AskForBookRequestBody(BaseModel, kw_only=True):
    title: str
    stream: bool | UnsetType = UNSET
