"""The type `Answer`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class Answer(BaseModel, kw_only=True):
    """\\"""

    a: str | UnsetType = UNSET
    """indented"""
