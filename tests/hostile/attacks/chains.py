"""Documents in which one reference leads to another, many times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

Json: TypeAlias = Any

LENGTH: Final = 900

_OBJECT: Final[Json] = {"type": "object", "properties": {"a": {"type": "string"}}}
_OTHER: Final[Json] = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"const": "other"}},
}

SCHEMAS: Final[dict[str, Callable[[Json], Json]]] = {
    "a schema that is a reference": lambda to: to,
    "a reference with a description": lambda to: {**to, "description": "It leads on."},
    "a property": lambda to: {"type": "object", "properties": {"next": to}},
    "a list in a property": lambda to: {
        "type": "object",
        "properties": {"next": {"type": "array", "items": to}},
    },
    "a property that may be text": lambda to: {
        "type": "object",
        "properties": {"next": {"oneOf": [to, {"type": "string"}]}},
    },
    "the elements of a list": lambda to: {"type": "array", "items": to},
    "the values of a map": lambda to: {"type": "object", "additionalProperties": to},
    "`allOf`": lambda to: {"allOf": [to]},
    "`oneOf`, beside another schema": lambda to: {"oneOf": [to, _OTHER]},
    "`anyOf`, beside null": lambda to: {"anyOf": [to, {"type": "null"}]},
}
"""What a schema is that leads to the next one, given the reference to that."""

CIRCLES: Final[dict[str, Callable[[Json], Json]]] = {
    "a property": SCHEMAS["a property"],
    "a list in a property": SCHEMAS["a list in a property"],
    "a map in a property": lambda to: {
        "type": "object",
        "properties": {"next": {"type": "object", "additionalProperties": to}},
    },
    "a property that allows null": lambda to: {
        "type": "object",
        "properties": {"next": {"anyOf": [to, {"type": "null"}]}},
    },
    "a property that may be text": SCHEMAS["a property that may be text"],
    "an `allOf`, beside a list in a property": lambda to: {
        "allOf": [
            _OBJECT,
            {"type": "object", "properties": {"next": {"type": "array", "items": to}}},
        ]
    },
}
"""What a schema is that leads to the next one, and from the last one to the first."""

COMPONENTS: Final[dict[str, Json]] = {
    "parameters": {"name": "a", "in": "query", "schema": {"type": "string"}},
    "responses": {"description": "Fine"},
    "requestBodies": {"content": {"application/json": {"schema": _OBJECT}}},
    "headers": {"schema": {"type": "string"}},
    "securitySchemes": {"type": "http", "scheme": "bearer"},
    "examples": {"value": {"a": "b"}},
}
"""What each other kind of reference leads to in the end."""


def of_schemas(step: Callable[[Json], Json], *, is_circle: bool = False) -> Json:
    """Return a document with a chain of schemas, as parameter, body and response.

    Args:
        step: Makes a schema that leads to the next one.
        is_circle: Whether the last one leads to the first.
    """
    content = {"application/json": {"schema": _reference("schemas", 0)}}
    parameter = {"name": "a", "in": "query", "schema": _reference("schemas", 0)}
    return _document(
        "schemas",
        step,
        step(_reference("schemas", 0)) if is_circle else _OBJECT,
        parameters=[parameter],
        requestBody={"content": content},
        responses={"200": {"description": "Fine", "content": content}},
    )


def of_components(kind: str) -> Json:
    """Return a document with a chain of another kind of component."""
    first = _reference(kind, 0)
    example: Json = {"schema": _OBJECT, "examples": {"a": first}}
    uses: dict[str, Json] = {
        "parameters": {"parameters": [first]},
        "responses": {"responses": {"200": first}},
        "requestBodies": {"requestBody": first},
        "headers": {"responses": {"200": {"description": "Fine", "headers": {"X-A": first}}}},
        "securitySchemes": {"security": [{"S0": []}]},
        "examples": {"requestBody": {"content": {"application/json": example}}},
    }
    return _document(kind, lambda to: to, COMPONENTS[kind], **uses[kind])


def _document(kind: str, step: Callable[[Json], Json], last: Json, **uses: Json) -> Json:
    chain = {f"S{n}": step(_reference(kind, n + 1)) for n in range(LENGTH)}
    post = {"operationId": "x", "responses": {"204": {"description": "Done"}}, **uses}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Chains", "version": "1"},
        "servers": [{"url": "https://chains.example"}],
        "paths": {"/x": {"post": post}},
        "components": {kind: {**chain, f"S{LENGTH}": last}},
    }


def _reference(kind: str, number: int) -> Json:
    return {"$ref": f"#/components/{kind}/S{number}"}
