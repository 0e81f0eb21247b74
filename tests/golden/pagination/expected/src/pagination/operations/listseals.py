"""The type `ListSealsResponse`."""

from __future__ import annotations

from .. import components
from ..types import BaseModel


class ListSealsResponse(BaseModel, kw_only=True):
    """Some seals."""

    data: list[components.Seal]
