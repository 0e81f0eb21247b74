"""Request and response of `jobs.patch_job` (`PATCH /jobs`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["PatchJobRequestBody"]


class PatchJobRequestBody(BaseModel, kw_only=True):
    name: str | UnsetType = UNSET
