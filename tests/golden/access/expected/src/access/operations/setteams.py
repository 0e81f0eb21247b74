"""Request and response of `users.set_teams` (`PUT /teams`)."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["SetTeamsRequestBody"]


class SetTeamsRequestBody(BaseModel, kw_only=True):
    teams: dict[str, components.TeamInput]
    token: str | UnsetType = UNSET
