"""The type `Failure`."""

from __future__ import annotations

from typing import Literal

from ..types import BaseModel

__all__ = ["Failure"]


class Failure(BaseModel, kw_only=True):
    type: Literal["error"]
    code: int
