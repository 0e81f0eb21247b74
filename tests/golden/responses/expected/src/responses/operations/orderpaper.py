"""The type `OrderPaperResponse`."""

from __future__ import annotations

from .._runtime.models import Model


class OrderPaperResponse(Model, kw_only=True):
    """A ticket, if it has to be printed."""

    ticket: int
