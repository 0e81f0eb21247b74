"""The type `AskForBookRequestBody`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class AskForBookRequestBody(Model, kw_only=True):
    """A `AskForBookRequestBody` object."""

    title: str

    stream: bool | UnsetType = UNSET
