"""The type `BadRequestResponseErrorData`."""

from __future__ import annotations

from typing import Any

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["BadRequestResponseErrorData"]


class BadRequestResponseErrorData(BaseModel, kw_only=True):
    """Why the request is not valid."""

    code: int
    """The HTTP status, again."""

    message: str
    """What went wrong, for people."""

    metadata: dict[str, Any] | UnsetType | None = UNSET
    """Details for programs; its keys depend on the error."""
