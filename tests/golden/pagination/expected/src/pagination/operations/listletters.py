"""The types `ListLettersResponse`, `Page` and `Letters`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model


class ListLettersResponse(Model, kw_only=True):
    """Some letters."""

    page: Page


class Page(Model, kw_only=True):
    """A `Page` object."""

    letters: list[Letters]


class Letters(Model, kw_only=True):
    """A `Letters` object."""

    from_: str = field(name="from")
