"""The type `Done`."""

from __future__ import annotations

from typing import Literal

from ..types import BaseModel

__all__ = ["Done"]


class Done(BaseModel, kw_only=True):
    name: str
    status: Literal["done", "old"]
