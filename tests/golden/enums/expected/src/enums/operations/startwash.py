"""Request and response of `washes.start_wash` (`POST /washes`)."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .. import components
from .._runtime.json.constants import OnlyFalse, OnlyTrue
from .._runtime.json.unions import OneOf
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = [
    "Door",
    "Grade",
    "Level",
    "Mode",
    "Old",
    "Only",
    "Result",
    "Result1",
    "Result2",
    "Scent",
    "Spin",
    "Start",
    "StartValue",
    "StartWashRequestBody",
    "StartWashResponse",
    "Temperature",
]

Temperature: TypeAlias = Literal[30, 40, 60]
"""In degrees Celsius."""

Spin: TypeAlias = Literal["none", "soft", "full", "it's", 'a "b"', "c\\d", ""]

Scent: TypeAlias = Literal["rose", "lemon"]
"""Null is no scent."""

Level: TypeAlias = Literal[1, 2] | int
Only: TypeAlias = Literal["eco"]

Door: TypeAlias = Literal[1, 2]
"""Meaning of the values:

* `1`: Nothing happens.
* `2`: CLOSED"""

Mode: TypeAlias = Literal["a", "b"]

StartValue: TypeAlias = Literal["later"]
"""Now, or later."""

Old: TypeAlias = Literal["1", "2"]
"""Text whose quotes are missing."""

Grade: TypeAlias = Literal[1, 2]
"""Meaning of the values:

* `1`: Clean
* `2`: Not quite clean."""


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

    load: Number | UnsetType = UNSET
    """In kilograms. One of `2.5`, `5`."""

    door: Door | UnsetType = UNSET
    mode: list[Mode] | UnsetType = UNSET

    filter: list[Any] | UnsetType = UNSET
    """One of `[["x"], ["y"]]`, `[["z"]]`."""

    start: Start | UnsetType = UNSET
    """Now, or later."""

    water: dict[str, Any] | UnsetType = UNSET
    """Always `{"hard": 1}`."""

    old: Old | UnsetType = UNSET
    """Text whose quotes are missing."""


class StartWashResponse(BaseModel, kw_only=True):
    """The wash."""

    programme: components.Programme
    """How to wash. There will be more programmes."""

    state: components.State
    history: list[components.State] | UnsetType = UNSET
    dry: OnlyTrue | UnsetType = UNSET
    grade: Grade | UnsetType = UNSET
    result: Result | UnsetType = UNSET


class Result1(BaseModel, kw_only=True):
    ok: OnlyTrue
    value: int
    reason: str | UnsetType = UNSET


class Result2(BaseModel, kw_only=True):
    ok: OnlyFalse
    value: int | UnsetType = UNSET
    reason: str


Start: TypeAlias = StartValue | OnlyTrue
"""Now, or later."""

Result: TypeAlias = OneOf[Result1, Result2]
