"""The type `UserPage`."""

from __future__ import annotations

from .. import components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["UserPage"]


class UserPage(BaseModel, kw_only=True):
    """A page of users."""

    items: list[components.User] | UnsetType = UNSET

    next: UserPage | UnsetType = UNSET
    """A page of users."""
