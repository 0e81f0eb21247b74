"""Looks at every exchange, and ends a test whose request breaks the contract.

This is the one place where `sl-violations`, Prism's way to say that a request does not fit the
document, is looked at.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Final, Self

import httpx2

from tests.contract.support.contract import Contract
from tests.support.waiting import PATIENCE

MOST_REQUESTS: Final = 50
"""No test needs more; a loop over pages that never ends does."""


class ContractError(AssertionError):
    """A request that the document does not allow."""


class Witness:
    """What to hand to an SDK so that every exchange is seen, as a context manager.

    Args:
        contract: What requests are held against, besides what Prism checks itself.
        prefer: The first value of the attribute of that name.

    Attributes:
        client: The sync client.
        async_client: The async client.
        before_request: A hook for the transports that have no client to hand over.
        after_success: The same.
        after_error: The same.
        prefer: What is asked of Prism where the user of the SDK asks for nothing.
        requests: What was sent, oldest first.
        responses: What came back.
    """

    def __init__(self, contract: Contract, *, prefer: str = "") -> None:
        self._contract = contract
        self.prefer = prefer
        self.requests: list[httpx2.Request] = []
        self.responses: list[httpx2.Response] = []
        # No TLS here: without `verify` no certificates are read, which takes longer than a test.
        self.client = httpx2.Client(
            verify=False,
            trust_env=False,
            timeout=PATIENCE,
            event_hooks={"request": [self._prepare], "response": [self._check]},
        )
        self.async_client = httpx2.AsyncClient(
            verify=False,
            trust_env=False,
            timeout=PATIENCE,
            limits=httpx2.Limits(max_keepalive_connections=0),  # nothing outlives an event loop
            event_hooks={"request": [self._prepare_async], "response": [self._check_async]},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.client.close()

    def _prepare(self, request: httpx2.Request) -> None:
        self.requests.append(request)
        if len(self.requests) > MOST_REQUESTS:
            raise ContractError(f"more than {MOST_REQUESTS} requests in one test")
        if request.url.params.get("offset", "0") != "0":
            request.headers.setdefault("Prefer", "example=end")  # else there is always a next page
        if self.prefer:
            request.headers.setdefault("Prefer", self.prefer)

    async def _prepare_async(self, request: httpx2.Request) -> None:
        self._prepare(request)

    def _check(self, response: httpx2.Response) -> None:
        self.responses.append(response)
        request = response.request
        name = f"{request.method} {request.url}"
        if violations := response.headers.get("sl-violations"):
            raise ContractError(f"{name}: sl-violations: {violations}")
        if response.headers.get("content-type", "").startswith("application/problem+json"):
            raise ContractError(f"{name}: Prism answers {response.status_code}, not the API")
        strangers = self._contract.strangers(
            request.method, request.url.path, list(request.url.params), request.content
        )
        if strangers:
            raise ContractError(f"{name}: not in the document: {', '.join(strangers)}")

    async def _check_async(self, response: httpx2.Response) -> None:
        self._check(response)

    def before_request(self, _: Any, request: Any) -> None:
        seen = httpx2.Request(
            request.method, str(request.url), headers=request.headers, content=request.content
        )
        self._prepare(seen)
        if "Prefer" in seen.headers:
            request.headers["Prefer"] = seen.headers["Prefer"]

    def after_success(self, _: Any, response: Any) -> None:
        self._check(
            httpx2.Response(
                response.status_code,
                headers=response.headers.multi_items(),
                content=response.content,
                request=self.requests[-1],
            )
        )

    def after_error(self, _: Any, error: Any) -> None:
        self.after_success(_, error.raw_response)
