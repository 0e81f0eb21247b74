"""Every operation × every response that the document has, sync and async."""

from __future__ import annotations

import asyncio
import uuid
from datetime import UTC, datetime

import msgspec
import pytest

from tests.contract.support.calls import APP, CALLS, HASH, WORKSPACE, Call
from tests.contract.support.checks import Mode, Subject, check_example, check_outcome, differences
from tests.contract.support.contract import Documented, contract
from tests.contract.support.witness import Witness

SECRET = "sk-or-v1-" + 64 * "0"


@pytest.mark.parametrize("documented", contract().responses(), ids=str)
def test_a_documented_response_is_typed_field_by_field(
    sdk: Subject, documented: Documented, mode: Mode
) -> None:
    check_example(sdk, documented, mode)


@pytest.mark.parametrize("call", CALLS.values(), ids=str)
def test_what_is_optional_can_be_left_out(sdk: Subject, call: Call, mode: Mode) -> None:
    documented = next(r for r in contract().responses() if r.operation == call.operation)
    outcome, _ = sdk.call(call, mode, call.required, "")
    check_outcome(sdk, documented, outcome, contract().example(documented))


@pytest.mark.parametrize("call", [call for call in CALLS.values() if call.nulls], ids=str)
def test_what_may_be_null_is_sent_as_null(sdk: Subject, call: Call, mode: Mode) -> None:
    _, witness = sdk.call(call, mode, {**call.required, **call.nulls}, "")
    body = msgspec.json.decode(witness.requests[0].content)
    assert {name: body[name] for name in call.nulls} == call.nulls


def test_a_uuid_may_be_given_as_such(sdk: Subject, mode: Mode) -> None:
    _, witness = sdk.call(CALLS["GET /keys"], mode, {"workspace_id": uuid.UUID(WORKSPACE)}, "")
    assert witness.requests[0].url.params["workspace_id"] == WORKSPACE


def test_there_is_a_call_for_every_operation() -> None:
    assert list(CALLS) == list(contract().operations)


@pytest.mark.parametrize("call", CALLS.values(), ids=str)
def test_a_call_gives_every_argument_of_the_document(call: Call) -> None:
    accepted = contract().accepted[call.operation]
    assert {*call.required, *call.optional} == (
        accepted.placeholders | accepted.query | accepted.properties
    )


@pytest.mark.parametrize("call", CALLS.values(), ids=str)
def test_the_headers_of_the_app_are_sent(sdk: Subject, call: Call, mode: Mode) -> None:
    _, witness = sdk.call(call, mode, {**call.required, **APP}, "")
    headers = witness.requests[0].headers
    assert headers["HTTP-Referer"] == "https://app.example.com"
    assert headers["X-OpenRouter-Title"] == "Example App"
    assert headers["X-OpenRouter-Categories"] == "cli-agent,cloud-agent"


def test_a_created_key_comes_with_its_secret(sdk: Subject, mode: Mode) -> None:
    created, _ = sdk.call(CALLS["POST /keys"], mode, {"name": "My New API Key"}, "")
    assert created.key == SECRET
    assert created.data.name == "My New API Key"
    assert created.data.limit == 50.0
    assert created.data.updated_at is None
    assert created.data.expires_at == datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert SECRET not in repr(created)


def test_null_and_absent_are_told_apart(sdk: Subject, mode: Mode) -> None:
    keys, _ = sdk.call(CALLS["GET /keys"], mode, {}, "")
    full, bare = keys.data
    assert full.limit == 100.0
    assert full.expires_at == datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert bare.limit is None
    assert bare.limit_reset is None
    assert bare.expires_at is sdk.package.types.UNSET


def test_an_error_says_what_the_server_said(sdk: Subject, mode: Mode) -> None:
    error, _ = sdk.call(CALLS["POST /keys"], mode, {"name": "x"}, "code=400")
    assert isinstance(error, sdk.package.errors.BadRequestResponseError)
    assert error.status_code == 400
    assert error.message == "The expiry time lies in the past"
    assert error.data.error.code == 400
    assert error.data.error.metadata == {"field": "expires_at"}
    assert error.data.user_id is sdk.package.types.UNSET
    assert sdk.server_url not in str(error)


def test_a_status_that_is_not_documented_is_a_default_error(sdk: Subject) -> None:
    """Prism knows no such route, and says so with a body of its own."""
    package, url = sdk.package, f"{sdk.server_url}/nowhere"
    failure = pytest.raises(package.errors.OpenRouterDefaultError)
    with package.OpenRouter(api_key="k", server_url=url) as client, failure as raised:
        client.api_keys.list()
    assert raised.value.status_code == 404
    assert "NO_PATH_MATCHED_ERROR" in raised.value.body


def test_a_status_that_is_not_documented_is_a_default_error_async(sdk: Subject) -> None:
    package, url = sdk.package, f"{sdk.server_url}/nowhere"

    async def call() -> None:
        async with package.OpenRouter(api_key="k", server_url=url) as client:
            await client.api_keys.list_async()

    with pytest.raises(package.errors.OpenRouterDefaultError) as raised:
        asyncio.run(call())
    assert raised.value.status_code == 404
    assert "NO_PATH_MATCHED_ERROR" in raised.value.body


def test_all_pages_are_walked(sdk: Subject) -> None:
    with Witness(contract()) as witness, sdk.client(witness) as client:
        names = [key.name for key in client.api_keys.list_iter(workspace_id=WORKSPACE)]
    assert names == ["Production API Key", "Old Staging Key"]
    assert [request.url.params.get("offset") for request in witness.requests] == [None, "2"]


def test_all_pages_are_walked_async(sdk: Subject) -> None:
    async def walk(witness: Witness) -> list[str]:
        async with witness.async_client:
            client = sdk.client(witness)
            return [key.name async for key in client.api_keys.list_iter_async()]

    with Witness(contract()) as witness:
        assert asyncio.run(walk(witness)) == ["Production API Key", "Old Staging Key"]
    assert [request.url.params.get("offset") for request in witness.requests] == [None, "2"]


def test_deleting_is_confirmed(sdk: Subject, mode: Mode) -> None:
    deleted, _ = sdk.call(CALLS["DELETE /keys/{hash}"], mode, {"hash": HASH}, "")
    assert deleted.deleted is True


def test_differences_are_seen() -> None:
    sent = {"a": 1, "b": [True, None], "c": "2027-12-31T23:59:59.0Z", "d": {"e": "x"}}
    value = {"a": 1.0, "b": [True, None], "c": "2027-12-31T23:59:59Z", "d": {"e": "x"}}
    assert differences(value, sent) == []
    assert differences({**value, "b": [1, None]}, sent) == ["$.b[0]: 1 instead of True"]
    assert differences({**value, "d": {}}, sent) == ["$.d.e is lost"]
    assert differences({**value, "d": {"e": "x", "f": 0}}, sent) == ["$.d.f is made up"]
    assert differences({**value, "a": "1"}, sent) == ["$.a: '1' instead of 1"]
