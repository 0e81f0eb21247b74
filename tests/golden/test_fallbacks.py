"""The variant of objects that a discriminator does not name (`defaultMapping`)."""

from __future__ import annotations

import asyncio
import importlib
from pathlib import Path
from typing import Any

import pytest

from tests.golden.support.cases import all_cases
from tests.golden.support.server import serving

(CASE,) = (case for case in all_cases() if case.name == "fallbacks")
ANSWER: dict[str, Any] = {"http_headers": {"X-Answer": "200 200"}, "retries": None}


@pytest.fixture
def package(sdks: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(sdks)
    return importlib.import_module("fallbacks")


def received(package: Any, method: str) -> list[Any]:
    """Return what a sync and an async call give."""

    async def call(url: str) -> Any:
        async with package.Fallbacks(server_url=url) as client:
            return await getattr(client.pets, f"{method}_async")(**ANSWER)

    with serving([operation for _, operation in CASE.operations]) as (url, _):
        with package.Fallbacks(server_url=url) as client:
            result = getattr(client.pets, method)(**ANSWER)
        assert asyncio.run(call(url)) == result
    return list(result)


def test_other_values_and_objects_without_one_have_the_default_variant(package: Any) -> None:
    components = package.components
    assert received(package, "list_pets") == [
        components.Cat(kind="cat", lives=9),
        components.Dog(kind="Dog", bark="wuff"),
        components.Other(kind="bird", name="Bo"),
        components.Other(name="Al"),
    ]


def test_the_default_variant_can_extend_the_schema_with_the_discriminator(package: Any) -> None:
    components = package.components
    assert received(package, "list_families") == [
        components.Lion(mane=True),
        components.Unknown(kind="Yeti", height=3),
        components.Unknown(height=2),
    ]


def test_a_new_object_of_the_default_variant_has_no_value(package: Any) -> None:
    components = package.components
    assert components.Other(name="Al").model_dump() == {"name": "Al"}
    assert components.Dog(bark="a").model_dump() == {"kind": "Dog", "bark": "a"}
    assert components.Cat(lives=9).model_dump() == {"kind": "cat", "lives": 9}
