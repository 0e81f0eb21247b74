"""The type `Entry`."""

from __future__ import annotations

from .._runtime.models import Model


class Entry(Model, kw_only=True):
    """A `Entry` object."""

    number: int
