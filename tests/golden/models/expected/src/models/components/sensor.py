"""The type `Sensor`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Sensor(Model, kw_only=True):
    """The sensor in the pot.

    Deprecated. Ask the bed."""

    code: int

    online: bool | UnsetType = UNSET
    """Deprecated."""
