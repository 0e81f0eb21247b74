"""The type `User`."""

from __future__ import annotations

from datetime import date

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class User(Model, kw_only=True):
    """A `User` object."""

    id: int
    """What the server calls it."""

    name: str

    seen: date | UnsetType = UNSET

    teams: list[components.Team]
