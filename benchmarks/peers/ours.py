"""Our SDK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouter import OpenRouter, api_keys, operations

from .request import BODY, KEY

if TYPE_CHECKING:
    from collections.abc import Callable


def first_answer(url: str) -> int:
    """Create a client, list keys, and return their number."""
    return len(OpenRouter(api_key=KEY, server_url=f"{url}/1").api_keys.list().data)


class Caller:
    """Calls of `openrouter`, as its README shows them."""

    def __init__(self, url: str) -> None:
        self._page = operations.ListResponse
        self._one = self._client(f"{url}/1").api_keys
        self._hundred = self._client(f"{url}/100").api_keys
        self._decode = self._find_decode()

    def _client(self, url: str) -> OpenRouter:
        return OpenRouter(api_key=KEY, server_url=url)

    def _find_decode(self) -> Callable[[bytes], operations.ListResponse]:
        """Return the private function that decodes the body of a response within a call."""
        operation = api_keys._LIST  # noqa: SLF001 - as it says

        def decode(content: bytes) -> operations.ListResponse:
            page: operations.ListResponse = operation.decoder(200).decode(content)  # type: ignore[union-attr] # it returns one
            return page

        return decode

    def list_one(self) -> operations.ListResponse:
        return self._one.list()

    def list_one_in_threads(self) -> operations.ListResponse:
        return self.list_one()

    def list_hundred(self) -> operations.ListResponse:
        return self._hundred.list()

    def create(self) -> operations.CreateKeysResponse:
        return self._one.create(**BODY)

    async def list_one_async(self) -> operations.ListResponse:
        return await self._one.list_async()

    async def list_one_of_many_async(self) -> operations.ListResponse:
        return await self.list_one_async()

    def decode(self, content: bytes) -> operations.ListResponse:
        return self._decode(content)

    def validate(self, content: bytes) -> operations.ListResponse:
        return self._page.model_validate_json(content)

    def encode(self, page: operations.ListResponse) -> str:
        return self._page.model_dump_json(page)
