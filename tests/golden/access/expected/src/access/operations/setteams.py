"""The type `SetTeamsRequestBody`."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType


class SetTeamsRequestBody(BaseModel, kw_only=True):
    teams: dict[str, components.TeamInput]
    token: str | UnsetType = UNSET
