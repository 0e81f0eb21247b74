"""The type `Refused`."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.models import tag
from ..types import BaseModel, UnsetType

__all__ = ["Refused"]


class Refused(BaseModel, kw_only=True):
    name: str
    why: Literal["refused"] | UnsetType = tag(default="refused")
    status: Literal["failed"] | UnsetType = tag(default="failed")
