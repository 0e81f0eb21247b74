"""The type `AskRequestBody`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class AskRequestBody(Model, kw_only=True):
    """A `AskRequestBody` object."""

    question: str

    stream: bool | UnsetType = UNSET
    """Default: `false`."""
