"""Request and response of `papers.list_papers` (`GET /papers`)."""

from __future__ import annotations

from msgspec import field

from .. import components
from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["ListPapersResponseHeaders", "XRange"]


class XRange(BaseModel, kw_only=True):
    from_: int | UnsetType = field(name="from", default=UNSET)
    to: int | UnsetType = UNSET


class ListPapersResponseHeaders(BaseModel, kw_only=True):
    """The headers of a response."""

    x_total: int | UnsetType = field(name="X-Total", default=UNSET)
    """How many there are."""

    x_fresh: bool | UnsetType = field(name="X-Fresh", default=UNSET)
    x_cost: Number | UnsetType = field(name="X-Cost", default=UNSET)
    x_kinds: list[str] | UnsetType = field(name="X-Kinds", default=UNSET)

    x_size: components.XSize | UnsetType = field(name="X-Size", default=UNSET)
    """How big they are."""

    e_tag: str | UnsetType = field(name="ETag", default=UNSET)
    """Deprecated."""

    x_range: XRange | UnsetType = field(name="X-Range", default=UNSET)
    x_quota: dict[str, int] | UnsetType = field(name="X-Quota", default=UNSET)
    x_newest: components.Paper | UnsetType = field(name="X-Newest", default=UNSET)
