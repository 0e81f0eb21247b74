"""Responses that are not what the document says."""

from __future__ import annotations

import inspect
import json
import logging
import math
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Literal, cast

import msgspec
import pytest
from msgspec import Struct

from sdkwright.runtime.calls import Call
from sdkwright.runtime.json.decoding import Misfit, TypedDecoder, listed, parse
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.responses.reply import LARGE
from sdkwright.runtime.values import UNSET, SecretStr, UnsetType
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import REX, pets
from tests.runtime.support.sdk import (
    Basket,
    Cat,
    Dog,
    Owner,
    Pet,
    PetError,
    PetPage,
    PetStore,
    ValidationError,
)
from tests.support.server import Server, reply


def lenient(type_: Any, body: bytes) -> tuple[Any, list[tuple[str, str]]]:
    value, misfits = TypedDecoder(type_).decode_leniently(body)
    return value, [(misfit.path, misfit.problem) for misfit in misfits]


# Values


def test_a_missing_field_is_unset() -> None:
    value, misfits = lenient(Owner, b"{}")
    assert value.name is UNSET
    assert misfits == [("$.name", "missing")]


def test_a_null_that_is_not_documented_stays_none() -> None:
    value, misfits = lenient(Owner, b'{"name": null, "since": null}')
    assert (value.name, value.since) == (None, None)
    assert misfits == [
        ("$.name", "expected str, got null"),
        ("$.since", "expected datetime, got null"),
    ]


@pytest.mark.parametrize("value", ["4", [4], {"a": 4}, True, 4.5])
def test_a_value_of_another_type_stays_as_it_came(
    call: Caller, server: Server, value: object
) -> None:
    server.answers(reply(200, {**REX, "age": value}))
    pet = call("get", id="p1")
    assert pet.age == value
    assert pet.owner == Owner(name="Ann", since=datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC))


def test_a_date_that_is_none_stays_text() -> None:
    value, misfits = lenient(Owner, b'{"name": "Ann", "since": "yesterday"}')
    assert value == Owner(name="Ann", since="yesterday")  # type: ignore[arg-type] # so it came
    assert misfits == [("$.since", "invalid RFC3339 encoded datetime")]


@pytest.mark.parametrize("written", ["3.0", "3e0", "30e-1"])
def test_a_number_without_a_fraction_is_an_integer(
    call: Caller, server: Server, written: str
) -> None:
    body = b'{"pets": [{"id":"p","name":"n","age":%s,"note":null,"kind":"x"}]}'
    server.answers(reply(200, body % written.encode()))
    page = call("list", call.client(response_validation="strict"))
    assert repr(page.pets[0].age) == "3"


class Versioned(Model):
    version: Literal[1]
    level: Literal[0, 1] | UnsetType = UNSET
    size: Literal[1, 2] | int | UnsetType = UNSET  # noqa: PYI051  an open enum
    rank: Literal[3] | str | UnsetType | None = UNSET


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (b'{"version": 1.0}', "Versioned(version=1)"),
        (b'{"version": 1e0, "level": 0.0}', "Versioned(version=1, level=0)"),
        (b'{"version": 1, "size": 2.0}', "Versioned(version=1, size=2)"),
        (b'{"version": 1, "size": 7.0}', "Versioned(version=1, size=7)"),
        (b'{"version": 1, "rank": 3.0}', "Versioned(version=1, rank=3)"),
    ],
)
def test_a_constant_may_be_written_with_a_point(written: bytes, expected: str) -> None:
    value, misfits = lenient(Versioned, written)
    assert repr(value) == expected
    assert misfits == []
    assert repr(Versioned.model_validate_json(written)) == expected


@pytest.mark.parametrize("written", ["1.5", "2.0", "true"])
def test_another_value_than_the_constant_is_a_misfit(written: str) -> None:
    _, misfits = lenient(Versioned, f'{{"version": {written}}}'.encode())
    assert [place for place, _ in misfits] == ["$.version"]


def test_a_constant_with_a_point_is_found_in_lists_and_maps() -> None:
    value, misfits = lenient(dict[str, list[Literal[1, 2]]], b'{"a": [1.0, 2, 2.0]}')
    assert repr(value) == "{'a': [1, 2, 2]}"
    assert misfits == []


def test_a_float_beyond_the_exact_integers_stays_a_float() -> None:
    value, misfits = lenient(int, b"1e300")
    assert repr(value) == "1e+300"
    assert misfits == [("$", "expected int, got float")]


def test_places_in_lists_and_maps_are_named() -> None:
    body = b'{"by_name": {"rex": {"id": 1}}, "counts": {"a": 1, "b": "x"}}'
    value, misfits = lenient(Basket, body)
    assert value.by_name["rex"].id == 1
    assert value.counts == {"a": 1, "b": "x"}
    assert misfits == [
        ("$.counts.b", "expected int, got str"),
        ("$.by_name.rex.id", "expected str, got int"),
        ("$.by_name.rex.name", "missing"),
        ("$.by_name.rex.age", "missing"),
        ("$.by_name.rex.note", "missing"),
        ("$.by_name.rex.kind", "missing"),
    ]


@pytest.mark.parametrize(
    ("body", "expected", "problems"),
    [
        (b'["a", {"name": "Ada"}]', ("a", Owner(name="Ada")), []),
        (b'["a"]', ("a",), [("$", "expected array of length 2, got 1")]),
        (
            b'[1, {"name": "Ada"}, [true]]',
            (1, Owner(name="Ada"), [True]),
            [("$", "expected array of length 2, got 3"), ("$[0]", "expected str, got int")],
        ),
    ],
)
def test_a_tuple_keeps_all_elements_and_types_what_fits(
    body: bytes, expected: object, problems: list[tuple[str, str]]
) -> None:
    assert lenient(tuple[str, Owner], body) == (expected, problems)
    assert lenient(tuple[str, Owner] | str | None, body) == (expected, problems)


def test_what_is_no_list_is_no_tuple() -> None:
    assert lenient(tuple[str, int], b'{"a": 1}') == (
        {"a": 1},
        [("$", "expected array, got object")],
    )


def test_what_fits_beside_what_does_not_is_typed() -> None:
    value, _ = lenient(PetPage, b'{"pets": [{"id": "a", "owner": {"name": "Ann"}}, 7]}')
    assert value.pets[0].owner == Owner(name="Ann")
    assert value.pets[1] == 7


def test_an_unknown_value_of_an_open_enum_is_taken() -> None:
    value, misfits = lenient(Pet, b'{"id":"p","name":"n","age":3,"note":null,"kind":"axolotl"}')
    assert value.kind == "axolotl"
    assert misfits == []


def test_an_unknown_value_of_a_closed_enum_stays_and_is_not_told() -> None:
    value, misfits = lenient(Basket, b'{"size": "secret"}')
    assert value.size == "secret"
    assert misfits == [("$.size", "not one of the known values")]


def test_unknown_fields_are_dropped() -> None:
    assert lenient(Owner, b'{"name": "Ann", "new": {"a": [1]}}') == (Owner(name="Ann"), [])


def test_a_union_is_told_by_its_tag() -> None:
    value, misfits = lenient(Basket, b'{"animal": {"kind": "dog", "tricks": ["sit", 1]}}')
    assert value.animal == Dog(tricks=["sit", 1])  # type: ignore[list-item] # so it came
    assert misfits == [("$.animal.tricks[1]", "expected str, got int")]


@pytest.mark.parametrize("body", [b'{"kind": "fish"}', b'{"kind": 5}', b"{}", b"[]", b'"x"'])
def test_an_unknown_variant_of_a_union_stays_as_it_came(body: bytes) -> None:
    value, misfits = lenient(Basket, b'{"animal": %s}' % body)
    assert value.animal == parse(body)
    assert [path for path, _ in misfits] == ["$.animal"]


def test_a_known_variant_of_a_union_is_typed() -> None:
    assert lenient(Basket, b'{"animal": {"kind": "cat", "lives": 9}}') == (
        Basket(animal=Cat(lives=9)),
        [],
    )


@pytest.mark.parametrize("body", ["[]", '"x"', "1", "null", "true"])
def test_a_body_that_is_no_object_is_one_without_fields(
    call: Caller, server: Server, body: str
) -> None:
    server.answers(reply(200, body))
    pet = call("get", id="p1")
    assert type(pet) is Pet
    assert repr(pet) == "Pet()"


@pytest.mark.parametrize("answer", [reply(200), reply(200, " \n"), reply(204)])
def test_no_body_is_an_object_without_fields(call: Caller, server: Server, answer: Any) -> None:
    server.answers(answer)
    pet = call("get", id="p1")
    assert type(pet) is Pet
    assert repr(pet) == "Pet()"


def test_numbers_that_are_too_big_are_kept() -> None:
    digits = "9" * 30
    assert lenient(Owner, b'{"name": "A", "x": %s}' % digits.encode()) == (Owner(name="A"), [])
    assert parse(digits.encode()) == int(digits)
    assert parse(b"1e999") == math.inf
    assert parse(b"9" * 5000) == math.inf


def test_what_other_writers_of_json_write_is_read() -> None:
    assert parse(b'\xef\xbb\xbf{"a": [NaN, -Infinity]}')["a"][1] == -math.inf
    assert parse(b'"\\ud800"') == "\ud800"


@pytest.fixture
def usual_recursion_limit() -> Iterator[None]:
    """Set Python's own limit: black and hypothesis raise it for the whole process."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    yield
    sys.setrecursionlimit(limit)


def linked(count: int) -> type[Struct]:
    """Return the first of models that contain the next one each; the last one is a secret's."""
    made: Any = msgspec.defstruct("Last", [("key", SecretStr)])
    for number in range(count):
        made = msgspec.defstruct(f"Model{number}", [("next", made | None, None)])
    return cast("type[Struct]", made)


@pytest.mark.usefixtures("usual_recursion_limit")
def test_a_decoder_is_made_when_the_stack_is_almost_full() -> None:
    def call(depth: int) -> TypedDecoder:
        return call(depth - 1) if depth else TypedDecoder(linked(200))

    used = len(inspect.stack(0))
    value = call(850 - used).decode(b'{"next": {"next": null}}')
    assert msgspec.to_builtins(value) == {"next": {"next": None}}


@pytest.mark.usefixtures("usual_recursion_limit")
def test_a_secret_is_found_at_the_end_of_a_long_chain() -> None:
    assert TypedDecoder(linked(900)).holds_secret()


@pytest.mark.usefixtures("usual_recursion_limit")
def test_a_body_nested_deeper_than_we_walk_is_an_error_of_ours(
    call: Caller, server: Server
) -> None:
    deep = b'{"inner":' * 900 + b'{"size": 5}' + b"}" * 900
    server.answers(reply(200, deep))
    with pytest.raises(
        ValidationError,
        match=("it is nested too deeply"),
    ):
        call("basket")


@pytest.mark.usefixtures("usual_recursion_limit")
def test_a_failure_nested_deeper_than_we_walk_stays_as_it_came(server: Server) -> None:
    class NestedError(PetError, data=Basket):
        data: Basket

    operation: Operation[None] = Operation(
        "nest", "GET", "/nest", returns={204: None}, errors={400: lambda: NestedError}
    )
    server.answers(reply(400, b'{"inner":' * 900 + b'{"size": 5}' + b"}" * 900))
    with PetStore("key", server_url=server.url) as client, pytest.raises(NestedError) as raised:
        client._session.run(Call(operation, {}))
    assert raised.value.status_code == 400
    assert isinstance(raised.value.data, dict)


def test_of_many_misfits_in_one_place_few_are_kept_and_all_counted() -> None:
    body = b'{"pets":[' + b"1," * 5_000 + b'1],"more":1}'
    value, misfits = TypedDecoder(PetPage).decode_leniently(body)
    assert value.pets[-1] == 1
    assert [misfit.path for misfit in misfits[8:]] == ["$.pets[8]", "$.pets[9]"]
    assert listed(misfits).endswith("$.pets[9]: expected object, got int; and 4991 more")


def test_after_ten_thousand_misfits_the_rest_is_kept_as_it_came() -> None:
    body = b'{"pets":[' + b"1," * 10_000 + b'{"id": 1}, {"id": 2}],"more":1}'
    value, misfits = TypedDecoder(PetPage).decode_leniently(body)
    assert value.pets[-2:] == [{"id": 1}, {"id": 2}]
    assert misfits[-1] == Misfit(
        "$.pets[10000]",
        "$.pets[]",
        "10,000 values do not match; this one and the rest are not checked",
    )
    assert misfits.total == 10_000


def test_the_rest_of_a_map_is_kept_too() -> None:
    values = {f"k{n}": "no" for n in range(10_002)}
    value, misfits = TypedDecoder(dict[str, int]).decode_leniently(msgspec.json.encode(values))
    assert value == values
    assert [misfit.path for misfit in misfits[-2:]] == ["$.k9", "$.k10000"]


def test_a_key_of_the_server_is_printable_in_a_path() -> None:
    body = msgspec.json.encode({"a\n\x1b[2J": "no", "k" * 150: "no"})
    _, misfits = TypedDecoder(dict[str, int]).decode_leniently(body)
    assert [misfit.path for misfit in misfits] == [
        r"$.a\n\x1b[2J",
        f"$.{'k' * 100}… (50 more characters)",
    ]


# Warnings


@pytest.mark.anyio
async def test_a_large_body_does_not_block_the_event_loop(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    page = pets(1)
    page["pets"][0]["age"] = "secret"
    loop = threading.get_ident()
    for size, is_elsewhere in ((10, False), (LARGE, True)):
        caplog.clear()
        server.answers(reply(200, {**page, "filler": "x" * size}))
        async with PetStore("k", server_url=server.url) as client:
            assert (await client.pets.list_async()).pets[0].name == page["pets"][0]["name"]
        (line,) = caplog.records
        assert (line.thread != loop) is is_elsewhere


def test_warns_once_for_each_place(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    page = pets(1, 2)
    for pet in page["pets"]:
        pet["age"] = "secret"
    server.answers(reply(200, page))
    client = call.client()
    call("list", client)
    call("list", client)
    (line,) = [record.getMessage() for record in caplog.records]
    assert line == (
        "GET /pets: the response is not what this SDK was made for, at $.pets[].age: "
        "expected int, got str. It is kept as it came; a newer version of the SDK may know it."
    )
    assert {(record.name, record.levelno) for record in caplog.records} == {
        ("petstore", logging.WARNING)
    }


def test_keys_of_maps_are_not_in_warnings(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers(reply(200, {"counts": {f"secret{n}": "x" for n in range(50)}}))
    call("basket")
    assert len(caplog.records) == 1
    assert "at $.counts.*: expected int, got str" in caplog.text
    assert "secret" not in caplog.text


def test_number_of_warnings_is_bounded(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    client = call.client()
    client._session.log._warned.update(("x", str(n)) for n in range(1000))
    server.answers(reply(200, {"size": 5}))
    call("basket", client)
    assert caplog.records == []
    assert len(client._session.log._warned) == 1000


def test_a_response_as_documented_warns_of_nothing(
    call: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers(reply(200, REX))
    call("get", id="p1")
    assert caplog.records == []


# Strict


def strictly(call: Caller, server: Server, method: str, body: object, **arguments: Any) -> str:
    server.answers(reply(200, body))
    with pytest.raises(ValidationError) as raised:
        call(method, call.client(response_validation="strict"), **arguments)
    assert "secret" not in str(raised.value)
    return str(raised.value.message)


def test_strict_names_the_exact_places(call: Caller, server: Server) -> None:
    page = pets(1, 2, 3)
    page["pets"][1]["age"] = "secret"
    del page["pets"][2]["name"]
    assert strictly(call, server, "list", page) == (
        "Invalid response: $.pets[1].age: expected int, got str; $.pets[2].name: missing"
    )


def test_strict_lists_no_more_than_ten_places(call: Caller, server: Server) -> None:
    message = strictly(call, server, "list", {"pets": [1] * 13})
    assert message.count("expected object, got int") == 10
    assert message.endswith("; and 3 more")


def test_strict_takes_no_empty_body(call: Caller, server: Server) -> None:
    assert strictly(call, server, "get", b"", id="p") == "Invalid response: $: missing"


def test_strict_takes_what_is_documented(call: Caller, server: Server) -> None:
    server.answers(reply(200, REX))
    assert call("get", call.client(response_validation="strict"), id="p1").name == "Rex"


INFINITE = ["1e999", "-1e999", "9" * 5000, "NaN", "-Infinity"]


@pytest.mark.parametrize("number", INFINITE)
def test_strict_takes_no_number_that_is_not_finite(
    call: Caller, server: Server, number: str
) -> None:
    body = json.dumps({**REX, "weight": 0.5}).replace("0.5", number).encode()
    assert strictly(call, server, "get", body, id="p") == (
        "Invalid response: $.weight: expected a number that is finite and fits a float"
    )


@pytest.mark.parametrize("number", INFINITE)
def test_a_number_that_is_not_finite_is_no_value_of_any_type(number: str) -> None:
    decoder = TypedDecoder(Any)
    body = f'{{"a": [{{"b": 1}}, {{"b": {number}}}]}}'.encode()
    with pytest.raises(ValueError, match=r"."):
        decoder.decode(body)
    _, found = decoder.decode_leniently(body)
    problem = "expected a number that is finite and fits a float"
    assert [*found] == [("$.a[1].b", "$.a[].b", problem)]


def test_a_number_of_another_type_that_is_not_finite_is_one_misfit() -> None:
    body = json.dumps({**REX, "age": 0.5}).replace("0.5", "1e999").encode()
    _, found = TypedDecoder(Pet).decode_leniently(body)
    assert [(item.path, item.problem) for item in found] == [("$.age", "expected int, got float")]


def test_of_many_numbers_that_are_not_finite_a_few_are_kept() -> None:
    _, found = TypedDecoder(Any).decode_leniently(b"[%s 1e999]" % (b"1e999, " * 20_000))
    assert [item.path for item in found[:2]] == ["$[0]", "$[1]"]
    assert (len(found), found.total) == (11, 10_000)
