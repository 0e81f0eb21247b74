"""The type `Star`."""

from __future__ import annotations

from datetime import datetime

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Star(Model, kw_only=True):
    """A `Star` object."""

    name: str | None
    """Its name, if it has one."""

    magnitude: float
    """More than -30."""

    colour: components.Colour | UnsetType | None = UNSET

    catalogue: components.Entry | UnsetType | None = UNSET
    """Where to find it."""

    near: components.Entry | UnsetType | None = UNSET

    seen: list[datetime | None] | UnsetType = UNSET
