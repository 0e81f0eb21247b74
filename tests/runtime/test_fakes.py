"""Fake clients: requests are built and responses are read as usual, but nothing is sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import trio

from sdkwright.runtime.errors import NoResponseError, ResponseTimeoutError
from sdkwright.runtime.operation import BYTES, TEXT, Operation
from sdkwright.runtime.responses.raw import raw
from sdkwright.runtime.testing import Fake, RecordedCall, Stub, Stubs, fixture
from tests.runtime.support.examples import NOT_FOUND, REX, pets
from tests.runtime.support.sdk import (
    BusyError,
    DefaultError,
    NotFoundError,
    Pet,
    PetPage,
    PetStore,
    ValidationError,
)

EXAMPLES = {
    "list": {"200": json.dumps(pets(1, 2))},
    "get": {"200": json.dumps(REX), "404": json.dumps(NOT_FOUND)},
    "create": {"default": json.dumps({"message": "Any other failure"})},
}


class FakePets(Fake[PetStore]):
    """As the generator writes it."""

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(EXAMPLES)
        super().__init__(PetStore, stubs, ("api_key",), settings)
        self.list: Stub[PetPage] = stubs.of("list", "pets.list")
        self.get: Stub[Pet] = stubs.of("get", "pets.get")
        self.create: Stub[Pet] = stubs.of("create", "pets.create")
        self.text: Stub[str] = stubs.of("text", "pets.text")


@pytest.fixture
def fake() -> Iterator[FakePets]:
    with FakePets() as fake:
        yield fake


Calling = Callable[..., Any]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def do(request: pytest.FixtureRequest, fake: FakePets) -> Calling:
    """Call a method of the pets, sync or async."""

    def made(method: str, **arguments: Any) -> Any:
        pets = fake.client.pets
        if request.param == "sync":
            return getattr(pets, method)(**arguments)

        async def main() -> Any:
            return await getattr(pets, f"{method}_async")(**arguments)

        return asyncio.run(main()) if request.param == "asyncio" else trio.run(main)

    return made


def test_a_method_returns_the_example_of_the_document(do: Calling) -> None:
    assert do("get", id="p1") == Pet.model_validate(REX)


def test_a_method_without_an_example_says_what_to_do(do: Calling) -> None:
    why = r"no example of what pets\.create returns: call pets\.create\.returns\(\.\.\.\)"
    with pytest.raises(ValueError, match=why):
        do("create", name="Rex")


REX_MODEL = Pet.model_validate(REX)


@pytest.mark.parametrize(
    "value",
    [REX_MODEL, REX, json.dumps(REX).encode()],
    ids=["model", "dict", "bytes"],
)
def test_a_method_returns_what_a_test_says(do: Calling, fake: FakePets, value: Any) -> None:
    fake.create.returns(value)
    assert do("create", name="Rex") == REX_MODEL
    assert do("create", name="Rex") == REX_MODEL


def test_values_are_returned_one_after_the_other(do: Calling, fake: FakePets) -> None:
    first = REX_MODEL.model_copy(update={"name": "One"})
    fake.get.returns(first, REX_MODEL)
    assert [do("get", id="p1").name for _ in range(3)] == ["One", "Rex", "Rex"]


def test_a_value_that_violates_the_document_is_refused(do: Calling, fake: FakePets) -> None:
    fake.get.returns({**REX, "age": "three"})
    with pytest.raises(ValueError, match=r"GET /pets/\{id\} can't return this value: .*`\$\.age`"):
        do("get", id="p1")


def test_a_model_may_be_incomplete(do: Calling, fake: FakePets) -> None:
    fake.get.returns(Pet.model_construct(name="Rex"))
    assert do("get", id="p1").name == "Rex"


def test_statuses_and_headers_can_be_chosen(fake: FakePets) -> None:
    fake.get.returns(REX, status=203, headers={"X-Request-Id": "r1"})
    response = raw(fake.client.pets._raw().get)(id="p1")
    assert (response.status_code, response.headers["x-request-id"]) == (203, "r1")


def test_returning_nothing_is_refused(fake: FakePets) -> None:
    with pytest.raises(TypeError, match=r"^returns\(\) takes at least one value\.$"):
        fake.get.returns()


def test_a_documented_error_is_raised_with_its_example(do: Calling, fake: FakePets) -> None:
    fake.get.raises(NotFoundError)
    with pytest.raises(NotFoundError, match=r"^No such pet ") as caught:
        do("get", id="p1")
    assert (caught.value.status_code, caught.value.data.error.code) == (404, 404)


def test_an_example_of_other_errors_is_none_of_a_success(do: Calling, fake: FakePets) -> None:
    fake.create.raises(DefaultError, status=418)
    with pytest.raises(DefaultError, match=r"^Any other failure"):
        do("create", name="Rex")
    fake.create.reset()
    with pytest.raises(ValueError, match="has no example of what"):
        do("create", name="Rex")


def test_an_error_without_an_example_has_no_body(do: Calling, fake: FakePets) -> None:
    fake.get.raises(BusyError)
    with pytest.raises(BusyError, match="The server sent no message") as caught:
        do("get", id="p1")
    assert (caught.value.status_code, caught.value.body) == (429, "")


@pytest.mark.parametrize("body", [{"error": {"code": 1, "message": "Mine"}}, b'{"message":"Mine"}'])
def test_the_body_of_an_error_can_be_chosen(do: Calling, fake: FakePets, body: Any) -> None:
    fake.get.raises(NotFoundError, body=body, headers={"X-Request-Id": "r1"})
    with pytest.raises(NotFoundError, match=r"^Mine ") as caught:
        do("get", id="p1")
    assert caught.value.request_id == "r1"


def test_an_error_without_a_documented_status_needs_one(do: Calling, fake: FakePets) -> None:
    fake.get.raises(DefaultError)
    with pytest.raises(ValueError, match=r"raises DefaultError: pass `status`\.$"):
        do("get", id="p1")
    fake.get.raises(DefaultError, status=503)
    with pytest.raises(DefaultError) as caught:
        do("get", id="p1")
    assert caught.value.status_code == 503


def test_an_exception_that_was_caught_can_be_raised_again(do: Calling, fake: FakePets) -> None:
    fake.get.raises(NotFoundError)
    with pytest.raises(NotFoundError) as first:
        do("get", id="p1")
    fake.get.raises(first.value)
    with pytest.raises(NotFoundError) as second:
        do("get", id="p1")
    assert (second.value.body, second.value.data) == (first.value.body, first.value.data)


@pytest.mark.parametrize("kind", [NoResponseError, ResponseTimeoutError])
def test_no_response_is_raised_by_the_client(
    do: Calling, fake: FakePets, kind: type[NoResponseError]
) -> None:
    fake.get.raises(kind)
    with pytest.raises(NoResponseError, match="No response to GET") as caught:
        do("get", id="p1")
    assert type(caught.value) is kind


def test_other_exceptions_are_raised_as_they_are(do: Calling, fake: FakePets) -> None:
    fake.get.raises(LookupError("mine"))
    with pytest.raises(LookupError, match=r"^mine$"):
        do("get", id="p1")


def test_calls_are_recorded(do: Calling, fake: FakePets) -> None:
    fake.create.returns(REX)
    do("list", limit=3)
    do("create", name="Rex", weight=2.5)
    (listed,), (created,) = fake.list.calls, fake.create.calls
    assert isinstance(listed, RecordedCall)
    assert (listed.parameters, listed.body) == ({"limit": 3}, None)
    assert str(listed.request.url) == "https://fake.example/pets?limit=3"
    assert listed.request.headers["Authorization"] == "Bearer fake"
    assert created.body == {"name": "Rex", "weight": 2.5}
    assert json.loads(created.request.content) == {"name": "Rex", "weight": 2.5}
    assert fake.get.calls == []


def test_a_misspelled_or_missing_argument_is_found(do: Calling) -> None:
    with pytest.raises(TypeError, match="Did you mean 'limit'"):
        do("list", limt=3)
    with pytest.raises(TypeError, match="id"):
        do("get")


def test_failures_are_retried_if_a_test_asks_for_it() -> None:
    with FakePets(max_retries=1) as fake:
        fake.get.raises(NoResponseError)
        with pytest.raises(NoResponseError):
            fake.client.pets.get(id="p1")
        assert len(fake.get.calls) == 2


def test_pages_end(fake: FakePets) -> None:
    assert [pet.id for pet in fake.client.pets.list()] == ["p1", "p2"]
    fake.list.returns(pets(1), pets(2), pets())
    assert [pet.id for pet in fake.client.pets.list_iter()] == ["p1", "p2"]


def test_a_stub_can_be_reset(do: Calling, fake: FakePets) -> None:
    fake.get.raises(LookupError("mine"))
    with pytest.raises(LookupError):
        do("get", id="p1")
    fake.get.reset()
    assert fake.get.calls == []
    assert do("get", id="p1") == REX_MODEL


def test_clients_with_other_options_are_fake_as_well(fake: FakePets) -> None:
    client = fake.client.with_options(http_headers={"X-Mine": "yes"})
    assert client.pets.get(id="p1") == REX_MODEL
    assert fake.get.calls[0].request.headers["X-Mine"] == "yes"


def test_settings_of_the_client_apply() -> None:
    with FakePets(response_validation="strict", tenant="t1") as fake:
        fake.get.returns(b'{"id": 1}')
        with pytest.raises(ValidationError):
            fake.client.pets.get(id="p1")
        assert fake.get.calls[0].request.headers["X-Tenant"] == "t1"


@pytest.mark.parametrize(("kind", "value"), [(TEXT, "words"), (BYTES, b"words")])
def test_text_and_bytes_are_returned(fake: FakePets, kind: str, value: Any) -> None:
    operation: Operation[Any] = Operation("text", "GET", "/t", returns={200: kind}, accept="text/x")
    fake.text.returns(value)
    assert fake.client.pets._run(operation, {}) == value


def test_what_is_not_json_is_returned_as_bytes(fake: FakePets) -> None:
    operation: Operation[Any] = Operation("text", "GET", "/t", returns={200: BYTES}, accept="a/b")
    fake.text.returns("words")
    with pytest.raises(TypeError, match="The body that GET /t returns is a/b: return it as bytes"):
        fake.client.pets._run(operation, {})


def test_undocumented_endpoints_have_no_stub(fake: FakePets) -> None:
    with pytest.raises(ValueError, match="GET /new is not in the document"):
        fake.client.request("GET", "/new")


def test_a_closed_fake_is_closed(fake: FakePets) -> None:
    fake.client.close()
    with pytest.raises(RuntimeError, match="closed"):
        fake.client.pets.get(id="p1")


def test_without_pytest_a_fixture_is_the_function(monkeypatch: pytest.MonkeyPatch) -> None:
    def made() -> int:
        return 1

    assert fixture(made) is not made
    monkeypatch.delitem(__import__("sys").modules, "pytest")
    assert fixture(made) is made
