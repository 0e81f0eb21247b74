"""The type `PatchJobRequestBody`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class PatchJobRequestBody(Model, kw_only=True):
    """A `PatchJobRequestBody` object."""

    name: str | UnsetType = UNSET
