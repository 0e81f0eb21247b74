"""The exception `ForbiddenResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["ForbiddenResponseError", "ForbiddenResponseErrorData"]


class ForbiddenResponseErrorData(BaseModel, kw_only=True):
    """What the server answers to an API key that may not do this."""

    error: components.ForbiddenResponseErrorData
    """Why the API key may not do this."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter handled the request, for support; its keys may change."""

    user_id: str | UnsetType | None = UNSET
    """The user on whose behalf the request was made, where that is known."""


class ForbiddenResponseError(OpenRouterError, data=ForbiddenResponseErrorData):
    """What the server answers to an API key that may not do this."""

    data: ForbiddenResponseErrorData
    """The decoded body of the response."""
