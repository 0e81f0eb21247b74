"""The type `Answer`."""

from __future__ import annotations

from ..types import BaseModel


class Answer(BaseModel, kw_only=True):
    text: str
