"""Request and response of `stations.watch` (`GET /events`)."""

from __future__ import annotations

from typing import Literal

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["WatchResponseEvent"]


class WatchResponseEvent(BaseModel, kw_only=True):
    event: Literal["rain"] | UnsetType = UNSET
    data: components.Rain
