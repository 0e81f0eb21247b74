"""Request and response of `animals.set_settings` (`PUT /settings/{id}`)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .. import components
from .._runtime.json.unions import OneOf
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = [
    "Choice",
    "ChoiceEnum",
    "ChoiceFunction",
    "ChoiceSearch",
    "Extra",
    "Input",
    "Limits",
    "SetSettingsRequestBody",
    "Size",
    "Stop",
    "When",
]

ChoiceEnum: TypeAlias = Literal["none", "auto"]


class SetSettingsRequestBody(BaseModel, kw_only=True):
    stop: Stop | None
    """Where to stop."""

    input: Input
    """Text, several texts, tokens, or several lists of tokens."""

    size: Size | UnsetType | None = UNSET
    """A number, or a word."""

    when: When | UnsetType = UNSET
    choice: Choice | UnsetType = UNSET
    limits: Limits | UnsetType = UNSET
    extra: Extra | UnsetType | None = UNSET


class ChoiceFunction(BaseModel, kw_only=True):
    type: Literal["function"]
    name: str


class ChoiceSearch(BaseModel, kw_only=True):
    type: Literal["search"]
    depth: int | UnsetType = UNSET


Stop: TypeAlias = str | list[str]
"""Where to stop."""

Input: TypeAlias = OneOf[str, list[str], list[int], list[list[int]]]
"""Text, several texts, tokens, or several lists of tokens."""

Size: TypeAlias = int | str
"""A number, or a word."""

When: TypeAlias = OneOf[datetime, int, str]
Choice: TypeAlias = OneOf[ChoiceEnum, ChoiceFunction, ChoiceSearch]
Limits: TypeAlias = bool | dict[str, Number]
Extra: TypeAlias = OneOf[components.Cat, Any]
