"""Request and response of `plants.find_plans` (`GET /plans`)."""

from __future__ import annotations

from ..types import BaseModel, Number

__all__ = ["Near"]


class Near(BaseModel, kw_only=True):
    x: Number
