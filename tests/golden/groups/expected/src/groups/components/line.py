"""The type `Line`."""

from __future__ import annotations

from .._runtime.models import Model


class Line(Model, kw_only=True):
    """A `Line` object."""

    text: str
