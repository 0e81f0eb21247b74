"""The types `FindLettersRequestBody` and `FindLettersResponse`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class FindLettersRequestBody(Model, kw_only=True):
    """A `FindLettersRequestBody` object."""

    words: str


class FindLettersResponse(Model, kw_only=True):
    """Letters with these words."""

    data: list[str] | UnsetType = UNSET
