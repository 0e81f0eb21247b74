"""The type `UserInput`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model
from ..types import SecretStr


class UserInput(Model, kw_only=True):
    """A `UserInput` object."""

    name: str

    password: SecretStr

    teams: list[components.TeamInput]
