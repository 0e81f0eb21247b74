"""The types `ListInksResponse` and `Links`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class ListInksResponse(Model, kw_only=True):
    """Some inks."""

    inks: list[str] | UnsetType = UNSET

    links: Links | UnsetType = UNSET


class Links(Model, kw_only=True):
    """A `Links` object."""

    next: str | UnsetType | None = UNSET
