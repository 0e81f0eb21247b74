"""The type `TeamInput`."""

from __future__ import annotations

from .._runtime.models import Model


class TeamInput(Model, kw_only=True):
    """A `TeamInput` object."""

    title: str
