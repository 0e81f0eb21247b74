"""The exception `TooManyRequestsResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["TooManyRequestsResponseError", "TooManyRequestsResponseErrorData"]


class TooManyRequestsResponseErrorData(BaseModel, kw_only=True):
    """Response to a client that sends too many requests."""

    error: components.TooManyRequestsResponseErrorData
    """Which limit was exceeded."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter processed the request, for support; the properties may change."""

    user_id: str | UnsetType | None = UNSET
    """ID of the user who made the request, if known."""


class TooManyRequestsResponseError(OpenRouterError, data=TooManyRequestsResponseErrorData):
    """Response to a client that sends too many requests."""

    data: TooManyRequestsResponseErrorData
    """The decoded body of the response."""
