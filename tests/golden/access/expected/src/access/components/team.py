"""The type `Team`."""

from __future__ import annotations

from .._runtime.models import Model


class Team(Model, kw_only=True):
    """A `Team` object."""

    id: int

    title: str
