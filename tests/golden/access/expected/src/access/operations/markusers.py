"""Request and response of `users.mark_users` (`POST /users/mark`)."""

from __future__ import annotations

from typing import TypeAlias

from .usersusersrequestbody import UsersUsersRequestBody

__all__ = ["MarkUsersRequestBody"]

MarkUsersRequestBody: TypeAlias = UsersUsersRequestBody
