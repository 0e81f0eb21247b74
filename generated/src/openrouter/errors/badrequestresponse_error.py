"""The exception `BadRequestResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["BadRequestResponseError", "BadRequestResponseErrorData"]


class BadRequestResponseErrorData(BaseModel, kw_only=True):
    """What the server answers to a request that is not valid."""

    error: components.BadRequestResponseErrorData
    """Why the request is not valid."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter handled the request, for support; its keys may change."""

    user_id: str | UnsetType | None = UNSET
    """The user on whose behalf the request was made, where that is known."""


class BadRequestResponseError(OpenRouterError, data=BadRequestResponseErrorData):
    """What the server answers to a request that is not valid."""

    data: BadRequestResponseErrorData
    """The decoded body of the response."""
