"""The type `SetTeamsRequestBody`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class SetTeamsRequestBody(Model, kw_only=True):
    """A `SetTeamsRequestBody` object."""

    teams: dict[str, components.TeamInput]

    token: str | UnsetType = UNSET
