"""What the lower bounds have in common: the headers, the models, and msgspec.

No retries, no errors, no hooks, no logging: this is not an SDK, but the baseline for one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec

from .request import KEY

HEADERS: Final = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip, deflate",
    "Authorization": f"Bearer {KEY}",
    "User-Agent": "floor",
}


class Key(msgspec.Struct, kw_only=True):
    """A key, as in the document."""

    byok_usage: float
    byok_usage_daily: float
    byok_usage_monthly: float
    byok_usage_weekly: float
    created_at: str
    creator_user_id: str | None
    disabled: bool
    expires_at: datetime | msgspec.UnsetType | None = msgspec.UNSET
    hash: str
    include_byok_in_limit: bool
    label: str
    limit: float | None
    limit_remaining: float | None
    limit_reset: str | None
    name: str
    updated_at: str | None
    usage: float
    usage_daily: float
    usage_monthly: float
    usage_weekly: float
    workspace_id: str


class Page(msgspec.Struct):
    """The response of a list."""

    data: list[Key]


class Created(msgspec.Struct):
    """The response of a creation."""

    data: Key
    key: str


class Conversions:
    """Decoders and the encoder, created once."""

    def __init__(self) -> None:
        self._page = msgspec.json.Decoder(Page)
        self._created = msgspec.json.Decoder(Created)
        self._encoder = msgspec.json.Encoder()

    def decode(self, content: bytes) -> Page:
        return self._page.decode(content)

    def validate(self, content: bytes) -> Page:
        return self._page.decode(content)

    def encode(self, page: Page) -> bytes:
        return self._encoder.encode(page)
