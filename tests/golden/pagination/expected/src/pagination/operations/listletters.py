"""Request and response of `letters.list` (`GET /letters`)."""

from __future__ import annotations

from msgspec import field

from .._runtime.paging.page import Page as _Page
from ..types import BaseModel

__all__ = ["Letter", "ListLettersResponse", "Page"]


class ListLettersResponse(_Page["Letter"], kw_only=True):
    """Some letters."""

    page: Page


class Page(BaseModel, kw_only=True):
    letters: list[Letter]


class Letter(BaseModel, kw_only=True):
    from_: str = field(name="from")
