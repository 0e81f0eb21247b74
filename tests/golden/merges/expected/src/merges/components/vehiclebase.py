"""The type `VehicleBase`."""

from __future__ import annotations

from .._runtime.models import Model


class VehicleBase(Model, kw_only=True):
    """Anything that rolls."""

    type: str

    wheels: int
