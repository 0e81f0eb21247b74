"""The type `Team` and the types that it contains."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Team", "TeamInput"]


class Team(BaseModel, kw_only=True):
    id: int
    title: str


class TeamInput(BaseModel, kw_only=True):
    title: str
