"""The type `Article`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Article"]


class Article(BaseModel, kw_only=True):
    title: str
