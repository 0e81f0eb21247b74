"""Request and response of `api_keys.list` (`GET /keys`)."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.paging.page import Page
from .key import Key

__all__ = ["ListData", "ListResponse"]


class ListResponse(Page["ListData"], kw_only=True):
    """A page of keys; the page after the last one is empty."""

    data: list[ListData]
    """The keys on this page."""


ListData: TypeAlias = Key
"""An API key with its limit and spending, but without its secret."""
