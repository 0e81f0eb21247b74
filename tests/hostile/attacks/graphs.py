"""Documents whose schemas lead to each other in every way that JSON Schema has.

Through 12 schemas that each lead to all others there are some hundred million ways that meet none
twice, and through 28 that each lead to those after it as many, without a circle to stop at: whoever
goes through ways, and not through schemas, does not come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

Schema: TypeAlias = dict[str, Any]
Made: TypeAlias = Callable[[int, list[Schema]], Schema]
"""Makes a schema of its number and of references to those that it shall lead to."""

ALL: Final = 12
AFTER: Final = 28


def _own(number: int) -> Schema:
    return {"type": "object", "properties": {f"p{number}": {"type": "string"}}}


def _listed(schemas: list[Schema]) -> Schema:
    return {f"x{number}": schema for number, schema in enumerate(schemas)}


def _required(schemas: list[Schema]) -> Schema:
    return {"type": "object", "required": [*_listed(schemas)], "properties": _listed(schemas)}


WAYS: Final[Mapping[str, Made]] = {
    "`allOf`": lambda n, others: {"allOf": [*others, _own(n)]},
    "`oneOf`": lambda n, others: {"oneOf": [*others, _own(n)]},
    "`anyOf` with a limit": lambda n, others: {
        "anyOf": [*others, {"type": "integer", "minimum": n}]
    },
    "`oneOf` of lists": lambda n, others: {
        "oneOf": [*({"type": "array", "items": other} for other in others), _own(n)]
    },
    "lists of `oneOf`": lambda n, others: {"type": "array", "items": {"oneOf": [*others, _own(n)]}},
    "maps of `oneOf`": lambda n, others: {
        "type": "object",
        "additionalProperties": {"oneOf": [*others, _own(n)]},
    },
    "properties": lambda _, others: {"type": "object", "properties": _listed(others)},
    "required properties": lambda _, others: _required(others),
    "required lists": lambda _, others: _required(
        [{"type": "array", "items": other} for other in others]
    ),
    "properties that may be null": lambda _, others: {
        "type": "object",
        "properties": _listed([{"anyOf": [other, {"type": "null"}]} for other in others]),
    },
    "objects within": lambda _, others: {
        "type": "object",
        "properties": _listed([{"type": "object", "properties": {"y": other}} for other in others]),
    },
    "a discriminator": lambda _, others: {
        "oneOf": others,
        "discriminator": {"propertyName": "type"},
    },
    "`oneOf` of `allOf`": lambda n, others: {
        "oneOf": [{"allOf": [other, _own(n)]} for other in others]
    },
    "`allOf` of `oneOf`": lambda n, others: {"allOf": [{"oneOf": [*others, _own(n)]}, _own(99)]},
    "`allOf` of `oneOf`, twice": lambda n, others: {
        "allOf": [{"oneOf": [*others, _own(n)]}, {"oneOf": [*others, _own(n)]}]
    },
    "`oneOf` of required properties": lambda _, others: {
        "oneOf": [_required([other, other]) for other in others]
    },
    "`allOf` in a property": lambda n, others: {
        "type": "object",
        "properties": {"y": {"allOf": [*others, _own(n)]}},
    },
    "lists of `allOf`": lambda n, others: {
        "type": "array",
        "items": {"allOf": [*others, {"type": "array", "minItems": n}]},
    },
    "`patternProperties`": lambda _, others: {
        "type": "object",
        "patternProperties": _listed(others),
    },
    "`prefixItems`": lambda _, others: {"type": "array", "prefixItems": others},
    "`prefixItems` of a fixed length": lambda _, others: {
        "type": "array",
        "prefixItems": others,
        "minItems": len(others),
        "maxItems": len(others),
    },
    "`not`, `if` and `then`": lambda n, others: {
        "not": {"anyOf": others},
        "if": {"anyOf": others},
        "then": {"allOf": others},
        **_own(n),
    },
}
"""How one schema leads to others."""


def documents(*, ladder: bool) -> Iterator[tuple[str, Schema]]:
    """Make a document for each way, with its name."""
    for name, make in WAYS.items():
        yield name, _document(make, AFTER if ladder else ALL, ladder=ladder)


def _document(make: Made, size: int, *, ladder: bool) -> Schema:
    """Let the first schema be an answer, a failure, a body, a form and parameters."""
    names = [f"A{number}" for number in range(size)]
    refs = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    schemas = {
        name: make(
            number,
            [
                *(ref for other, ref in enumerate(refs) if other > number),
                *(ref for other, ref in enumerate(refs) if other < number and not ladder),
            ],
        )
        for number, name in enumerate(names[: -1 if ladder else None])
    }
    schemas.setdefault(names[-1], {"type": "string"})
    media = {"schema": refs[0]}
    fine = {"description": "Fine", "content": {"application/json": media}}
    forms = {"multipart/form-data": media, "application/x-www-form-urlencoded": media}
    put = {"operationId": "put", "responses": {"200": fine}}
    parameters = [
        {"name": "q", "in": "query", "schema": refs[0]},
        {"name": "d", "in": "query", "style": "deepObject", "schema": refs[0]},
    ]
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {
            "/x": {
                "get": {
                    "operationId": "get",
                    "parameters": parameters,
                    "responses": {"200": fine, "400": fine},
                },
                "put": {**put, "requestBody": {"content": {"application/json": media}}},
                "post": {
                    "operationId": "post",
                    "requestBody": {"content": forms},
                    "responses": {"204": {"description": "Done"}},
                },
            }
        },
        "components": {"schemas": schemas},
    }
