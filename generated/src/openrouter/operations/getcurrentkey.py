"""Request and response of `api_keys.get_current_key_metadata` (`GET /key`)."""

from __future__ import annotations

from datetime import datetime

from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["GetCurrentKeyData", "GetCurrentKeyResponse", "RateLimit"]


class GetCurrentKeyResponse(BaseModel, kw_only=True):
    """The API key that authenticated the request."""

    data: GetCurrentKeyData
    """The API key that authenticated the request."""


class GetCurrentKeyData(BaseModel, kw_only=True):
    """The API key that authenticated the request."""

    byok_usage: Number
    """Spending through your own provider keys (BYOK) since the key was created, in USD."""

    byok_usage_daily: Number
    """Spending through your own provider keys today (UTC), in USD."""

    byok_usage_monthly: Number
    """Spending through your own provider keys this month (UTC), in USD."""

    byok_usage_weekly: Number
    """Spending through your own provider keys this week, in USD. Weeks start on Monday (UTC)."""

    creator_user_id: str | None
    """ID of the user who created the key: an organization member, or the owner of a personal
    account. Null if unknown."""

    expires_at: datetime | UnsetType | None = UNSET
    """When the key expires (UTC); null if it never does."""

    include_byok_in_limit: bool
    """Whether spending through your own provider keys counts towards `limit`."""

    is_free_tier: bool
    """Whether the key belongs to an account that has never made a payment."""

    is_management_key: bool
    """Whether the key can manage other keys."""

    is_provisioning_key: bool
    """Former name of `is_management_key`, with the same value.

    Deprecated."""

    label: str
    """Abbreviated key, with the middle omitted, to help you recognize it."""

    limit: Number | None
    """Spending limit per period, in USD; null if there is none."""

    limit_remaining: Number | None
    """What is left of `limit` in the current period, in USD; null if there is no limit."""

    limit_reset: str | None
    """How often `limit` resets; null if it never does."""

    rate_limit: RateLimit
    """A rate limit that is no longer enforced; do not rely on it.

    Deprecated."""

    usage: Number
    """OpenRouter credits spent since the key was created, in USD."""

    usage_daily: Number
    """OpenRouter credits spent today (UTC), in USD."""

    usage_monthly: Number
    """OpenRouter credits spent this month (UTC), in USD."""

    usage_weekly: Number
    """OpenRouter credits spent this week, in USD. Weeks start on Monday (UTC)."""


class RateLimit(BaseModel, kw_only=True):
    """A rate limit that is no longer enforced; do not rely on it.

    Deprecated."""

    interval: str
    """Length of the rate limit window."""

    note: str
    """The server's note on these numbers."""

    requests: int
    """Requests allowed in each window; -1 means unlimited."""
