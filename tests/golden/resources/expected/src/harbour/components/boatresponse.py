"""The type `BoatResponse`."""

from __future__ import annotations

from .._runtime.models import Model


class BoatResponse(Model, kw_only=True):
    """A boat."""

    name: str
