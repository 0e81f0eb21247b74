"""The type `Comparison`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model


class Comparison(Model, kw_only=True):
    """A `Comparison` object."""

    field: str

    equals: components.JSON | None
    """Any JSON."""
