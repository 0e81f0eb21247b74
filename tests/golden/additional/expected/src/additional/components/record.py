"""The type `Record`."""

from __future__ import annotations

from typing import Any

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Record(Model, kw_only=True):
    """A `Record` object."""

    free: components.Free
    """A record with a name, and whatever else."""

    typed: components.Typed | UnsetType = UNSET

    models: dict[str, components.Free] | UnsetType = UNSET

    patterns: dict[str, str] | UnsetType = UNSET

    mixed: dict[str, components.Mixed] | UnsetType = UNSET

    closed: components.Closed | UnsetType = UNSET

    any: Any | UnsetType = UNSET

    anys: list[Any] | UnsetType = UNSET

    choice: components.Choice | UnsetType | None = UNSET
    """A record with a name, and whatever else."""

    old: list[components.OldItem] | UnsetType = UNSET

    strict: dict[str, str] | UnsetType = UNSET
