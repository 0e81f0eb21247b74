"""What a group of operations becomes costs little to format, however large the group is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sdkwright import config, emit
from sdkwright.diagnostics import Diagnostics
from sdkwright.output.format.settled import unsettled
from sdkwright.pipeline.run import surface

NAME = "list_devices_x"
DEVICES = {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}}}}


def texts(folder: Path, operations: dict[str, Any]) -> dict[str, str]:
    paths = {f"/{name}": {"get": {"tags": ["dcim"], **made}} for name, made in operations.items()}
    path = folder / "openapi.json"
    head = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
    path.write_text(json.dumps({**head, "paths": paths}))
    settings = config.from_options(path, "dc", folder / "out", Diagnostics())
    api, _ = surface(settings, Diagnostics())
    return {**emit.emit(api, settings)}


def listing(description: str) -> dict[str, Any]:
    fields = [f"field_{number}__{lookup}" for number in range(20) for lookup in ("n", "ic", "gt")]
    schema = {"type": "array", "items": {"type": "string", "maxLength": 100}}
    offset = {"in": "query", "name": "offset", "schema": {"type": "integer"}}
    parameters = [{"in": "query", "name": name, "schema": schema} for name in fields]
    inputs = [{"name": "offset", "in": "parameters", "type": "offset"}]
    return {
        "operationId": NAME,
        "parameters": [*parameters, offset],
        "x-speakeasy-pagination": {
            "type": "offsetLimit",
            "inputs": inputs,
            "outputs": {"results": "$"},
        },
        "responses": {
            "200": {
                "description": description,
                "content": {"application/json": {"schema": DEVICES}},
            }
        },
    }


def test_a_group_needs_nothing_of_black(tmp_path: Path) -> None:
    made = texts(tmp_path, {"devices": listing(""), "racks": listing("The racks.")})
    module = made["src/dc/dcim.py"].rstrip("\n").split("\n")
    assert unsettled([*module, ""]) == []


def test_a_response_without_a_description_has_no_section(tmp_path: Path) -> None:
    made = texts(tmp_path, {"devices": listing("")})["src/dc/dcim.py"]
    assert "Args:" in made
    assert "Returns:" not in made


def test_the_second_line_of_a_paragraph_is_as_far_in_as_the_first(tmp_path: Path) -> None:
    made = texts(tmp_path, {"devices": listing("The devices.")})["src/dc/dcim.py"]
    lines = made.split("\n")
    first = next(n for n, line in enumerate(lines) if "Takes the same arguments as" in line)
    margins = [len(line) - len(line.lstrip()) for line in lines[first : first + 2]]
    assert margins == [8, 8]
