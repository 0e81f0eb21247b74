"""Request and response of `users.hint_users` (`POST /users/hint`)."""

from __future__ import annotations

from typing import TypeAlias

from .usersusersrequestbody import UsersUsersRequestBody

__all__ = ["HintUsersRequestBody"]

HintUsersRequestBody: TypeAlias = UsersUsersRequestBody
