"""The exception `UnauthorizedResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["UnauthorizedResponseError", "UnauthorizedResponseErrorData"]


class UnauthorizedResponseErrorData(BaseModel, kw_only=True):
    """What the server answers to a request without a valid API key."""

    error: components.UnauthorizedResponseErrorData
    """Why the API key was not accepted."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter handled the request, for support; its keys may change."""

    user_id: str | UnsetType | None = UNSET
    """The user on whose behalf the request was made, where that is known."""


class UnauthorizedResponseError(OpenRouterError, data=UnauthorizedResponseErrorData):
    """What the server answers to a request without a valid API key."""

    data: UnauthorizedResponseErrorData
    """The decoded body of the response."""
