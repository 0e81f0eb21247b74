"""The type `Key`."""

from __future__ import annotations

from datetime import datetime

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Key"]


class Key(BaseModel, kw_only=True):
    """An API key, its limit and what it has spent; not its secret."""

    byok_usage: float
    """USD spent through your own provider keys (BYOK) since this key was created."""

    byok_usage_daily: float
    """USD spent through your own provider keys today (UTC)."""

    byok_usage_monthly: float
    """USD spent through your own provider keys this month (UTC)."""

    byok_usage_weekly: float
    """USD spent through your own provider keys this week, which begins on Monday (UTC)."""

    created_at: str
    """When the key was created (ISO 8601, UTC)."""

    creator_user_id: str | None
    """The user who made the key: the member of an organization, or the owner of a personal
    account. Null where that is not known."""

    disabled: bool
    """True if requests signed with the key are refused."""

    expires_at: datetime | UnsetType | None = UNSET
    """When the key stops working (UTC); null if it never does."""

    hash: str
    """What names the key in calls that get, update or delete it."""

    include_byok_in_limit: bool
    """True if spending through your own provider keys counts towards `limit`."""

    label: str
    """The key with its middle left out, to tell keys apart by."""

    limit: float | None
    """USD that the key may spend per period; null if unlimited."""

    limit_remaining: float | None
    """USD left of `limit` in this period; null if unlimited."""

    limit_reset: str | None
    """How often `limit` starts afresh; null if it never does."""

    name: str
    """The name that people gave the key."""

    updated_at: str | None
    """When the key was last changed (ISO 8601, UTC); null if it never was."""

    usage: float
    """USD of OpenRouter credit spent since this key was created."""

    usage_daily: float
    """USD of OpenRouter credit spent today (UTC)."""

    usage_monthly: float
    """USD of OpenRouter credit spent this month (UTC)."""

    usage_weekly: float
    """USD of OpenRouter credit spent this week, which begins on Monday (UTC)."""

    workspace_id: str
    """The workspace that the key belongs to."""
