"""The types `Temperature`, `Spin`, `Scent`, `Level`, `Only`, `StartWashRequestBody` and
`StartWashResponse`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from ..types import UNSET, BaseModel, UnsetType

Temperature: TypeAlias = Literal[30, 40, 60]
"""In degrees Celsius."""

Spin: TypeAlias = Literal["none", "soft", "full", "it's", 'a "b"', "c\\d", ""]

Scent: TypeAlias = Literal["rose", "lemon"]
"""Null is no scent."""

Level: TypeAlias = Literal[1, 2] | int
Only: TypeAlias = Literal["eco"]


class StartWashRequestBody(BaseModel, kw_only=True):
    programme: components.Programme
    """How to wash. There will be more programmes."""

    temperature: Temperature | UnsetType = UNSET
    """In degrees Celsius."""

    spin: Spin | UnsetType = UNSET

    scent: Scent | UnsetType | None = UNSET
    """Null is no scent."""

    level: Level | UnsetType = UNSET
    only: Only | UnsetType = UNSET


class StartWashResponse(BaseModel, kw_only=True):
    """The wash."""

    programme: components.Programme
    """How to wash. There will be more programmes."""

    state: components.State
    history: list[components.State] | UnsetType = UNSET
    dry: bool | UnsetType = UNSET
