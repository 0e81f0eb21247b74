"""The type `Paper`."""

from __future__ import annotations

from .._runtime.models import Model


class Paper(Model, kw_only=True):
    """A `Paper` object."""

    title: str
