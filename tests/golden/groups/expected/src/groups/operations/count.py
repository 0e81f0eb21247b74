"""Request and response of `archive.old_books.count` (`POST /archive`)."""

from __future__ import annotations

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["CountRequest"]


class CountRequest(BaseModel, kw_only=True):
    """The parameters of the request."""

    from_: str | UnsetType = field(name="from", default=UNSET)
    to: str | UnsetType = UNSET
