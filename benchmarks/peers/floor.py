"""The lower bound of a typed call: httpx2 sends a hand-built request, and msgspec decodes."""

from __future__ import annotations

from typing import Final

import httpx2
import msgspec

from .bare import HEADERS, Conversions, Created, Page
from .request import BODY

TIMEOUT: Final = {"timeout": {"connect": 60.0, "read": 60.0, "write": 60.0, "pool": 60.0}}


def first_answer(url: str) -> int:
    """Create a client, list keys, and return their number."""
    request = httpx2.Request("GET", f"{url}/1/keys", headers=HEADERS, extensions=TIMEOUT)
    content = httpx2.Client().send(request).content
    return len(msgspec.json.Decoder(Page).decode(content).data)


class Caller(Conversions):
    """Calls without an SDK; the URL is parsed once."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._client = httpx2.Client()
        self._async_client = httpx2.AsyncClient()
        self._one = httpx2.URL(f"{url}/1/keys")
        self._hundred = httpx2.URL(f"{url}/100/keys")

    def list_one(self) -> Page:
        request = httpx2.Request("GET", self._one, headers=HEADERS, extensions=TIMEOUT)
        return self._page.decode(self._client.send(request).content)

    def list_one_in_threads(self) -> Page:
        return self.list_one()

    def list_hundred(self) -> Page:
        request = httpx2.Request("GET", self._hundred, headers=HEADERS, extensions=TIMEOUT)
        return self._page.decode(self._client.send(request).content)

    def create(self) -> Created:
        request = httpx2.Request(
            "POST",
            self._one,
            headers={**HEADERS, "Content-Type": "application/json"},
            content=self._encoder.encode(BODY),
            extensions=TIMEOUT,
        )
        return self._created.decode(self._client.send(request).content)

    async def list_one_async(self) -> Page:
        request = httpx2.Request("GET", self._one, headers=HEADERS, extensions=TIMEOUT)
        return self._page.decode((await self._async_client.send(request)).content)

    async def list_one_of_many_async(self) -> Page:
        return await self.list_one_async()
