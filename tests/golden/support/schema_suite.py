"""Documents whose operations send what JSON-Schema-Test-Suite has: an operation for each schema."""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from sdkwright import config, emit, frontend, passes
from sdkwright.diagnostics import Diagnostic
from sdkwright.model import ir
from sdkwright.pipeline.run import Options, Stages, run

Json: TypeAlias = Any

_PLACE: Final = re.compile(r"/components/schemas/S(\d+)/|/paths/~1(?:whole|inside)~1(\d+)/")
_NOTHING: Final = "README.md"
"""What is written in place of the package, which is not formatted: that takes too long."""


@dataclass(frozen=True)
class Group:
    """A schema of the suite, and what is valid by it.

    Attributes:
        name: Its file, and its description there.
        schema: The schema.
        valid: The instances that it accepts.
        invalid: The instances that it refuses.
    """

    name: str
    schema: Json
    valid: tuple[Json, ...]
    invalid: tuple[Json, ...]


def read(file: Path) -> list[Group]:
    """Return what is in a file of the suite."""
    return [
        Group(
            f"{file.stem}: {each['description']}",
            each["schema"],
            tuple(test["data"] for test in each["tests"] if test["valid"]),
            tuple(test["data"] for test in each["tests"] if not test["valid"]),
        )
        for each in json.loads(file.read_text(encoding="utf-8"))
    ]


def make(groups: list[Group], module: str, folder: Path) -> list[Group]:
    """Write the package of some schemas, unless there are errors.

    Returns:
        The schemas of which is said that requests are not held to them.
    """

    def write(api: ir.Api, settings: config.Config) -> dict[str, str]:
        for path, text in emit.emit(api, settings).items():
            if path.startswith(f"src/{module}/"):
                file = folder / path.removeprefix("src/")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        return {_NOTHING: "Nothing else.\n"}

    _, report = run(
        lambda found: config.from_options(Path("suite.json"), module, folder / "output", found),
        Options(content=json.dumps(document(groups)).encode(), force=True),
        Stages(frontend.lower, passes.run, write),
    )
    said = {_index(item) for item in report.diagnostics if _is_loss(item)}
    return [group for index, group in enumerate(groups) if index in said]


def document(groups: list[Group]) -> dict[str, Json]:
    """Return a document with two operations for each group: its schema is that of the whole body,
    and that of a property. Only the latter takes any value: what is a property of the whole body
    is an argument of its own."""
    paths, schemas = {}, {}
    for index, group in enumerate(groups):
        ref = {"$ref": f"#/components/schemas/S{index}"}
        inside = {"type": "object", "required": ["value"], "properties": {"value": ref}}
        paths[f"/whole/{index}"] = {"post": _operation(f"whole{index}", ref)}
        paths[f"/inside/{index}"] = {"post": _operation(f"inside{index}", inside)}
        schemas[f"S{index}"] = _as_component(group.schema, index)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Suite", "version": "1"},
        "servers": [{"url": "https://suite.example.com"}],
        "tags": [{"name": "schemas"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def arguments(method: Any, instance: Json) -> dict[str, Json] | None:
    """Return the arguments with which a method sends an instance as its body; None if none do.

    None leaves an optional property out, so it is not given as one.
    """
    known = inspect.signature(method).parameters
    if "request_body" in known:
        return {"request_body": instance}
    if not isinstance(instance, dict):
        return None
    given = {name: value for name, value in instance.items() if name in known}
    others = {name: value for name, value in instance.items() if name not in known}
    if None in given.values() or (others and "additional_properties" not in known):
        return None
    return {**given, "additional_properties": others} if others else given


def _is_loss(item: Diagnostic) -> bool:
    """Return whether a diagnostic says that requests are not held to a schema."""
    return item.code in {"dropped-operation", "unresolved-reference"} or (
        item.code == "ignored-keyword" and "`$schema`" in item.message
    )


def _index(item: Diagnostic) -> int | None:
    """Return the number of the schema that a diagnostic is about; None if it says no place."""
    found = _PLACE.match(f"{item.pointer}/")
    return int(found[1] or found[2]) if found else None


def _operation(name: str, schema: Json) -> Json:
    return {
        "operationId": name,
        "tags": ["schemas"],
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {"204": {"description": "Received."}},
    }


def _as_component(schema: Json, index: int) -> Json:
    """Return a schema as a resource of its own: its `#` is not the document."""
    if not isinstance(schema, dict):
        return schema
    return {"$id": f"https://suite.example.com/S{index}", **schema}
