"""Request and response of `letters.list_stamps` (`GET /stamps`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["ListStampsResponse"]


class ListStampsResponse(BaseModel, kw_only=True):
    """Some stamps."""

    data: list[str] | UnsetType = UNSET
