"""The official SDK, called by the same code as ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from openrouter import OpenRouter, utils

from .ours import Caller as OurCaller
from .ours import first_answer
from .request import KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter import operations

__all__ = ["Caller", "first_answer"]


class Caller(OurCaller):
    """Calls of `openrouter`; only the internals of a call have other names."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        # With the default, httpcore 1.0.9 closes connections that are in use: encode/httpcore#1110.
        self._shared = OpenRouter(
            api_key=KEY,
            server_url=f"{url}/1",
            client=httpx.Client(
                follow_redirects=True,
                limits=httpx.Limits(max_connections=20, keepalive_expiry=None),
            ),
            async_client=httpx.AsyncClient(
                follow_redirects=True,
                limits=httpx.Limits(max_connections=100, keepalive_expiry=None),
            ),
        ).api_keys

    def list_one_in_threads(self) -> operations.ListResponse:
        return self._shared.list()

    async def list_one_of_many_async(self) -> operations.ListResponse:
        return await self._shared.list_async()

    def _find_decode(self) -> Callable[[bytes], operations.ListResponse]:
        module: Any = utils.unmarshal_json_response  # type: ignore[attr-defined] # ours has none
        unmarshal: Any = module.unmarshal_json_response
        response = httpx.Response(200)  # for an error message only

        def decode(content: bytes) -> operations.ListResponse:
            page: operations.ListResponse = unmarshal(self._page, response, content.decode())
            return page

        return decode
