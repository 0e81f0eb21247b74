"""Request and response of `api_keys.create` (`POST /keys`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from ..types import UNSET, BaseModel, Number, SecretStr, UnsetType
from .key import Key

__all__ = ["CreateKeysData", "CreateKeysLimitReset", "CreateKeysRequestBody", "CreateKeysResponse"]

CreateKeysLimitReset: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""How often `limit` resets, always at midnight UTC; weeks start on Monday. Null means never."""


class CreateKeysRequestBody(BaseModel, kw_only=True):
    """The settings of the new key."""

    creator_user_id: str | UnsetType | None = UNSET
    """ID of the organization member to create the key for. Ignored for personal accounts."""

    expires_at: datetime | UnsetType | None = UNSET
    """When the key expires, in UTC; times with another offset are rejected. Null means never."""

    include_byok_in_limit: bool | UnsetType = UNSET
    """Whether spending through your own provider keys (BYOK) counts towards `limit`."""

    limit: Number | UnsetType | None = UNSET
    """Spending limit per period, in USD; null means no limit."""

    limit_reset: CreateKeysLimitReset | UnsetType | None = UNSET
    """How often `limit` resets, always at midnight UTC; weeks start on Monday. Null means never."""

    name: str
    """Display name of the new key (not empty)."""

    workspace_id: str | UnsetType = UNSET
    """ID of the workspace that will contain the key. If omitted, the default workspace is used."""


class CreateKeysResponse(BaseModel, kw_only=True):
    """The new API key, including its secret."""

    data: CreateKeysData
    """An API key with its limit and spending, but without its secret."""

    key: SecretStr
    """The secret that authenticates requests. No other response contains it, so store it safely."""


CreateKeysData: TypeAlias = Key
"""An API key with its limit and spending, but without its secret."""
