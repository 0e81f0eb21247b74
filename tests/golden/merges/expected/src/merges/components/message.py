"""The type `Message` and the types that it contains."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.json.unions import OneOf
from ..types import BaseModel

__all__ = ["Message", "MessageLink", "MessageText"]


class MessageText(BaseModel, kw_only=True):
    id: int
    """A number."""

    text: str


class MessageLink(BaseModel, kw_only=True):
    id: int
    """A number."""

    url: str


Message: TypeAlias = OneOf[MessageText, MessageLink]
"""A text or a link, with a number."""
