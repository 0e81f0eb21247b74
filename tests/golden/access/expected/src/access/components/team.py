"""The type `Team`, and what is declared inside it."""

from __future__ import annotations

from ..types import BaseModel


class Team(BaseModel, kw_only=True):
    id: int
    title: str


class TeamInput(BaseModel, kw_only=True):
    title: str
