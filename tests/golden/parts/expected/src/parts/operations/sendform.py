"""Request and response of `scans.send_form` (`POST /forms`)."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["SendFormRequestBody"]


class SendFormRequestBody(BaseModel, kw_only=True):
    title: str | UnsetType = UNSET
    parts: list[str] | UnsetType = UNSET
    pages: list[components.Title] | UnsetType = UNSET
    other: list[str] | UnsetType = UNSET
