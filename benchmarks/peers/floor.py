"""The lower bound of a typed call: httpx2 sends a hand-built request, msgspec decodes the response.

No retries, no errors, no hooks, no logging: this is not an SDK, but the baseline for one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import httpx2
import msgspec

HEADERS: Final = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip, deflate",
    "Authorization": "Bearer sk-or-v1-benchmark",
    "User-Agent": "floor",
}
TIMEOUT: Final = {"timeout": {"connect": 60.0, "read": 60.0, "write": 60.0, "pool": 60.0}}


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


def first_answer(url: str) -> int:
    """Create a client, list keys, and return their number."""
    request = httpx2.Request("GET", f"{url}/1/keys", headers=HEADERS, extensions=TIMEOUT)
    content = httpx2.Client().send(request).content
    return len(msgspec.json.Decoder(Page).decode(content).data)


class Caller:
    """Calls without an SDK: the URL is parsed once, decoders and the encoder are created once."""

    def __init__(self, url: str) -> None:
        self._client = httpx2.Client()
        self._async_client = httpx2.AsyncClient()
        self._one = httpx2.URL(f"{url}/1/keys")
        self._hundred = httpx2.URL(f"{url}/100/keys")
        self._page = msgspec.json.Decoder(Page)
        self._created = msgspec.json.Decoder(Created)
        self._encoder = msgspec.json.Encoder()

    def list_one(self) -> Page:
        request = httpx2.Request("GET", self._one, headers=HEADERS, extensions=TIMEOUT)
        return self._page.decode(self._client.send(request).content)

    def list_one_in_threads(self) -> Page:
        return self.list_one()

    def list_hundred(self) -> Page:
        request = httpx2.Request("GET", self._hundred, headers=HEADERS, extensions=TIMEOUT)
        return self._page.decode(self._client.send(request).content)

    def create(self) -> Created:
        body = {"name": "My New API Key", "limit": 50, "include_byok_in_limit": True}
        request = httpx2.Request(
            "POST",
            self._one,
            headers={**HEADERS, "Content-Type": "application/json"},
            content=self._encoder.encode(body),
            extensions=TIMEOUT,
        )
        return self._created.decode(self._client.send(request).content)

    async def list_one_async(self) -> Page:
        request = httpx2.Request("GET", self._one, headers=HEADERS, extensions=TIMEOUT)
        return self._page.decode((await self._async_client.send(request)).content)

    def decode(self, content: bytes) -> Page:
        return self._page.decode(content)

    def validate(self, content: bytes) -> Page:
        return self._page.decode(content)

    def encode(self, page: Page) -> bytes:
        return self._encoder.encode(page)
