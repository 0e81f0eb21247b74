"""The type `Key`."""

from __future__ import annotations

from datetime import datetime

from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["Key"]


class Key(BaseModel, kw_only=True):
    """An API key with its limit and spending, but without its secret."""

    byok_usage: Number
    """Spending through your own provider keys (BYOK) since the key was created, in USD."""

    byok_usage_daily: Number
    """Spending through your own provider keys today (UTC), in USD."""

    byok_usage_monthly: Number
    """Spending through your own provider keys this month (UTC), in USD."""

    byok_usage_weekly: Number
    """Spending through your own provider keys this week, in USD. Weeks start on Monday (UTC)."""

    created_at: str
    """Creation time (ISO 8601, UTC)."""

    creator_user_id: str | None
    """ID of the user who created the key: an organization member, or the owner of a personal
    account. Null if unknown."""

    disabled: bool
    """Whether requests with this key are rejected."""

    expires_at: datetime | UnsetType | None = UNSET
    """When the key expires (UTC); null if it never does."""

    hash: str
    """Identifier of the key in calls that get, update or delete it."""

    include_byok_in_limit: bool
    """Whether spending through your own provider keys counts towards `limit`."""

    label: str
    """Abbreviated key, with the middle omitted, to help you recognize it."""

    limit: Number | None
    """Spending limit per period, in USD; null if there is none."""

    limit_remaining: Number | None
    """What is left of `limit` in the current period, in USD; null if there is no limit."""

    limit_reset: str | None
    """How often `limit` resets; null if it never does."""

    name: str
    """Display name of the key."""

    updated_at: str | None
    """Time of the last change (ISO 8601, UTC); null if the key was never changed."""

    usage: Number
    """OpenRouter credits spent since the key was created, in USD."""

    usage_daily: Number
    """OpenRouter credits spent today (UTC), in USD."""

    usage_monthly: Number
    """OpenRouter credits spent this month (UTC), in USD."""

    usage_weekly: Number
    """OpenRouter credits spent this week, in USD. Weeks start on Monday (UTC)."""

    workspace_id: str
    """ID of the workspace that contains the key."""
