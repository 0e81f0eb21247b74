"""Request and response of `api_keys.get_current_key_metadata` (`GET /key`)."""

from __future__ import annotations

from datetime import datetime

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["GetCurrentKeyData", "GetCurrentKeyResponse", "RateLimit"]


class GetCurrentKeyResponse(BaseModel, kw_only=True):
    """The key that signed the request."""

    data: GetCurrentKeyData
    """The key that signed the request."""


class GetCurrentKeyData(BaseModel, kw_only=True):
    """The key that signed the request."""

    byok_usage: float
    """USD spent through your own provider keys (BYOK) since this key was created."""

    byok_usage_daily: float
    """USD spent through your own provider keys today (UTC)."""

    byok_usage_monthly: float
    """USD spent through your own provider keys this month (UTC)."""

    byok_usage_weekly: float
    """USD spent through your own provider keys this week, which begins on Monday (UTC)."""

    creator_user_id: str | None
    """The user who made the key: the member of an organization, or the owner of a personal
    account. Null where that is not known."""

    expires_at: datetime | UnsetType | None = UNSET
    """When the key stops working (UTC); null if it never does."""

    include_byok_in_limit: bool
    """True if spending through your own provider keys counts towards `limit`."""

    is_free_tier: bool
    """True if the account behind the key has never paid."""

    is_management_key: bool
    """True if the key may manage other keys."""

    is_provisioning_key: bool
    """The former name of `is_management_key`, with the same value.

    Deprecated."""

    label: str
    """The key with its middle left out, to tell keys apart by."""

    limit: float | None
    """USD that the key may spend per period; null if unlimited."""

    limit_remaining: float | None
    """USD left of `limit` in this period; null if unlimited."""

    limit_reset: str | None
    """How often `limit` starts afresh; null if it never does."""

    rate_limit: RateLimit
    """A rate limit that is no longer in force; do not rely on it.

    Deprecated."""

    usage: float
    """USD of OpenRouter credit spent since this key was created."""

    usage_daily: float
    """USD of OpenRouter credit spent today (UTC)."""

    usage_monthly: float
    """USD of OpenRouter credit spent this month (UTC)."""

    usage_weekly: float
    """USD of OpenRouter credit spent this week, which begins on Monday (UTC)."""


class RateLimit(BaseModel, kw_only=True):
    """A rate limit that is no longer in force; do not rely on it.

    Deprecated."""

    interval: str
    """The length of the window that requests are counted in."""

    note: str
    """What the server has to say about these numbers."""

    requests: int
    """Requests allowed in each window; -1 means no such limit."""
