"""The type `Any`."""

from __future__ import annotations

from typing import Any as _Any

from ..types import BaseModel

__all__ = ["Any"]


class Any(BaseModel, kw_only=True):
    any: _Any
