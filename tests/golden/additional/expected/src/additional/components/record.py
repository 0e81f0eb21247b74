"""The type `Record`."""

from __future__ import annotations

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
