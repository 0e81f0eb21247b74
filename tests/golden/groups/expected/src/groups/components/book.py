"""The type `Book`."""

from __future__ import annotations

from .._runtime.models import Model


class Book(Model, kw_only=True):
    """A `Book` object."""

    title: str
