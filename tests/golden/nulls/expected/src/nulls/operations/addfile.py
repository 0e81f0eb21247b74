"""Request and response of `boxes.add_file` (`POST /files`)."""

from __future__ import annotations

from datetime import date

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["AddFileRequestBody"]


class AddFileRequestBody(BaseModel, kw_only=True):
    file: str
    opened: date | UnsetType = UNSET
