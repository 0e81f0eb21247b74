"""Request and response of `texts.send_text` (`POST /texts/{id}`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["NaIve", "SendTextRequestBody"]

NaIve: TypeAlias = Literal["Straße", '"""', "line\nbreak", "\\N", "\u202e"]
"""Größe"""


class SendTextRequestBody(BaseModel, kw_only=True):
    na_ive: NaIve | UnsetType = field(name="na'ïve", default=UNSET)
    """Größe"""

    grosse: int | UnsetType = field(name="größe", default=UNSET)
    """| a | table |
    |---|---|
    | 1 | 2 |"""

    u21517_u21069: str | UnsetType = field(name="名前", default=UNSET)
    """名前を入力してください。"""
