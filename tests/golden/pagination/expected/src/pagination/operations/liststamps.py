"""The type `ListStampsResponse`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class ListStampsResponse(Model, kw_only=True):
    """A `ListStampsResponse` object."""

    data: list[str] | UnsetType = UNSET
