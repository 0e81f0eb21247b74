"""The type `Plant`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Plant(Model, kw_only=True):
    """A `Plant` object."""

    name: str
    """At least 1 character, at most 10 characters."""

    height: float | UnsetType | None = UNSET
    """At least 0, a multiple of 0.1."""

    tags: list[str] | UnsetType = UNSET
    """At most 3 elements, no element twice."""

    kind: components.Kind | UnsetType = UNSET

    care: components.Care | UnsetType = UNSET
    """At least 1 property, at most 3 properties."""

    notes: dict[str, str] | UnsetType = UNSET
    """At least 1 property, at most 2 properties."""

    size: components.Size | UnsetType = UNSET
