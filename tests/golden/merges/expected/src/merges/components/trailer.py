"""The type `Trailer`."""

from __future__ import annotations

from .._runtime.models import Model


class Trailer(Model, kw_only=True):
    """A lorry with something behind it."""

    type: str

    wheels: int

    load: float

    axles: int
