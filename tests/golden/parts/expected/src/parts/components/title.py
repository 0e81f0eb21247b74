"""The type `Title`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Title"]


class Title(BaseModel, kw_only=True):
    title: str
