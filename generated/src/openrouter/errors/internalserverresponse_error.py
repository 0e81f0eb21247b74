"""The exception `InternalServerResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["InternalServerResponseError", "InternalServerResponseErrorData"]


class InternalServerResponseErrorData(BaseModel, kw_only=True):
    """Response to a request during which the server failed."""

    error: components.InternalServerResponseErrorData
    """What the server reports about its failure."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter processed the request, for support; the properties may change."""

    user_id: str | UnsetType | None = UNSET
    """ID of the user who made the request, if known."""


class InternalServerResponseError(OpenRouterError, data=InternalServerResponseErrorData):
    """Response to a request during which the server failed."""

    data: InternalServerResponseErrorData
    """The decoded body of the response."""
