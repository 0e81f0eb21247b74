"""Request and response of `api_keys.get` (`GET /keys/{hash}`)."""

from __future__ import annotations

from typing import TypeAlias

from ..types import BaseModel
from .key import Key

__all__ = ["GetKeyData", "GetKeyResponse"]


class GetKeyResponse(BaseModel, kw_only=True):
    """The requested API key."""

    data: GetKeyData
    """An API key with its limit and spending, but without its secret."""


GetKeyData: TypeAlias = Key
"""An API key with its limit and spending, but without its secret."""
