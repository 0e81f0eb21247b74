"""Our SDK with the transports of its extra `fast`: urllib3 and aiohttp."""

from __future__ import annotations

from openrouter import OpenRouter

from . import ours
from .request import KEY


class Caller(ours.Caller):
    """The calls of `ours`, sent by other libraries."""

    def _client(self, url: str) -> OpenRouter:
        return OpenRouter(api_key=KEY, server_url=url, transport="fast")


def first_answer(url: str) -> int:
    """Create a client, list keys, and return their number."""
    client = OpenRouter(api_key=KEY, server_url=f"{url}/1", transport="fast")
    return len(client.api_keys.list().data)
