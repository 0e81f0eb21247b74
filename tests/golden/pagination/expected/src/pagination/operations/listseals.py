"""Request and response of `letters.list_seals` (`GET /seals`)."""

from __future__ import annotations

from .. import components
from ..types import BaseModel

__all__ = ["ListSealsResponse"]


class ListSealsResponse(BaseModel, kw_only=True):
    """Some seals."""

    data: list[components.Seal]
