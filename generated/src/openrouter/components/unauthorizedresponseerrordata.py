"""The type `UnauthorizedResponseErrorData`."""

from __future__ import annotations

from typing import Any

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["UnauthorizedResponseErrorData"]


class UnauthorizedResponseErrorData(BaseModel, kw_only=True):
    """Why the API key was rejected."""

    code: int
    """The HTTP status code of the response."""

    message: str
    """Human-readable error message."""

    metadata: dict[str, Any] | UnsetType | None = UNSET
    """Error details for programs; the properties depend on the error."""
