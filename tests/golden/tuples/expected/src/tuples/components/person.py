"""The type `Person`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Person"]


class Person(BaseModel, kw_only=True):
    name: str
