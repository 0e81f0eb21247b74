"""Models of the SDK in other frameworks: fields of pydantic models, results of FastAPI routes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import BaseModel, ValidationError

from openrouter import operations
from tests.contract.support.contract import Documented, contract

SDK = Path(__file__).parent.parent.parent / "generated" / "src"


class Audit(BaseModel):
    by: str
    made: operations.CreateKeysResponse


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    example = contract().example(Documented("POST /keys", 201))
    assert isinstance(example, dict)
    return example


def test_a_model_is_a_field_of_a_pydantic_model(example: dict[str, Any]) -> None:
    audit = Audit.model_validate({"by": "ann", "made": example})
    assert type(audit.made) is operations.CreateKeysResponse
    assert audit.made.key == example["key"]
    assert audit.model_dump(mode="json") == {"by": "ann", "made": example}
    assert Audit.model_validate_json(audit.model_dump_json()) == audit


def test_pydantic_shows_no_secret_of_it(example: dict[str, Any]) -> None:
    assert example["key"] not in repr(Audit.model_validate({"by": "ann", "made": example}))


def test_pydantic_refuses_what_the_model_refuses(example: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=r"\$\.key"):
        Audit.model_validate({"by": "ann", "made": {**example, "key": 5}})


def test_a_model_is_the_response_of_a_fastapi_route(example: dict[str, Any]) -> None:
    app = FastAPI()

    @app.post("/keys", status_code=201)
    def create() -> operations.CreateKeysResponse:
        return operations.CreateKeysResponse.model_validate(example)

    async def call(path: str, method: str) -> Any:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
            return (await client.request(method, path)).raise_for_status().json()

    assert asyncio.run(call("/keys", "POST")) == example
    schema = asyncio.run(call("/openapi.json", "GET"))
    answer = schema["paths"]["/keys"]["post"]["responses"]["201"]["content"]["application/json"]
    assert sorted(answer["schema"]["properties"]) == ["data", "key"]


def test_neither_is_imported_by_the_sdk() -> None:
    code = (
        "import sys; from openrouter import OpenRouter, components, errors, operations;"
        "operations.ListResponse; OpenRouter('k').api_keys;"
        "print({'pydantic', 'fastapi', 'httpx'} & {*sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(SDK)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "set()\n"
