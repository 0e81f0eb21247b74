"""The type `Box`."""

from __future__ import annotations

from .._runtime.models import Model


class Box(Model, kw_only=True):
    """A `Box` object."""

    width: float

    height: float

    depth: float
