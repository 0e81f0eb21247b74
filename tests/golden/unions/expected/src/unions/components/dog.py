"""The type `Dog`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Dog(Model, kw_only=True):
    """A `Dog` object."""

    kind: components.Kind

    tricks: list[str]

    friend: components.Animal | UnsetType = UNSET
    """A cat or a dog, as `kind` says."""
