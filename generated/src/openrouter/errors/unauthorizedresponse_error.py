"""The exception `UnauthorizedResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["UnauthorizedResponseError", "UnauthorizedResponseErrorData"]


class UnauthorizedResponseErrorData(BaseModel, kw_only=True):
    """Response to a request without a valid API key."""

    error: components.UnauthorizedResponseErrorData
    """Why the API key was rejected."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter processed the request, for support; the properties may change."""

    user_id: str | UnsetType | None = UNSET
    """ID of the user who made the request, if known."""


class UnauthorizedResponseError(OpenRouterError, data=UnauthorizedResponseErrorData):
    """Response to a request without a valid API key."""

    data: UnauthorizedResponseErrorData
    """The decoded body of the response."""
