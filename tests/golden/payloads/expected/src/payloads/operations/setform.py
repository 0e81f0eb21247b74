"""The types `SetFormRequestBody` and `Size`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class SetFormRequestBody(Model, kw_only=True):
    """A `SetFormRequestBody` object."""

    name: str

    colours: list[str] | UnsetType = UNSET

    shades: list[str] | UnsetType = UNSET

    size: Size | UnsetType = UNSET

    deep: dict[str, int] | UnsetType = UNSET

    link: str | UnsetType = UNSET

    plain: str | UnsetType | None = UNSET


class Size(Model, kw_only=True):
    """A `Size` object."""

    w: int | UnsetType = UNSET

    h: int | UnsetType = UNSET
