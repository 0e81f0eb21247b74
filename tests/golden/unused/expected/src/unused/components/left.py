"""The type `Left`."""

from __future__ import annotations

from typing import Literal

from .. import components
from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Left"]


class Left(BaseModel, kw_only=True):
    after: components.Docked | UnsetType = UNSET
    reason: components.Reason | UnsetType = UNSET
    kind: Literal["left"] | UnsetType = tag(default="left")
