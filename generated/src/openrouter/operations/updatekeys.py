"""Request and response of `api_keys.update` (`PATCH /keys/{hash}`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..types import UNSET, BaseModel, UnsetType
from .key import Key

__all__ = ["UpdateKeysData", "UpdateKeysLimitReset", "UpdateKeysRequestBody", "UpdateKeysResponse"]

UpdateKeysLimitReset: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""How often `limit` starts afresh from now on, always at midnight UTC; weeks begin on Monday.
Null for never."""


class UpdateKeysRequestBody(BaseModel, kw_only=True):
    """The settings to change."""

    disabled: bool | UnsetType = UNSET
    """True to refuse requests signed with the key, false to allow them."""

    include_byok_in_limit: bool | UnsetType = UNSET
    """True to count spending through your own provider keys (BYOK) towards `limit`."""

    limit: float | UnsetType | None = UNSET
    """USD that the key may spend per period from now on; null for no limit."""

    limit_reset: UpdateKeysLimitReset | UnsetType | None = UNSET
    """How often `limit` starts afresh from now on, always at midnight UTC; weeks begin on
    Monday. Null for never."""

    name: str | UnsetType = UNSET
    """What people will know the key by from now on."""


class UpdateKeysResponse(BaseModel, kw_only=True):
    """The key as it is after the change."""

    data: UpdateKeysData
    """An API key, its limit and what it has spent; not its secret."""


UpdateKeysData: TypeAlias = Key
"""An API key, its limit and what it has spent; not its secret."""
