"""The type `Step`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Step"]


class Step(BaseModel, kw_only=True):
    do: str | UnsetType = UNSET
    then: Step | UnsetType = UNSET
