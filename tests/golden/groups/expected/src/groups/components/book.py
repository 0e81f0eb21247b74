"""The type `Book`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Book"]


class Book(BaseModel, kw_only=True):
    title: str
