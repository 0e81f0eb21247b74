"""The type `Answer`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Answer"]


class Answer(BaseModel, kw_only=True):
    text: str
