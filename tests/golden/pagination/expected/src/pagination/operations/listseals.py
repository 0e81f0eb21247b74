"""Request and response of `letters.list_seals` (`GET /seals`)."""

from __future__ import annotations

from .. import components
from .._runtime.paging.page import Page

__all__ = ["ListSealsResponse"]


class ListSealsResponse(Page["components.Seal"], kw_only=True):
    """Some seals."""

    data: list[components.Seal]
