"""A client that checks what it sends refuses what the document does not allow, and nothing else.

The cases are of the document of `constraints`; nothing is ever sent for them.
"""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.golden.support.cases import all_cases
from tests.golden.support.server import serving
from tests.golden.test_calls import example_arguments

(CASE,) = (case for case in all_cases() if case.name == "constraints")
GOOD: dict[str, Any] = {"name": "Fern"}


@pytest.fixture
def package(sdks: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(sdks)
    return importlib.import_module("constraints")


def refused(package: Any, method: str, **arguments: Any) -> list[tuple[str, str]]:
    """Call a method in both forms, and say what is wrong with the request."""

    async def call() -> None:
        async with package.Constraints(
            server_url="http://127.0.0.1:1", validate_requests=True
        ) as client:
            await getattr(client.plants, f"{method}_async")(**arguments)

    with (
        package.Constraints(server_url="http://127.0.0.1:1", validate_requests=True) as client,
        pytest.raises(package.errors.RequestValidationError) as sync,
    ):
        getattr(client.plants, method)(**arguments)
    with pytest.raises(package.errors.RequestValidationError) as other:
        asyncio.run(call())
    assert sync.value.violations == other.value.violations
    return [tuple(violation) for violation in sync.value.violations]


@pytest.mark.parametrize(
    ("arguments", "violations"),
    [
        ({"limit": 0}, [("limit", "must be at least 1")]),
        ({"limit": 105}, [("limit", "must be at most 100")]),
        ({"limit": 7}, [("limit", "must be a multiple of 5")]),
        ({"min_height": 0}, [("min_height", "must be more than 0")]),
        ({"min_height": Decimal("99.5")}, [("min_height", "must be less than 99.5")]),
        ({"sort": "size"}, [("sort", "not one of the known values")]),
        ({"colours": []}, [("colours", "must have at least 1 element")]),
        (
            {"colours": ("red", "pink", "red", "green")},
            [
                ("colours", "must have at most 3 elements"),
                ("colours", "must not contain duplicates"),
                ("colours[1]", "not one of the known values"),
            ],
        ),
        (
            {"x_trace": "x"},
            [
                ("X-Trace", "must have at least 2 characters"),
                ("X-Trace", r"must match the pattern ^[a-f\d]+\Z"),
            ],
        ),
        (
            {"serial": 9223372036854775808},
            [("serial", "must be at most 9223372036854775807")],
        ),
        ({"serial": -9007199254740994}, [("serial", "must be at least -9007199254740993")]),
        ({"x_trace": "123456789"}, [("X-Trace", "must have at most 8 characters")]),
    ],
)
def test_parameters_are_held_to_their_limits(
    package: Any, arguments: dict[str, Any], violations: list[tuple[str, str]]
) -> None:
    assert refused(package, "list_plants", **arguments) == violations


@pytest.mark.parametrize(
    ("body", "violations"),
    [
        ({"name": ""}, [("$.name", "must have at least 1 character")]),
        ({"name": "Fern", "height": -0.1}, [("$.height", "must be at least 0")]),
        ({"name": "Fern", "height": 0.35}, [("$.height", "must be a multiple of 0.1")]),
        (
            {"name": "Fern", "tags": ["a", "B", "a", "b"]},
            [
                ("$.tags", "must have at most 3 elements"),
                ("$.tags", "must not contain duplicates"),
                ("$.tags[1]", r"must match the pattern ^[a-z]\Z"),
            ],
        ),
        ({"name": "Fern", "kind": "moss"}, [("$.kind", "not one of the known values")]),
        (
            {"name": "Fern", "care": {"water": 10, "feed": 6, "sun": -1, "air": 1}},
            [
                ("$.care", "must have at most 3 properties"),
                ("$.care.water", "must be less than 10"),
                ("$.care.feed", "must be at most 5"),
                ("$.care.sun", "must be at least 0"),
            ],
        ),
        (
            {"name": "Fern", "code": 9007199254740993},
            [("$.code", "must be more than 9007199254740993")],
        ),
        ({"name": "Fern", "care": {}}, [("$.care", "must have at least 1 property")]),
        (
            {"name": "Fern", "notes": {"a": "too long", "b": "", "c": ""}},
            [
                ("$.notes", "must have at most 2 properties"),
                ("$.notes.a", "must have at most 5 characters"),
            ],
        ),
        ({"name": "Fern", "size": 10}, [("$.size", "must be at most 9")]),
        ({"name": "Fern", "size": "XL"}, [("$.size", r"must match the pattern ^[SML]\Z")]),
        ({"name": 7}, [("$.name", "expected string, got integer")]),
    ],
)
def test_bodies_are_held_to_their_limits(
    package: Any, body: dict[str, Any], violations: list[tuple[str, str]]
) -> None:
    assert refused(package, "add_plant", **body) == violations


@pytest.mark.parametrize(
    ("body", "violations"),
    [
        ({"id": "1"}, [("$.id", "expected integer, got string")]),
        ({"owner": {}}, [("$.owner.name", "missing")]),
        (
            {"steps": [{"do": "dig", "then": {"do": 1}}]},
            [("$.steps[0].then.do", "expected string, got integer")],
        ),
        ({"steps": [{"do": "dig", "by": "Ann"}]}, [("$.steps[0].by", "not allowed")]),
        ({"steps": []}, [("$.steps", "must contain at least 1 element of a kind")]),
        (
            {"steps": [{"do": "dig"}] * 3},
            [("$.steps", "must contain at most 2 elements of a kind")],
        ),
        ({"kind": "none", "ends": "2026-12-01", "id": 10}, [("$.kind", "not allowed")]),
        ({"kind": "all"}, [("$.ends", "missing, but required beside kind")]),
        ({"ends": "2026-12-01"}, [("$.id", "must be at least 10")]),
        ({"pair": [1, "a", 2]}, [("$.pair", "must have at most 2 elements")]),
        ({"pair": ["a"]}, [("$.pair[0]", "expected integer, got string")]),
        (
            {"either": 7},
            [("$.either", "matches several variants, of which only one may match")],
        ),
        ({"either": "a"}, [("$.either", "it matches none of the variants")]),
    ],
)
def test_bodies_are_held_to_what_no_type_expresses(
    package: Any, body: dict[str, Any], violations: list[tuple[str, str]]
) -> None:
    whole = {"id": 1, "steps": [{"do": "water"}], **body}
    assert refused(package, "put_plan", **whole) == violations


@pytest.mark.parametrize(
    ("arguments", "violations"),
    [
        ({"year": "soon"}, [("year", "expected integer, got string")]),
        ({"open": [True, "no"]}, [("open[1]", "expected boolean, got string")]),
        ({"near": {"y": 1}}, [("near.x", "missing"), ("near.y", "not allowed")]),
    ],
)
def test_parameters_without_limits_are_held_to_their_types(
    package: Any, arguments: dict[str, Any], violations: list[tuple[str, str]]
) -> None:
    assert refused(package, "find_plans", **arguments) == violations


def test_a_number_is_text_where_text_is_sent(package: Any) -> None:
    with serving([operation for _, operation in CASE.operations]) as (url, received):
        with package.Constraints(server_url=url, validate_requests=True) as client:
            client.plants.find_plans(code=7, year=1.0, http_headers={"X-Answer": "204 204"})
        assert len(received) == 1


def test_models_and_dicts_in_a_body_are_the_same(package: Any) -> None:
    care = package.components.Care(water=10)
    expected = [("$.care.water", "must be less than 10")]
    assert refused(package, "add_plant", name="Fern", care=care) == expected
    assert refused(package, "add_plant", name="Fern", care={"water": 10}) == expected


def test_a_whole_body_is_held_to_its_limits(package: Any) -> None:
    assert refused(package, "replace_plants", request_body=[GOOD, GOOD, {"name": ""}]) == [
        ("$", "must have at most 2 elements"),
        ("$[2].name", "must have at least 1 character"),
    ]
    assert refused(package, "rename_plant", request_body="much too long") == [
        ("$", "must have at most 10 characters")
    ]


def test_a_form_is_held_to_its_limits_but_for_files(package: Any) -> None:
    assert refused(package, "add_picture", id="7", picture=b"x", caption="longer", sizes=[0]) == [
        ("id", "must match the pattern ^p-"),
        ("$.caption", "must have at most 5 characters"),
        ("$.sizes[0]", "must be at least 1"),
    ]


def test_the_message_lists_all_that_is_wrong_and_no_value(package: Any) -> None:
    with (
        package.Constraints(server_url="http://127.0.0.1:1", validate_requests=True) as client,
        pytest.raises(package.errors.RequestValidationError) as caught,
    ):
        client.plants.add_plant(name="much too long", height=-1)
    assert str(caught.value) == (
        "POST /plants was not sent: $.name: must have at most 10 characters; "
        "$.height: must be at least 0"
    )


def test_what_the_document_allows_is_sent(package: Any) -> None:
    with serving([operation for _, operation in CASE.operations]) as (url, received):
        with package.Constraints(server_url=url, validate_requests=True) as client:
            for tag, operation in CASE.operations:
                method = getattr(getattr(client, tag.name.python), operation.name.python)
                key = operation.responses[0].status
                arguments = example_arguments(operation)
                method(**arguments, http_headers={"X-Answer": f"{key} {key}"})
        assert len(received) == len(CASE.operations)


def test_answers_are_taken_whatever_they_are(package: Any) -> None:
    with serving([operation for _, operation in CASE.operations]) as (url, _):
        client = package.Constraints(
            server_url=url, validate_requests=True, response_validation="strict"
        )
        with client:
            (plant,) = client.plants.list_plants(http_headers={"X-Answer": "200 200"})
    assert (plant.name, plant.height, plant.tags) == ("", -1, ["a", "a"])


PROGRAM = """
import sys
import constraints

with constraints.Constraints(server_url="http://127.0.0.1:1", **{settings}) as client:
    try:
        client.plants.list_plants(limit=0, retries=None)
    except (ValueError, constraints.errors.NoResponseError) as error:
        print(type(error).__name__)
print(*sorted({{"constraints._constraints", "constraints._runtime.validation"}} & {{*sys.modules}}))
"""


@pytest.mark.parametrize(
    ("settings", "printed"),
    [
        ({}, "NoResponseError\n\n"),
        (
            {"validate_requests": True},
            "RequestValidationError\nconstraints._constraints constraints._runtime.validation\n",
        ),
    ],
)
def test_nothing_is_imported_unless_it_is_asked_for(
    sdks: Path, settings: dict[str, Any], printed: str
) -> None:
    program = PROGRAM.format(settings=settings)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=sdks, check=True, capture_output=True, text=True
    )
    assert done.stdout == printed


def test_the_exception_is_a_value_error(package: Any) -> None:
    assert issubclass(package.errors.RequestValidationError, ValueError)


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(
    ("method", "parts", "violations"),
    [
        ("send_parts", [{"mm": 1}, {"mm": "x"}], [("$[1].mm", "expected integer, got string")]),
        ("send_parts", [{}], [("$[0].mm", "missing")]),
        ("send_lines", [{"mm": 1}, {}], [("$[1].mm", "missing")]),
    ],
)
def test_parts_and_lines_of_a_list_are_checked_each(  # noqa: PLR0917 - a table
    sdks: Path,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
    method: str,
    parts: list[Any],
    violations: list[tuple[str, str]],
) -> None:
    monkeypatch.syspath_prepend(sdks)
    package: Any = importlib.import_module("sequences")

    def call(stations: Any) -> None:
        if mode == "sync":
            getattr(stations, method)(request_body=parts)
        else:
            asyncio.run(getattr(stations, f"{method}_async")(request_body=parts))

    client = package.Sequences(server_url="http://127.0.0.1:1", validate_requests=True)
    with client, pytest.raises(package.errors.RequestValidationError) as raised:
        call(client.stations)
    assert [tuple(each) for each in raised.value.violations] == violations


def test_parts_that_are_read_only_once_are_not_read_to_be_checked(
    sdks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(sdks)
    package: Any = importlib.import_module("sequences")
    given = iter([{"mm": "x"}])
    client = package.Sequences(server_url="http://127.0.0.1:1", validate_requests=True)
    with client, pytest.raises(package.errors.NoResponseError):
        client.stations.send_parts(request_body=given, retries=None)
