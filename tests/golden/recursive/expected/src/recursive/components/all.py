"""The type `All`."""

from __future__ import annotations

from msgspec import field

from .. import components
from .._runtime.models import Model


class All(Model, kw_only=True):
    """A `All` object."""

    and_: list[components.Filter] = field(name="and")
