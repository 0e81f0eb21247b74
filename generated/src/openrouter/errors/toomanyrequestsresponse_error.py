"""The exception `TooManyRequestsResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["TooManyRequestsResponseError", "TooManyRequestsResponseErrorData"]


class TooManyRequestsResponseErrorData(BaseModel, kw_only=True):
    """What the server answers to a client that asks too often."""

    error: components.TooManyRequestsResponseErrorData
    """Which limit was reached."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter handled the request, for support; its keys may change."""

    user_id: str | UnsetType | None = UNSET
    """The user on whose behalf the request was made, where that is known."""


class TooManyRequestsResponseError(OpenRouterError, data=TooManyRequestsResponseErrorData):
    """What the server answers to a client that asks too often."""

    data: TooManyRequestsResponseErrorData
    """The decoded body of the response."""
