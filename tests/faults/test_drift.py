"""Responses that are no longer what the document says.

They come through a transport in memory: what is tested begins after the body was read, and
thousands of sockets would only slow it down. `test_table.py` has the same on real ones.
"""

from __future__ import annotations

import asyncio
import json
import math
import pickle
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter import OpenRouter, errors
from openrouter._runtime.display import shortened
from openrouter._runtime.json.models import Model
from tests.faults.support.drift import Mutation, mutations
from tests.faults.support.harness import CALLS, KEY, document, documented, example
from tests.faults.support.shown import Shown

quickly = settings(max_examples=60)


def answering(mode: str, status: int, body: bytes, **settings: Any) -> Callable[..., Any]:
    """Give a function that calls an operation, and gets this answer."""

    def handler(request: httpx2.Request) -> httpx2.Response:  # noqa: ARG001 - always the same
        return httpx2.Response(
            status, content=body, headers={"Content-Type": "application/json; charset=utf-8"}
        )

    async def main(name: str, arguments: dict[str, Any]) -> Any:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(handler)) as mine:
            client = OpenRouter(KEY, async_client=mine, retry_config=None, **settings)
            return await getattr(client.api_keys, f"{name}_async")(**arguments)

    def call(name: str) -> Any:
        arguments = CALLS[name].arguments
        if mode == "async":
            return asyncio.run(main(name, arguments))
        with httpx2.Client(transport=httpx2.MockTransport(handler)) as mine:
            client = OpenRouter(KEY, client=mine, retry_config=None, **settings)
            return getattr(client.api_keys, name)(**arguments)

    return call


SUCCESSES = {
    name: mutations(
        known.example(), documented(str(known.success), known.method, known.path)["schema"]
    )
    for name, known in CALLS.items()
}


def use(value: Any, shown: Shown) -> None:
    """Do what programs do with a result."""
    shown.add_object(value)
    assert value == value  # noqa: PLR0124 - equality walks all of it
    pickle.loads(pickle.dumps(value))
    value.model_dump()
    value.model_dump(mode="json")
    if all(map(math.isfinite, _floats(value.model_dump()))):
        json.loads(value.model_dump_json())
    else:  # which JSON has no numbers for
        with pytest.raises(ValueError, match="can't be represented in JSON"):
            value.model_dump_json()
    for name in type(value).__struct_fields__:
        getattr(value, name)


def _floats(value: Any) -> Iterator[float]:
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _floats(item)


@pytest.mark.parametrize("name", CALLS)
@quickly
@given(data=st.data())
def test_a_drifted_response_is_a_usable_object(name: str, shown: Shown, data: Any) -> None:
    mutation: Mutation = data.draw(SUCCESSES[name])
    call = answering("sync", CALLS[name].success, json.dumps(mutation.body).encode())
    result = call(name)
    assert isinstance(result, Model)
    assert type(result) is CALLS[name].model()
    use(result, shown)


@pytest.mark.parametrize("name", CALLS)
@quickly
@given(data=st.data())
def test_strict_names_the_exact_path(name: str, shown: Shown, data: Any) -> None:
    mutation: Mutation = data.draw(SUCCESSES[name])
    body = json.dumps(mutation.body).encode()
    call = answering("sync", CALLS[name].success, body, response_validation="strict")
    try:
        result = call(name)
    except errors.ResponseValidationError as error:
        refusal = error
    else:
        assert mutation.fits is not False
        use(result, shown)
        return
    assert mutation.fits is not True
    # Where an object came instead, the places that are wrong are those within it.
    named = re.escape(f"Invalid response: {mutation.path}") + r"[:.\[]"
    assert re.match(named, refusal.message)
    assert refusal.body == body.decode()
    shown.add_brief(refusal)


@settings(quickly, max_examples=40)
@given(data=st.data())
def test_async_calls_are_as_lenient(shown: Shown, data: Any) -> None:
    name = data.draw(st.sampled_from(sorted(CALLS)))
    mutation: Mutation = data.draw(SUCCESSES[name])
    body = json.dumps(mutation.body).encode()
    use(answering("async", CALLS[name].success, body)(name), shown)


@quickly
@given(body=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_an_object_or_our_error(shown: Shown, body: bytes) -> None:
    try:
        result = answering("sync", 200, body)("list")
    except errors.ResponseValidationError as error:
        shown.add_brief(error)
    else:
        use(result, shown)


def documented_failures() -> list[Any]:
    """Each operation with each of its documented errors, and the class that it must become."""
    return [
        pytest.param(name, int(status), id=f"{name}-{status}")
        for name, known in CALLS.items()
        for status in document()["paths"][known.path][known.method.lower()]["responses"]
        if int(status) >= 400
    ]


@pytest.mark.parametrize(("name", "status"), documented_failures())
@settings(quickly, max_examples=20)
@given(data=st.data())
def test_a_drifted_failure_keeps_its_class_its_text_and_its_message(
    name: str, status: int, shown: Shown, data: Any
) -> None:
    known = CALLS[name]
    content = documented(str(status), known.method, known.path)
    body = example(str(status), known.method, known.path)
    mutation: Mutation = data.draw(mutations(body, content["schema"]))
    text = json.dumps(mutation.body)
    with pytest.raises(errors.OpenRouterError) as raised:
        answering("sync", status, text.encode())(name)
    error = raised.value
    assert type(error).__name__ == content["schema"]["$ref"].rpartition("/")[2] + "Error"
    assert error.status_code == status
    assert error.body == text
    expected = message_of(mutation.body)
    assert error.message == expected if expected else error.message
    shown.add_brief(error)


def message_of(body: Any) -> str | None:
    found = body.get("error") if isinstance(body, dict) else None
    message = found.get("message") if isinstance(found, dict) else None
    return shortened(message) if isinstance(message, str) and message else None


@settings(quickly, max_examples=60)
@given(status=st.integers(400, 599), body=st.binary(max_size=60))
def test_any_bytes_of_a_failure_are_kept(shown: Shown, status: int, body: bytes) -> None:
    with pytest.raises(errors.OpenRouterError) as raised:
        answering("sync", status, body)("list")
    assert raised.value.status_code == status
    assert raised.value.raw_response.content == body
    assert raised.value.body == body.decode("utf-8", "replace")
    assert raised.value.message
    shown.add_brief(raised.value)
