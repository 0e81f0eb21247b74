"""Request and response of `api_keys.list` (`GET /keys`)."""

from __future__ import annotations

from typing import TypeAlias

from ..types import BaseModel
from .key import Key

__all__ = ["ListData", "ListResponse"]


class ListResponse(BaseModel, kw_only=True):
    """One page of keys; an empty one follows the last."""

    data: list[ListData]
    """The keys of this page."""


ListData: TypeAlias = Key
"""An API key, its limit and what it has spent; not its secret."""
