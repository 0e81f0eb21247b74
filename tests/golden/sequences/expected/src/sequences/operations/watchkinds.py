"""Request and response of `stations.watch_kinds` (`GET /events/kinds`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from .._runtime.json.unions import OneOf
from ..types import BaseModel

__all__ = [
    "Data",
    "WatchKindsResponseEvent",
    "WatchKindsResponseEventRain",
    "WatchKindsResponseEventWind",
]


class WatchKindsResponseEventRain(BaseModel, kw_only=True):
    event: Literal["rain"]
    data: components.Rain


class Data(BaseModel, kw_only=True):
    knots: int


class WatchKindsResponseEventWind(BaseModel, kw_only=True):
    event: Literal["wind"]
    data: Data


WatchKindsResponseEvent: TypeAlias = OneOf[WatchKindsResponseEventRain, WatchKindsResponseEventWind]
