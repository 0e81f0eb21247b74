"""The lower bound of a typed call with the libraries of the extra `fast`.

urllib3 or aiohttp send a hand-built request, and msgspec decodes the response.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import urllib3

from .bare import HEADERS, Conversions, Created, Page
from .request import BODY

if TYPE_CHECKING:
    import aiohttp

TIMEOUT = 60.0


def first_answer(url: str) -> int:
    """Create a client, list keys, and return their number."""
    response = urllib3.PoolManager().request("GET", f"{url}/1/keys", headers=HEADERS)
    return len(msgspec.json.Decoder(Page).decode(response.data).data)


class Caller(Conversions):
    """Calls without an SDK."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._pool = urllib3.PoolManager(maxsize=64, retries=False, timeout=TIMEOUT)
        self._session: aiohttp.ClientSession | None = None
        self._one = f"{url}/1/keys"
        self._hundred = f"{url}/100/keys"

    def list_one(self) -> Page:
        return self._page.decode(self._pool.request("GET", self._one, headers=HEADERS).data)

    def list_one_in_threads(self) -> Page:
        return self.list_one()

    def list_hundred(self) -> Page:
        return self._page.decode(self._pool.request("GET", self._hundred, headers=HEADERS).data)

    def create(self) -> Created:
        response = self._pool.request(
            "POST",
            self._one,
            headers={**HEADERS, "Content-Type": "application/json"},
            body=self._encoder.encode(BODY),
        )
        return self._created.decode(response.data)

    async def list_one_async(self) -> Page:
        if self._session is None:  # it belongs to the event loop
            import aiohttp  # noqa: PLC0415 - a cold start is sync

            timeout = aiohttp.ClientTimeout(sock_connect=TIMEOUT, sock_read=TIMEOUT)
            self._session = aiohttp.ClientSession(timeout=timeout)
        async with self._session.get(self._one, headers=HEADERS) as response:
            return self._page.decode(await response.read())

    async def list_one_of_many_async(self) -> Page:
        return await self.list_one_async()

    async def close_async(self) -> None:
        if self._session is not None:
            await self._session.close()
