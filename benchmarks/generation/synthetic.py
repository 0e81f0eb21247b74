"""Creates documents with any number of operations, to show how the cost grows.

The same number yields the same document. The contents are mixed as in real ones: nested models,
enums, unions with a discriminator, null, lists, parameters of all kinds, errors.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, Final

Json = dict[str, Any]

_WORDS: Final = (  # noqa: SIM905  so many words read best as a text
    "account address agent batch budget channel city code color currency customer device discount "
    "event field filter folder group image invoice item key label level limit link list message "
    "method model note offer order owner page payment period phone plan point policy price "
    "profile project quota rate reason region report result role rule sample scope session shop "
    "source stage state store tag target task team ticket title token total trace unit user value "
    "version"
).split()
_SCALARS: Final[tuple[Json, ...]] = (
    {"type": "string"},
    {"type": "string", "minLength": 1, "maxLength": 80},
    {"type": "string", "format": "date-time"},
    {"type": "string", "format": "uuid"},
    {"type": "integer", "minimum": 0},
    {"type": "number"},
    {"type": "boolean"},
    {"type": ["string", "null"]},
    {"type": "array", "items": {"type": "string"}},
    {"type": "object", "additionalProperties": {"type": "number"}},
)
_METHODS: Final = ("list", "create", "get", "replace", "update", "delete", "search", "start")
_EACH_UNION: Final = 10


def document(operations: int) -> Json:
    """Return a document.

    Args:
        operations: Number of operations; there are as many models, and a few more.
    """
    rng = random.Random(operations)  # noqa: S311  not for secrets
    names = [_model_name(number) for number in range(operations)]
    schemas: Json = {"Error": _error()}
    for number, name in enumerate(names):
        is_union = number % _EACH_UNION == _EACH_UNION - 1
        schemas[name] = _union(names, number) if is_union else _model(names, number, rng)
    paths: Json = {}
    for number, (path, method, operation) in enumerate(_operations(names, rng)):
        if number == operations:
            break
        paths.setdefault(path, {})[method] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": f"Synthetic {operations}", "version": "1.0.0"},
        "servers": [{"url": "https://api.example.com/v1"}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas,
        },
    }


def _model_name(number: int) -> str:
    first, second = _WORDS[number % len(_WORDS)], _WORDS[number // len(_WORDS) % len(_WORDS)]
    return f"{second.title()}{first.title()}{number}"


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _error() -> Json:
    properties = {"code": {"type": "integer"}, "message": {"type": "string"}}
    return {"type": "object", "required": [*properties], "properties": properties}


def _model(names: list[str], number: int, rng: random.Random) -> Json:
    name = names[number]
    properties: Json = {"kind": {"type": "string", "const": name}}
    for word in rng.sample(_WORDS, rng.randint(3, 10)):
        properties[word] = {**_property(names, number, rng), "description": _text(word, rng)}
    return {
        "type": "object",
        "description": _text(name, rng),
        "required": ["kind", *rng.sample([*properties][1:], 2)],
        "properties": properties,
    }


def _property(names: list[str], number: int, rng: random.Random) -> Json:
    match rng.randint(0, 9):
        case 0 | 1 if number:
            return {"allOf": [_reference(names[rng.randrange(number)])]}
        case 2 if number:
            return {"type": "array", "items": _reference(names[rng.randrange(number)])}
        case 3:
            return {"type": "string", "enum": rng.sample(_WORDS, rng.randint(2, 6))}
        case 4:
            inside = {word: dict(rng.choice(_SCALARS)) for word in rng.sample(_WORDS, 3)}
            return {"type": "object", "properties": inside}
    return dict(rng.choice(_SCALARS))


def _union(names: list[str], number: int) -> Json:
    variants = [names[number - step] for step in (1, 2, 3)]
    mapping = {name: _reference(name)["$ref"] for name in variants}
    return {
        "oneOf": [_reference(name) for name in variants],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }


def _text(word: str, rng: random.Random) -> str:
    return f"The {word} of the {' '.join(rng.sample(_WORDS, rng.randint(3, 12)))}."


def _operations(names: list[str], rng: random.Random) -> Iterator[tuple[str, str, Json]]:
    """Yield path, HTTP method and operation, for one resource after another, endlessly."""
    for number in range(len(names)):
        tag = f"{_WORDS[number % len(_WORDS)]}s{number // len(_WORDS) or ''}"
        for method in _METHODS:
            model = _reference(rng.choice(names))
            yield _path(tag, method), _http_method(method), _operation(tag, method, model, rng)


def _path(tag: str, method: str) -> str:
    match method:
        case "list" | "create":
            return f"/{tag}"
        case "search" | "start":
            return f"/{tag}/{method}"
    return f"/{tag}/{{id}}"


def _http_method(method: str) -> str:
    known = {"create": "post", "replace": "put", "update": "patch", "delete": "delete"}
    return known.get(method, "post" if method in {"search", "start"} else "get")


def _operation(tag: str, method: str, model: Json, rng: random.Random) -> Json:
    parameters: list[Json] = []
    if "{id}" in _path(tag, method):
        schema = {"type": "string"}
        parameters.append({"name": "id", "in": "path", "required": True, "schema": schema})
    for word in rng.sample(_WORDS, rng.randint(0, 4)):
        place = rng.choice(("query", "query", "header"))
        schema = dict(rng.choice(_SCALARS[:7]))
        text = _text(word, rng)
        parameters.append({"name": word, "in": place, "schema": schema, "description": text})
    answer: Json = {"application/json": {"schema": model}}
    errors = {
        status: {
            "description": text,
            "content": {"application/json": {"schema": _reference("Error")}},
        }
        for status, text in (("400", "A wrong request."), ("404", "Nothing is there."))
    }
    operation: Json = {
        "operationId": f"{method}_{tag}",
        "tags": [tag],
        "summary": f"{method.title()} {tag}",
        "parameters": parameters,
        "responses": {"200": {"description": "A success.", "content": answer}, **errors},
    }
    if _http_method(method) in {"post", "put", "patch"}:
        operation["requestBody"] = {"required": True, "content": answer}
    return operation
