"""A client for tests, which sends nothing: `FakeOpenRouter`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from openrouter.testing import FakeOpenRouter

    with FakeOpenRouter() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import operations
from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import OpenRouter

__all__ = [
    "FakeOpenRouter",
    "RecordedCall",
    "Stub",
    "fake_openrouter",
]

_EXAMPLES: Examples = {
    "getCurrentKey": {
        "200": (
            '{"data": {"byok_usage": 17.38, "byok_usage_daily": 1.25, "byok_usage_monthly": 12.06, '
            '"byok_usage_weekly": 4.5, "creator_user_id": "user_2dHFtVWx2n56w6HkM0000000000", '
            '"expires_at": "2027-12-31T23:59:59Z", "include_byok_in_limit": true, "is_free_tier": '
            'false, "is_management_key": false, "is_provisioning_key": false, "label": '
            '"sk-or-v1-0e6...c96", "limit": 100, "limit_remaining": 74.5, "limit_reset": '
            '"monthly", "rate_limit": {"interval": "10s", "note": "No longer enforced.", '
            '"requests": -1}, "usage": 25.5, "usage_daily": 0.75, "usage_monthly": 20.12, '
            '"usage_weekly": 6.3}}'
        ),
        "401": '{"error": {"code": 401, "message": "No API key was sent"}}',
        "500": (
            '{"error": {"code": 500, "message": "The server failed"}, "openrouter_metadata": '
            '{"region": "eu-west"}}'
        ),
    },
    "list": {
        "200": (
            '{"data": [{"byok_usage": 17.38, "byok_usage_daily": 1.25, "byok_usage_monthly": '
            '12.06, "byok_usage_weekly": 4.5, "created_at": "2025-08-24T10:30:00Z", '
            '"creator_user_id": "user_2dHFtVWx2n56w6HkM0000000000", "disabled": false, '
            '"expires_at": "2027-12-31T23:59:59Z", "hash": '
            '"f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943", '
            '"include_byok_in_limit": true, "label": "sk-or-v1-0e6...c96", "limit": 100, '
            '"limit_remaining": 74.5, "limit_reset": "monthly", "name": "Production API Key", '
            '"updated_at": "2025-08-24T15:45:00Z", "usage": 25.5, "usage_daily": 0.75, '
            '"usage_monthly": 20.12, "usage_weekly": 6.3, "workspace_id": '
            '"0df9e665-d932-5740-b2c7-b52af166bc11"}, {"byok_usage": 0, "byok_usage_daily": 0, '
            '"byok_usage_monthly": 0, "byok_usage_weekly": 0, "created_at": '
            '"2025-06-01T08:00:00Z", "creator_user_id": null, "disabled": true, "hash": '
            '"3f4a1c9d77f0c1b2a68e5d90432b1f7ce8a9d60b15c43e72f89a0b1c2d3e4f56", '
            '"include_byok_in_limit": false, "label": "sk-or-v1-7b1...04f", "limit": null, '
            '"limit_remaining": null, "limit_reset": null, "name": "Old Staging Key", '
            '"updated_at": null, "usage": 3, "usage_daily": 0, "usage_monthly": 0, "usage_weekly": '
            '0, "workspace_id": "0df9e665-d932-5740-b2c7-b52af166bc11"}]}'
        ),
        "401": '{"error": {"code": 401, "message": "No API key was sent"}}',
        "429": (
            '{"error": {"code": 429, "message": "Too many requests", "metadata": '
            '{"window_seconds": 10}}, "user_id": null}'
        ),
        "500": (
            '{"error": {"code": 500, "message": "The server failed"}, "openrouter_metadata": '
            '{"region": "eu-west"}}'
        ),
    },
    "createKeys": {
        "201": (
            '{"data": {"byok_usage": 0, "byok_usage_daily": 0, "byok_usage_monthly": 0, '
            '"byok_usage_weekly": 0, "created_at": "2025-09-01T12:00:00Z", "creator_user_id": '
            '"user_2dHFtVWx2n56w6HkM0000000000", "disabled": false, "expires_at": '
            '"2027-12-31T23:59:59Z", "hash": '
            '"f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943", '
            '"include_byok_in_limit": true, "label": "sk-or-v1-000...000", "limit": 50, '
            '"limit_remaining": 50, "limit_reset": "monthly", "name": "My New API Key", '
            '"updated_at": null, "usage": 0, "usage_daily": 0, "usage_monthly": 0, "usage_weekly": '
            '0, "workspace_id": "0df9e665-d932-5740-b2c7-b52af166bc11"}, "key": '
            '"sk-or-v1-0000000000000000000000000000000000000000000000000000000000000000"}'
        ),
        "400": (
            '{"error": {"code": 400, "message": "The expiry time lies in the past", "metadata": '
            '{"field": "expires_at"}}}'
        ),
        "401": '{"error": {"code": 401, "message": "No API key was sent"}}',
        "403": (
            '{"error": {"code": 403, "message": "A management key is needed for this"}, "user_id": '
            '"user_2dHFtVWx2n56w6HkM0000000000"}'
        ),
        "429": (
            '{"error": {"code": 429, "message": "Too many requests", "metadata": '
            '{"window_seconds": 10}}, "user_id": null}'
        ),
        "500": (
            '{"error": {"code": 500, "message": "The server failed"}, "openrouter_metadata": '
            '{"region": "eu-west"}}'
        ),
    },
    "deleteKeys": {
        "200": '{"deleted": true}',
        "401": '{"error": {"code": 401, "message": "No API key was sent"}}',
        "404": (
            '{"error": {"code": 404, "message": "There is no such API key", "metadata": null}, '
            '"user_id": "user_2dHFtVWx2n56w6HkM0000000000"}'
        ),
        "429": (
            '{"error": {"code": 429, "message": "Too many requests", "metadata": '
            '{"window_seconds": 10}}, "user_id": null}'
        ),
        "500": (
            '{"error": {"code": 500, "message": "The server failed"}, "openrouter_metadata": '
            '{"region": "eu-west"}}'
        ),
    },
    "getKey": {
        "200": (
            '{"data": {"byok_usage": 17.38, "byok_usage_daily": 1.25, "byok_usage_monthly": 12.06, '
            '"byok_usage_weekly": 4.5, "created_at": "2025-08-24T10:30:00Z", "creator_user_id": '
            '"user_2dHFtVWx2n56w6HkM0000000000", "disabled": false, "expires_at": '
            '"2027-12-31T23:59:59Z", "hash": '
            '"f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943", '
            '"include_byok_in_limit": true, "label": "sk-or-v1-0e6...c96", "limit": 100, '
            '"limit_remaining": 74.5, "limit_reset": "monthly", "name": "Production API Key", '
            '"updated_at": "2025-08-24T15:45:00Z", "usage": 25.5, "usage_daily": 0.75, '
            '"usage_monthly": 20.12, "usage_weekly": 6.3, "workspace_id": '
            '"0df9e665-d932-5740-b2c7-b52af166bc11"}}'
        ),
        "401": '{"error": {"code": 401, "message": "No API key was sent"}}',
        "404": (
            '{"error": {"code": 404, "message": "There is no such API key", "metadata": null}, '
            '"user_id": "user_2dHFtVWx2n56w6HkM0000000000"}'
        ),
        "429": (
            '{"error": {"code": 429, "message": "Too many requests", "metadata": '
            '{"window_seconds": 10}}, "user_id": null}'
        ),
        "500": (
            '{"error": {"code": 500, "message": "The server failed"}, "openrouter_metadata": '
            '{"region": "eu-west"}}'
        ),
    },
    "updateKeys": {
        "200": (
            '{"data": {"byok_usage": 17.38, "byok_usage_daily": 1.25, "byok_usage_monthly": 12.06, '
            '"byok_usage_weekly": 4.5, "created_at": "2025-08-24T10:30:00Z", "creator_user_id": '
            '"user_2dHFtVWx2n56w6HkM0000000000", "disabled": false, "expires_at": null, "hash": '
            '"f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943", '
            '"include_byok_in_limit": true, "label": "sk-or-v1-0e6...c96", "limit": 75, '
            '"limit_remaining": 49.5, "limit_reset": "daily", "name": "Updated API Key Name", '
            '"updated_at": "2025-09-02T09:15:00Z", "usage": 25.5, "usage_daily": 0.75, '
            '"usage_monthly": 20.12, "usage_weekly": 6.3, "workspace_id": '
            '"0df9e665-d932-5740-b2c7-b52af166bc11"}}'
        ),
        "400": (
            '{"error": {"code": 400, "message": "The expiry time lies in the past", "metadata": '
            '{"field": "expires_at"}}}'
        ),
        "401": '{"error": {"code": 401, "message": "No API key was sent"}}',
        "404": (
            '{"error": {"code": 404, "message": "There is no such API key", "metadata": null}, '
            '"user_id": "user_2dHFtVWx2n56w6HkM0000000000"}'
        ),
        "429": (
            '{"error": {"code": 429, "message": "Too many requests", "metadata": '
            '{"window_seconds": 10}}, "user_id": null}'
        ),
        "500": (
            '{"error": {"code": 500, "message": "The server failed"}, "openrouter_metadata": '
            '{"region": "eu-west"}}'
        ),
    },
}


class APIKeysStubs:
    """What the methods of `APIKeys` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.get_current_key_metadata: Stub[operations.GetCurrentKeyResponse] = stubs.of(
            "getCurrentKey", "api_keys.get_current_key_metadata"
        )
        self.list: Stub[operations.ListResponse] = stubs.of("list", "api_keys.list")
        self.create: Stub[operations.CreateKeysResponse] = stubs.of("createKeys", "api_keys.create")
        self.delete: Stub[operations.DeleteKeysResponse] = stubs.of("deleteKeys", "api_keys.delete")
        self.get: Stub[operations.GetKeyResponse] = stubs.of("getKey", "api_keys.get")
        self.update: Stub[operations.UpdateKeysResponse] = stubs.of("updateKeys", "api_keys.update")


class FakeOpenRouter(Fake[OpenRouter]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(OpenRouter, stubs, ("api_key",), settings)
        self.api_keys = APIKeysStubs(stubs)


@fixture
def fake_openrouter() -> Iterator[FakeOpenRouter]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakeOpenRouter() as fake:
        yield fake
