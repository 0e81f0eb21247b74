"""The types `GetKeyResponse` and `GetKeyData`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.models import Model
from .list import ListData


class GetKeyResponse(Model, kw_only=True):
    """The key."""

    data: GetKeyData
    """An API key, its limit and what it has spent; not its secret."""


GetKeyData: TypeAlias = ListData
"""An API key, its limit and what it has spent; not its secret."""
