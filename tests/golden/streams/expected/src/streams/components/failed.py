"""The type `Failed`."""

from __future__ import annotations

from typing import Literal

from ..types import BaseModel

__all__ = ["Failed"]


class Failed(BaseModel, kw_only=True):
    event: Literal["error"]
    data: int
