"""The exception `NotFoundResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["NotFoundResponseError", "NotFoundResponseErrorData"]


class NotFoundResponseErrorData(BaseModel, kw_only=True):
    """What the server answers to a hash that names no key."""

    error: components.NotFoundResponseErrorData
    """What could not be found."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter handled the request, for support; its keys may change."""

    user_id: str | UnsetType | None = UNSET
    """The user on whose behalf the request was made, where that is known."""


class NotFoundResponseError(OpenRouterError, data=NotFoundResponseErrorData):
    """What the server answers to a hash that names no key."""

    data: NotFoundResponseErrorData
    """The decoded body of the response."""
