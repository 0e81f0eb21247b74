"""Request and response of `papers.order_paper` (`POST /papers`)."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["OrderPaperResponse"]


class OrderPaperResponse(BaseModel, kw_only=True):
    """A ticket, if it has to be printed."""

    ticket: int
