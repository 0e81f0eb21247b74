"""Request and response of `api_keys.create` (`POST /keys`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from ..types import UNSET, BaseModel, SecretStr, UnsetType
from .key import Key

__all__ = ["CreateKeysData", "CreateKeysLimitReset", "CreateKeysRequestBody", "CreateKeysResponse"]

CreateKeysLimitReset: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""How often `limit` starts afresh, always at midnight UTC; weeks begin on Monday. Null for
never."""


class CreateKeysRequestBody(BaseModel, kw_only=True):
    """What the new key is called and what it may do."""

    creator_user_id: str | UnsetType | None = UNSET
    """The member of the organization to make the key for. It has no effect in a personal
    account."""

    expires_at: datetime | UnsetType | None = UNSET
    """When the key is to stop working, in UTC (other offsets are refused); null for never."""

    include_byok_in_limit: bool | UnsetType = UNSET
    """True to count spending through your own provider keys (BYOK) towards `limit`."""

    limit: float | UnsetType | None = UNSET
    """USD that the key may spend per period; null for no limit."""

    limit_reset: CreateKeysLimitReset | UnsetType | None = UNSET
    """How often `limit` starts afresh, always at midnight UTC; weeks begin on Monday. Null for
    never."""

    name: str
    """What people will know the key by; not empty."""

    workspace_id: str | UnsetType = UNSET
    """The workspace to put the key in; the default workspace if left out."""


class CreateKeysResponse(BaseModel, kw_only=True):
    """The new key, with its secret."""

    data: CreateKeysData
    """An API key, its limit and what it has spent; not its secret."""

    key: SecretStr
    """The secret that signs requests. This answer is the only place where it can be read: keep
    it somewhere safe."""


CreateKeysData: TypeAlias = Key
"""An API key, its limit and what it has spent; not its secret."""
