"""The type `ListBoxesResponse`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class ListBoxesResponse(Model, kw_only=True):
    """A box, and where the next is."""

    label: str | UnsetType = UNSET

    next: str | UnsetType = UNSET
