"""The SDK that openapi-python-client's own templates generate from our document."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

import httpx
from open_router_api_client import (  # type: ignore[import-not-found] # the run makes it
    AuthenticatedClient,
    models,
)
from open_router_api_client.api.api_keys import list_  # type: ignore[import-not-found] # as above

from .request import BODY, KEY

if TYPE_CHECKING:
    from .protocol import Created, Page


def first_answer(url: str) -> int:
    """Create a client, list keys, and return their number."""
    return len(list_.sync(client=AuthenticatedClient(f"{url}/1", token=KEY)).data)


class Caller:
    """Calls of the generated functions, as the generated README shows them."""

    def __init__(self, url: str) -> None:
        self._one = AuthenticatedClient(f"{url}/1", token=KEY)
        self._hundred = AuthenticatedClient(f"{url}/100", token=KEY)
        # With the default, httpcore 1.0.9 closes connections that are in use: encode/httpcore#1110.
        self._in_threads, self._at_once = (
            AuthenticatedClient(
                f"{url}/1",
                token=KEY,
                httpx_args={"limits": httpx.Limits(max_connections=most, keepalive_expiry=None)},
            )
            for most in (20, 100)
        )
        self._create: Any = importlib.import_module(
            "open_router_api_client.api.api_keys.create_keys"
        )

    def list_one(self) -> Page:
        page: Page = list_.sync(client=self._one)
        return page

    def list_one_in_threads(self) -> Page:
        page: Page = list_.sync(client=self._in_threads)
        return page

    def list_hundred(self) -> Page:
        page: Page = list_.sync(client=self._hundred)
        return page

    def create(self) -> Created:
        body = models.CreateKeysBody(**BODY)
        created: Created = self._create.sync(client=self._one, body=body)
        return created

    async def list_one_async(self) -> Page:
        page: Page = await list_.asyncio(client=self._one)
        return page

    async def list_one_of_many_async(self) -> Page:
        page: Page = await list_.asyncio(client=self._at_once)
        return page

    def decode(self, content: bytes) -> Page:
        page: Page = models.ListResponse200.from_dict(json.loads(content))
        return page

    def validate(self, content: bytes) -> Page:
        return self.decode(content)

    def encode(self, page: Any) -> str:
        return json.dumps(page.to_dict())
