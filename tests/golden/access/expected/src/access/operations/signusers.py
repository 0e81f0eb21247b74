"""Request and response of `users.sign_users` (`POST /users/sign`)."""

from __future__ import annotations

from typing import TypeAlias

from .usersusersrequestbody import UsersUsersRequestBody

__all__ = ["SignUsersRequestBody"]

SignUsersRequestBody: TypeAlias = UsersUsersRequestBody
