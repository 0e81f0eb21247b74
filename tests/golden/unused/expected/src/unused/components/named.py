"""The type `Named`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["Named"]


class Named(BaseModel, kw_only=True):
    """Merged into `Ship`, and a class of its own on request."""

    name: str
