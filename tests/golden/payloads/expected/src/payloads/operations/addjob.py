"""The types `AddJobRequestBody`, `AddJobMultipartRequestBody` and `Paper`."""

from __future__ import annotations

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


class Paper(Model, kw_only=True):
    """A `Paper` object."""

    size: str | UnsetType = UNSET
