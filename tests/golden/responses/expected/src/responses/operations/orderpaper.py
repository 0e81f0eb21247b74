"""The type `OrderPaperResponse`."""

from __future__ import annotations

from ..types import BaseModel


class OrderPaperResponse(BaseModel, kw_only=True):
    """A ticket, if it has to be printed."""

    ticket: int
