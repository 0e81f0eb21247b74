"""Request and response of `users.scan_users` (`POST /users/scan`)."""

from __future__ import annotations

from typing import TypeAlias

from .usersusersrequestbody import UsersUsersRequestBody

__all__ = ["ScanUsersRequestBody"]

ScanUsersRequestBody: TypeAlias = UsersUsersRequestBody
