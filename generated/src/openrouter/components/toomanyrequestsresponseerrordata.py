"""The type `TooManyRequestsResponseErrorData`."""

from __future__ import annotations

from typing import Any

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["TooManyRequestsResponseErrorData"]


class TooManyRequestsResponseErrorData(BaseModel, kw_only=True):
    """Which limit was reached."""

    code: int
    """The HTTP status, again."""

    message: str
    """What went wrong, for people."""

    metadata: dict[str, Any] | UnsetType | None = UNSET
    """Details for programs; its keys depend on the error."""
