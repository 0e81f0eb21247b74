"""The type `Word`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Word"]


class Word(BaseModel, kw_only=True):
    word: str
