"""Request and response of `api_keys.update` (`PATCH /keys/{hash}`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..types import UNSET, BaseModel, Number, UnsetType
from .key import Key

__all__ = ["UpdateKeysData", "UpdateKeysLimitReset", "UpdateKeysRequestBody", "UpdateKeysResponse"]

UpdateKeysLimitReset: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""How often `limit` resets, always at midnight UTC; weeks start on Monday. Null means never."""


class UpdateKeysRequestBody(BaseModel, kw_only=True):
    """The settings to change."""

    disabled: bool | UnsetType = UNSET
    """Whether to reject requests with this key."""

    include_byok_in_limit: bool | UnsetType = UNSET
    """Whether spending through your own provider keys (BYOK) counts towards `limit`."""

    limit: Number | UnsetType | None = UNSET
    """New spending limit per period, in USD; null means no limit."""

    limit_reset: UpdateKeysLimitReset | UnsetType | None = UNSET
    """How often `limit` resets, always at midnight UTC; weeks start on Monday. Null means never."""

    name: str | UnsetType = UNSET
    """New display name of the key."""


class UpdateKeysResponse(BaseModel, kw_only=True):
    """The updated API key."""

    data: UpdateKeysData
    """An API key with its limit and spending, but without its secret."""


UpdateKeysData: TypeAlias = Key
"""An API key with its limit and spending, but without its secret."""
