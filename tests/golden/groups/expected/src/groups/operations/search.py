"""Request and response of `books.search` (`PUT /archive`)."""

from __future__ import annotations

from datetime import date

from msgspec import field

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["SearchRequest"]


class SearchRequest(BaseModel, kw_only=True):
    """The parameters of the request."""

    from_: str = field(name="from")
    to: date | UnsetType = UNSET
    x_reader: int | UnsetType = field(name="X-Reader", default=UNSET)
