"""Types that signatures and models are written with."""

from __future__ import annotations

from ._runtime.models import Model as BaseModel
from ._runtime.values import UNSET, Nullable, OptionalNullable, SecretStr, UnsetType

__all__ = ["UNSET", "BaseModel", "Nullable", "OptionalNullable", "SecretStr", "UnsetType"]
