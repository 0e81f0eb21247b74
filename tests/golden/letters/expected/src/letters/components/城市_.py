"""The type `城市` and the types that it contains."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Art", "Вид", "城市"]

Вид: TypeAlias = Literal["столица", "город"]


class 城市(BaseModel, kw_only=True):
    名称: str
    größe: int | UnsetType = UNSET
    art: Art | UnsetType = UNSET
    区: list[components.Straße] | UnsetType = UNSET
    strasse: components.Strasse | UnsetType = UNSET


class Art(BaseModel, kw_only=True):
    вид: Вид | UnsetType = UNSET
