"""The type `Circle`."""

from __future__ import annotations

from .._runtime.models import Model


class Circle(Model, kw_only=True):
    """A `Circle` object."""

    radius: float
