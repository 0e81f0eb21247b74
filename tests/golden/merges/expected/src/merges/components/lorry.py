"""The type `Lorry`."""

from __future__ import annotations

from .._runtime.models import Model


class Lorry(Model, kw_only=True):
    """A `Lorry` object."""

    type: str

    wheels: int

    load: float
