"""The types `ListLettersResponse`, `Page` and `Letter`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model


class ListLettersResponse(Model, kw_only=True):
    """Some letters."""

    page: Page


class Page(Model, kw_only=True):
    """A `Page` object."""

    letters: list[Letter]


class Letter(Model, kw_only=True):
    """A `Letter` object."""

    from_: str = field(name="from")
