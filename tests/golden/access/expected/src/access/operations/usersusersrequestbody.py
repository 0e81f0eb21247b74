"""The type `UsersUsersRequestBody`."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["UsersUsersRequestBody"]


class UsersUsersRequestBody(BaseModel, kw_only=True):
    """A `UsersUsersRequestBody` object."""
