"""Request and response of `jobs.add_job` (`POST /jobs`)."""

from __future__ import annotations

from typing import Any, TypeAlias

from ..types import UNSET, BaseModel, UnsetType
from .range import Range

__all__ = [
    "AddJobMultipartRange",
    "AddJobMultipartRequestBody",
    "AddJobRequestBody",
    "Extras",
    "Extras3",
    "Paper",
]


class AddJobRequestBody(BaseModel, kw_only=True):
    text: str


class Paper(BaseModel, kw_only=True):
    size: str | UnsetType = UNSET


class Extras3(BaseModel, kw_only=True):
    at: str


class AddJobMultipartRequestBody(BaseModel, kw_only=True):
    document: str
    """What is printed."""

    pages: list[str] | UnsetType = UNSET
    copies: int | UnsetType = UNSET
    paper: Paper | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET
    note: str | UnsetType | None = UNSET
    cover: str | UnsetType = UNSET
    meta: dict[str, int] | UnsetType = UNSET
    scan: Any | UnsetType = UNSET

    ranges: list[AddJobMultipartRange] | UnsetType = UNSET
    """JSON in a text."""

    extras: Extras | UnsetType = UNSET
    """What is added to it."""


Extras: TypeAlias = list[str] | str | Extras3
"""What is added to it."""

AddJobMultipartRange: TypeAlias = Range
