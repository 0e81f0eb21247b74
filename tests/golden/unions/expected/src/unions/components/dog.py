"""The type `Dog`, and what is declared inside it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from ..types import UNSET, BaseModel, UnsetType

Kind: TypeAlias = Literal["dog"]


class Dog(BaseModel, kw_only=True):
    kind: Kind
    tricks: list[str]

    friend: components.Animal | UnsetType = UNSET
    """A cat or a dog, as `kind` says."""
