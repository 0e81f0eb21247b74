"""The type `Car`."""

from __future__ import annotations

from .._runtime.models import Model


class Car(Model, kw_only=True):
    """A `Car` object."""

    vehicle: str

    doors: int
