"""The type `Dog` and the types that it contains."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from .._runtime.json.models import tag
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Dog", "Kind"]

Kind: TypeAlias = Literal["dog"]


class Dog(BaseModel, kw_only=True):
    kind: Kind = tag(default="dog", required=True)
    tricks: list[str]

    friend: components.Animal | UnsetType = UNSET
    """A cat or a dog, as `kind` says."""
