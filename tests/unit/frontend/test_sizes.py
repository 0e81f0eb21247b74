"""Texts that references or aliases multiply are refused before they are written out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.frontend import lower
from tests.unit.support.lowering import CONFIG

TEXT = "word " * 200
MOST = 10_000


def document(count: int, part: str) -> dict[str, Any]:
    """A document in which one text of 1,000 characters stands in many places of a kind."""
    said: dict[str, Any] = {"description": TEXT}
    text = {"type": "string", **said}
    media = {"schema": {"$ref": "#/components/schemas/A"}}
    answer: dict[str, Any] = {"content": {"application/json": media}}
    operation: dict[str, Any] = {"responses": {"200": {"description": "", **answer}}}
    properties = {f"p{n}": {"type": "string"} for n in range(count)}
    schemas: dict[str, Any] = {"A": {"type": "object", "properties": properties}}
    components: dict[str, Any] = {"schemas": schemas}
    match part:
        case "property":
            properties.update({f"p{n}": text for n in range(count)})
        case "schema":
            schemas.update({f"B{n}": {"type": "object", **said} for n in range(count)})
            properties.update(
                {
                    f"p{n}": {"$ref": f"#/components/schemas/B{n}", "description": ""}
                    for n in range(count)
                }
            )
        case "operation":
            operation |= said
        case "parameter":
            components["parameters"] = {"P": {"name": "p", "in": "query", "schema": text}}
            operation["parameters"] = [{"$ref": "#/components/parameters/P"}]
        case "body":
            components["requestBodies"] = {"B": {**answer, **said}}
            operation["requestBody"] = {"$ref": "#/components/requestBodies/B"}
        case "response":
            components["responses"] = {"R": {**answer, **said}}
            operation["responses"] = {"200": {"$ref": "#/components/responses/R"}}
        case "failure":
            components["responses"] = {"R": said}
            operation["responses"] |= {"400": {"$ref": "#/components/responses/R"}}
        case "example":
            components["examples"] = {"E": {"value": TEXT}}
            shown = {**media, "examples": {"one": {"$ref": "#/components/examples/E"}}}
            operation["responses"]["200"]["content"] = {"application/json": shown}
    paths = {f"/x{n}": {"get": operation} for n in range(count)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": components,
    }


PARTS = (
    *("property", "schema", "operation", "parameter", "body", "response", "failure", "example"),
)


@pytest.mark.parametrize("part", PARTS)
def test_a_text_is_not_written_out_without_end(part: str) -> None:
    config = replace(CONFIG, limits=replace(CONFIG.limits, bytes=MOST))
    found = Diagnostics()
    lower(document(4, part), config, found)
    with pytest.raises(Fatal):
        lower(document(11, part), config, found)
    (item,) = [item for item in found.items if item.code == "too-large"]
    assert item.message == (
        "the document's texts, counted wherever they are used, exceed the limit of 10,000 "
        "characters here"
    )
    assert item.pointer
