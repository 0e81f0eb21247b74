"""Every method of the SDK as people use it, read by mypy and by pyright, both strict.

What is wrong carries an ignore. An ignore that is not needed is an error for both, so each of
these lines proves that the mistake in it is found. `test_typing.py` runs the type checkers.
"""

from __future__ import annotations

import logging
import uuid
from datetime import datetime
from typing import Literal, assert_type

import httpx
import httpx2

from openrouter import OpenRouter, components, errors, operations
from openrouter.testing import FakeOpenRouter, Stub
from openrouter.types import (
    UNSET,
    AsyncPages,
    CallOptions,
    OptionalNullable,
    Page,
    Pages,
    RawResponse,
    UnsetType,
)
from openrouter.utils import BackoffStrategy, HookContext, Hooks, RetryConfig, parse_datetime

RETRIES = RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 30000), True)


def construct() -> None:
    OpenRouter()
    OpenRouter("sk")
    OpenRouter(api_key=lambda: "sk")
    OpenRouter(
        api_key="sk",
        http_referer="https://example.com",
        x_open_router_title="Title",
        x_open_router_categories="cli-agent",
        server="production",
        timeout_ms=1000,
        retry_config=RETRIES,
        debug_logger=logging.getLogger("mine"),
        response_validation="strict",
        max_response_bytes=10_000_000,
        max_retries=5,
        idempotency_header="Idempotency-Key",
    )
    OpenRouter(max_retries=None)  # type: ignore[arg-type]
    OpenRouter(idempotency_header=None)
    OpenRouter(max_response_bytes=None)
    OpenRouter(max_response_bytes="10 MB")  # type: ignore[arg-type]
    OpenRouter(client=httpx2.Client(), async_client=httpx2.AsyncClient())
    OpenRouter(client=httpx.Client(), async_client=httpx.AsyncClient(), retry_config=None)
    OpenRouter(server="staging")  # type: ignore[arg-type]
    OpenRouter(api_key=5)  # type: ignore[arg-type]
    OpenRouter(response_validation="loose")  # type: ignore[arg-type]
    OpenRouter(client=httpx2.AsyncClient(), async_client=httpx2.Client())  # type: ignore[arg-type]


def fake() -> None:
    with FakeOpenRouter(response_validation="strict") as fake:
        assert_type(fake.client, OpenRouter)
        assert_type(fake.api_keys.list, Stub[operations.ListResponse])
        fake.api_keys.list.returns(operations.ListResponse(data=[]), {"data": []}, b"{}")
        fake.api_keys.list.raises(errors.NotFoundResponseError, body={"error": {}})
        assert_type(fake.api_keys.list.calls[0].request, httpx2.Request)
        fake.api_keys.list.returns("data")  # type: ignore[arg-type]
        fake.api_keys.list.raises("error")  # type: ignore[arg-type]
        fake.api_keys.lst  # type: ignore[attr-defined]


def trace(context: HookContext, request: httpx2.Request) -> None:
    request.headers["x-trace"] = f"{context.path} {context.attempt}"


async def note(context: HookContext, error: Exception) -> None:
    logging.getLogger("mine").info("%s: %s", context.path, error)


def hook() -> None:
    OpenRouter(hooks=Hooks(before_request=trace, after_error=note))
    OpenRouter(hooks=trace)  # type: ignore[arg-type]
    Hooks(after_success=trace)  # type: ignore[arg-type]


def call(client: OpenRouter) -> None:
    keys = client.api_keys

    current = keys.get_current_key_metadata(http_referer="https://example.com")
    assert_type(current, operations.GetCurrentKeyResponse)
    assert_type(current.data.limit_remaining, float | None)
    assert_type(current.data.rate_limit.requests, int)
    assert_type(current.data.expires_at, datetime | UnsetType | None)

    page = keys.list(include_disabled=False, offset=0, workspace_id=uuid.uuid4())
    assert_type(page, operations.ListResponse)
    assert_type(page.data[0].name, str)
    keys.list(
        retries=RETRIES, server_url="http://127.0.0.1", timeout_ms=5, http_headers={"X-A": "b"}
    )
    keys.list(retries=None)
    keys.list(retries=UNSET)
    keys.list(max_retries=0, idempotency_header=None)
    keys.list(max_retries=None, idempotency_header=UNSET)
    keys.list(max_retries="2")  # type: ignore[arg-type]
    keys.list(idempotency_header=True)  # type: ignore[arg-type]

    for item in page:
        assert_type(item, operations.ListData)
    assert_type(page.has_next, bool)
    assert_type(page.next_page(), operations.ListResponse | None)
    walk: Pages[operations.ListResponse, operations.ListData] = keys.list_iter()
    async_walk: AsyncPages[operations.ListResponse, operations.ListData] = keys.list_iter_async()
    options: CallOptions = {"max_retries": 0, "timeout_ms": 1000}
    keys.list(**options)
    del walk, async_walk
    same: Page[operations.ListData] = page
    other: Page[str] = page  # type: ignore[assignment]
    del same, other
    for key in keys.list_iter(include_disabled=True):
        assert_type(key, operations.ListData)
    for response in keys.list_iter(offset=10).pages():
        assert_type(response, operations.ListResponse)

    created = keys.create(
        name="My New API Key",
        creator_user_id=None,
        expires_at=parse_datetime("2027-12-31T23:59:59Z"),
        include_byok_in_limit=True,
        limit=50,
        limit_reset="monthly",
        workspace_id="0df9e665-d932-5740-b2c7-b52af166bc11",
    )
    assert_type(created.key, str)
    assert_type(created.data.created_at, str)
    reset: OptionalNullable[operations.CreateKeysLimitReset] = UNSET
    keys.create(name="n", limit=None, limit_reset=reset)
    keys.create(name="n", limit_reset="a value that the API may add")

    deleted = keys.delete(hash="f01d")
    assert_type(deleted.deleted, Literal[True])

    raw = keys.with_raw_response.get(hash="f01d", timeout_ms=5)
    assert_type(raw, RawResponse[operations.GetKeyResponse])
    assert_type(raw.parse().data.name, str)
    with keys.with_streaming_response.list(offset=0) as streamed:
        assert_type(streamed.parse(), operations.ListResponse)
    assert_type(keys.get(hash="f01d"), operations.GetKeyResponse)
    assert_type(
        keys.update(hash="f01d", disabled=True, limit=None, limit_reset="daily", name="n"),
        operations.UpdateKeysResponse,
    )


def mistakes(client: OpenRouter) -> None:
    client.api_key  # type: ignore[attr-defined]
    keys = client.api_keys
    keys.lst()  # type: ignore[attr-defined]
    keys.list(False)  # type: ignore[arg-type, call-arg]
    keys.list(offset="0")  # type: ignore[arg-type]
    keys.list(ofset=0)  # type: ignore[call-arg]
    keys.list(retries=3)  # type: ignore[arg-type]
    keys.create()  # type: ignore[call-arg]
    keys.create(name=None)  # type: ignore[arg-type]
    keys.create(name="n", limit="50")  # type: ignore[arg-type]
    keys.create(name="n", expires_at="2027-12-31T23:59:59Z")  # type: ignore[arg-type]
    keys.create(name="n", limit_reset=1)  # type: ignore[arg-type]
    keys.delete("f01d")  # type: ignore[call-arg]
    keys.get(hash=b"f01d")  # type: ignore[arg-type]
    keys.with_raw_response.get(hash=b"f01d")  # type: ignore[arg-type]
    keys.with_raw_response.get(hash="f01d").data  # type: ignore[attr-defined]
    keys.with_streaming_response.lst()  # type: ignore[attr-defined]
    keys.update(disabled=True)  # type: ignore[call-arg]
    keys.get(hash="f01d").data.nam  # type: ignore[attr-defined]
    keys.get(hash="f01d").data.limit + 1  # type: ignore[operator]
    operations.ListRespons  # type: ignore[attr-defined]


async def call_async(client: OpenRouter) -> None:
    async with client as opened:
        keys = opened.api_keys
        async for key in await keys.list_async():
            assert_type(key, operations.ListData)
        first = await keys.list_async()
        assert_type(await first.next_page_async(), operations.ListResponse | None)
        for _ in await keys.list_async().pages():  # type: ignore[attr-defined]
            pass
        assert_type(await keys.get_current_key_metadata_async(), operations.GetCurrentKeyResponse)
        assert_type(await keys.list_async(), operations.ListResponse)
        assert_type(await keys.create_async(name="n"), operations.CreateKeysResponse)
        assert_type(await keys.delete_async(hash="f01d"), operations.DeleteKeysResponse)
        assert_type(await keys.get_async(hash="f01d"), operations.GetKeyResponse)
        assert_type(await keys.update_async(hash="f01d"), operations.UpdateKeysResponse)
        async for key in keys.list_iter_async():
            assert_type(key, operations.ListData)
        raw = await keys.with_raw_response.get_async(hash="f01d")
        assert_type(raw.parse(), operations.GetKeyResponse)
        async with await keys.with_streaming_response.list_async() as streamed:
            assert_type(await streamed.parse(), operations.ListResponse)
        await keys.create_async(name=5)  # type: ignore[arg-type]


def handle(error: Exception) -> str:
    match error:
        case errors.UnauthorizedResponseError():
            assert_type(error.data, errors.UnauthorizedResponseErrorData)
            assert_type(error.data.error, components.UnauthorizedResponseErrorData)
            return error.data.error.message
        case errors.OpenRouterDefaultError() | errors.ResponseValidationError():
            return f"{error.status_code} {error.headers['x-request-id']} {error.body}"
        case errors.OpenRouterError():
            return error.message
        case errors.ResponseTimeoutError() | errors.NoResponseError():
            return error.message
        case _:
            return ""


def models() -> None:
    data = components.UnauthorizedResponseErrorData(code=401, message="m")
    assert_type(data.model_dump_json(), str)
    validated = operations.DeleteKeysResponse.model_validate({"deleted": True})
    assert_type(validated, operations.DeleteKeysResponse)
    components.UnauthorizedResponseErrorData(code="401", message="m")  # type: ignore[arg-type]
    components.UnauthorizedResponseErrorData(code=401)  # type: ignore[call-arg]
