"""The type `Problem`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Problem(Model, kw_only=True):
    """A `Problem` object."""

    code: int | UnsetType = UNSET

    message: str
