"""The exception `InternalServerResponseError` and the types of its data."""

from __future__ import annotations

from typing import Any

from .. import components
from ..types import UNSET, BaseModel, UnsetType
from .openroutererror import OpenRouterError

__all__ = ["InternalServerResponseError", "InternalServerResponseErrorData"]


class InternalServerResponseErrorData(BaseModel, kw_only=True):
    """What the server answers when it fails itself."""

    error: components.InternalServerResponseErrorData
    """What the server can say about its failure."""

    openrouter_metadata: dict[str, Any] | UnsetType | None = UNSET
    """How OpenRouter handled the request, for support; its keys may change."""

    user_id: str | UnsetType | None = UNSET
    """The user on whose behalf the request was made, where that is known."""


class InternalServerResponseError(OpenRouterError, data=InternalServerResponseErrorData):
    """What the server answers when it fails itself."""

    data: InternalServerResponseErrorData
    """The decoded body of the response."""
