"""The type `Paper`."""

from __future__ import annotations

from ..types import BaseModel


class Paper(BaseModel, kw_only=True):
    title: str
