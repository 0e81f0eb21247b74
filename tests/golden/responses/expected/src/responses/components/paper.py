"""The type `Paper`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Paper"]


class Paper(BaseModel, kw_only=True):
    title: str
