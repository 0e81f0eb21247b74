"""The type `Cat`."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class Cat(Model, kw_only=True):
    """A `Cat` object."""

    kind: Literal["cat"]

    lives: int
