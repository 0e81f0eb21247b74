"""The type `Docked` and the types that it contains."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .. import components
from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Crane", "Docked"]


class Docked(BaseModel, kw_only=True):
    id: str
    code: str | UnsetType = UNSET

    ship: components.Ship
    """Merged into `Ship`, and a class of its own on request."""

    at: datetime | UnsetType = UNSET
    crane: Crane | UnsetType = UNSET
    kind: Literal["docked"] | UnsetType = tag(default="docked")


class Crane(BaseModel, kw_only=True):
    number: int | UnsetType = UNSET
