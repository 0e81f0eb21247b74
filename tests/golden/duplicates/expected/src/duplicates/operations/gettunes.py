"""The types `GetTunesResponse`, `Next`, `GetTunesNextBy`, `Now` and `GetTunesNowBy`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class GetTunesResponse(Model, kw_only=True):
    """Both tunes."""

    next: Next | UnsetType = UNSET

    now: Now | UnsetType = UNSET
    """It plays."""


class Next(Model, kw_only=True):
    """A `Next` object."""

    title: str

    by: GetTunesNextBy | UnsetType = UNSET


class GetTunesNextBy(Model, kw_only=True):
    """A `GetTunesNextBy` object."""

    name: str | UnsetType = UNSET


Now: TypeAlias = Next
"""It plays."""


GetTunesNowBy: TypeAlias = GetTunesNextBy
