"""The exception `ForbiddenResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["ForbiddenResponseError", "ForbiddenResponseErrorData"]


class ForbiddenResponseErrorData(BaseModel, kw_only=True):
    """Response to a request that the API key has no permission for."""

    error: components.ForbiddenResponseErrorData
    """Why the API key has no permission."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter processed the request, for support; the properties may change."""

    user_id: str | UnsetType | None = UNSET
    """ID of the user who made the request, if known."""


class ForbiddenResponseError(OpenRouterError, data=ForbiddenResponseErrorData):
    """Response to a request that the API key has no permission for."""

    data: ForbiddenResponseErrorData
    """The decoded body of the response."""
