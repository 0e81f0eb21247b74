"""The type `PatchJobRequestBody`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class PatchJobRequestBody(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET
