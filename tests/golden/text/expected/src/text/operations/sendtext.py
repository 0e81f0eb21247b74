"""Request and response of `texts.send_text` (`POST /texts/{id}`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["NaÏve", "SendTextRequestBody"]

NaÏve: TypeAlias = Literal["Straße", '"""', "line\nbreak", "\\N", "\u202e"]
"""Größe"""


class SendTextRequestBody(BaseModel, kw_only=True):
    na_ïve: NaÏve | UnsetType = field(name="na'ïve", default=UNSET)
    """Größe"""

    größe: int | UnsetType = UNSET
    """| a | table |
    |---|---|
    | 1 | 2 |"""

    名前: str | UnsetType = UNSET
    """名前を入力してください。"""
