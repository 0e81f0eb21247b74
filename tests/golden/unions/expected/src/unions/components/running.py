"""The type `Running`."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.models import tag
from ..types import BaseModel, UnsetType

__all__ = ["Running"]


class Running(BaseModel, kw_only=True):
    name: str
    status: Literal["running"] | UnsetType = tag(default="running")
