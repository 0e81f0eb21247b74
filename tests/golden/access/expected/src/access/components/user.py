"""The type `User` and the types that it contains."""

from __future__ import annotations

from datetime import date

from .. import components
from ..types import UNSET, BaseModel, SecretStr, UnsetType

__all__ = ["User", "UserInput"]


class User(BaseModel, kw_only=True):
    id: int
    """What the server calls it."""

    name: str
    seen: date | UnsetType = UNSET
    teams: list[components.Team]


class UserInput(BaseModel, kw_only=True):
    name: str
    password: SecretStr
    teams: list[components.TeamInput]
