"""The exception `BadRequestResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["BadRequestResponseError", "BadRequestResponseErrorData"]


class BadRequestResponseErrorData(BaseModel, kw_only=True):
    """Response to an invalid request."""

    error: components.BadRequestResponseErrorData
    """Why the request is invalid."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter processed the request, for support; the properties may change."""

    user_id: str | UnsetType | None = UNSET
    """ID of the user who made the request, if known."""


class BadRequestResponseError(OpenRouterError, data=BadRequestResponseErrorData):
    """Response to an invalid request."""

    data: BadRequestResponseErrorData
    """The decoded body of the response."""
