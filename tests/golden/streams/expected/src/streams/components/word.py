"""The type `Word`."""

from __future__ import annotations

from ..types import BaseModel


class Word(BaseModel, kw_only=True):
    word: str
