"""The types `AddJobRequestBody`, `AddJobMultipartRequestBody`, `Paper`, `Extras3` and `Extras`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class AddJobRequestBody(Model, kw_only=True):
    """A `AddJobRequestBody` object."""

    text: str


class AddJobMultipartRequestBody(Model, kw_only=True):
    """A `AddJobMultipartRequestBody` object."""

    document: str
    """What is printed."""

    pages: list[str] | UnsetType = UNSET

    copies: int | UnsetType = UNSET

    paper: Paper | UnsetType = UNSET

    tags: list[str] | UnsetType = UNSET

    note: str | UnsetType | None = UNSET

    cover: str | UnsetType = UNSET

    meta: dict[str, int] | UnsetType = UNSET

    extras: Extras | UnsetType = UNSET
    """What is added to it."""


class Paper(Model, kw_only=True):
    """A `Paper` object."""

    size: str | UnsetType = UNSET


class Extras3(Model, kw_only=True):
    """A `Extras3` object."""

    at: str


Extras: TypeAlias = list[str] | str | Extras3
"""What is added to it."""
