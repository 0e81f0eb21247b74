"""The type `Square`."""

from __future__ import annotations

from .._runtime.models import Model


class Square(Model, kw_only=True):
    """A `Square` object."""

    width: float

    height: float
