"""The exception `NotFoundResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["NotFoundResponseError", "NotFoundResponseErrorData"]


class NotFoundResponseErrorData(BaseModel, kw_only=True):
    """Response to a request for a key that does not exist."""

    error: components.NotFoundResponseErrorData
    """What could not be found."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter processed the request, for support; the properties may change."""

    user_id: str | UnsetType | None = UNSET
    """ID of the user who made the request, if known."""


class NotFoundResponseError(OpenRouterError, data=NotFoundResponseErrorData):
    """Response to a request for a key that does not exist."""

    data: NotFoundResponseErrorData
    """The decoded body of the response."""
