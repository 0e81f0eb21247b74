"""Settings and options that are of no use are refused by name, when they are given."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import httpx2
import pydantic
import pytest

from tests.runtime.conftest import KEY, Caller
from tests.runtime.support.sdk import PetStore
from tests.support.server import Server


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("api_key", 5, "api_key must be a string, or a function that returns one, not int."),
        (
            "api_key",
            pydantic.SecretStr(KEY),
            "api_key must be a string, or a function that returns one, not SecretStr.",
        ),
        ("retry_config", 3, "retry_config must be a RetryConfig or None, not int."),
        ("client", 5, "client must be a sync client of httpx2 or httpx, not int."),
        (
            "client",
            httpx2.AsyncClient(),
            "client must be a sync client of httpx2 or httpx, not AsyncClient.",
        ),
        (
            "async_client",
            httpx.Client(),
            "async_client must be an async client of httpx2 or httpx, not Client.",
        ),
        ("hooks", 5, "hooks must be an instance of Hooks, not int."),
        ("debug_logger", 5, "debug_logger must be a logger, with a method debug, not int."),
        ("server_url", 5, "server_url must be a string, not int."),
        ("max_response_bytes", "5", "max_response_bytes must be an integer or None, not str."),
        ("validate_requests", "false", "validate_requests must be a bool, not str."),
        ("idempotency_header", 5, "idempotency_header must be a string or None, not int."),
    ],
)
def test_a_setting_of_no_use_is_refused(name: str, value: Any, message: str) -> None:
    with pytest.raises(TypeError) as caught:
        PetStore(**{"api_key": KEY, name: value})
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("client", httpx.Client()),
        ("client", httpx2.Client()),
        ("async_client", httpx.AsyncClient()),
        ("debug_logger", logging.getLogger("mine")),
        ("retry_config", None),
        ("max_response_bytes", None),
        ("api_key", None),
        ("api_key", lambda: KEY),
    ],
)
def test_a_setting_of_use_is_taken(name: str, value: Any) -> None:
    PetStore(**{"api_key": KEY, name: value}).close()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("retries", 3, "retries must be a RetryConfig or None, not int."),
        ("server_url", 5, "server_url must be a string, not int."),
        ("http_headers", 5, "http_headers must be a mapping, not int."),
        ("http_headers", [("A", "b")], "http_headers must be a mapping, not list."),
        ("http_headers", {5: "a"}, "The name of a header must be a string, not int."),
    ],
)
def test_an_option_of_no_use_is_refused(
    call: Caller, server: Server, name: str, value: Any, message: str
) -> None:
    with pytest.raises(TypeError) as caught:
        call("get", id="p1", **{name: value})
    assert str(caught.value) == message
    assert server.seen == []


@pytest.mark.parametrize("made", [5, b"key", pydantic.SecretStr(KEY)])
def test_a_function_for_a_credential_returns_text(call: Caller, server: Server, made: Any) -> None:
    client = call.client(api_key=lambda: made)
    with pytest.raises(TypeError, match=r"^What a function for a credential returns must be a str"):
        call("get", client, id="p1")
    assert server.seen == []
