"""The type `Answer`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Answer"]


class Answer(BaseModel, kw_only=True):
    """\\"""

    a: str | UnsetType = UNSET
    """indented"""
