"""The type `Seal`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model


class Seal(Model, kw_only=True):
    """A `Seal` object."""

    seal_id: str = field(name="seal-id")
