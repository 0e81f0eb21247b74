"""Variants of unions in use: nothing of a value is lost when it is read, written, or sent.

The document is that of the case `unions`.
"""

from __future__ import annotations

import asyncio
import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden.support.cases import all_cases
from tests.golden.support.server import serving

(CASE,) = (case for case in all_cases() if case.name == "unions")
ANSWER = {"http_headers": {"X-Answer": "200 200"}, "retries": None}


@pytest.fixture
def package(sdks: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(sdks)
    return importlib.import_module("unions")


def sent(package: Any, body: Any) -> list[Any]:
    """Return what a sync and an async call send, and the result of the first."""

    async def call(url: str) -> None:
        async with package.Unions(server_url=url) as client:
            await client.animals.send_signal_async(request_body=body, **ANSWER)

    with serving([operation for _, operation in CASE.operations]) as (url, received):
        with package.Unions(server_url=url) as client:
            result = client.animals.send_signal(request_body=body, **ANSWER)
        asyncio.run(call(url))
    first, second = (json.loads(request.strip().splitlines()[-1]) for request in received)
    assert first == second
    return [first, result]


def test_a_variant_is_sent_with_the_property_that_it_does_not_declare(package: Any) -> None:
    components = package.components
    assert sent(package, components.Running(name="a"))[0] == {"name": "a", "status": "running"}
    assert sent(package, components.Done(name="a", status="old"))[0] == {
        "name": "a",
        "status": "old",
    }
    assert sent(package, components.Late(name="a"))[0] == {
        "name": "a",
        "why": "late",
        "status": "failed",
    }


def test_variants_in_lists_and_maps_are_chosen_by_it_and_keep_it(package: Any) -> None:
    components = package.components
    _, result = sent(package, components.Running(name="a"))
    assert result.signals == [
        components.Done(name="b", status="done"),
        components.Late(name="c"),
        components.Refused(name="d"),
        components.Done(name="e", status="old"),
    ]
    assert result.named == {"f": components.Running(name="f")}
    assert result.vessels == [components.Ship(name="g"), components.Boat(name="h", oars=2)]
    assert [item["status"] for item in result.model_dump()["signals"]] == [
        *("done", "failed", "failed", "old")
    ]


def test_a_value_that_fits_two_objects_of_any_of_keeps_the_fields_of_both(package: Any) -> None:
    components = package.components
    value = {"radius": 1, "width": 2, "height": 3}
    zoo = {"animals": [], "vehicles": [], "events": [], "owner": None, "shapes": [value]}
    made = components.Zoo.model_validate(zoo)
    assert made.shapes == [
        components.Square(width=2, height=3, additional_properties={"radius": 1})
    ]
    assert made.model_dump() == zoo
    assert json.loads(made.model_dump_json()) == zoo
