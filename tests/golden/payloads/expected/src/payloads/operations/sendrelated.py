"""Request and response of `jobs.send_related` (`PUT /jobs/{id}/parts`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Meta", "SendRelatedRequestBody"]


class SendRelatedRequestBody(BaseModel, kw_only=True):
    meta: Meta
    media: str | UnsetType = UNSET


class Meta(BaseModel, kw_only=True):
    title: str | UnsetType = UNSET
