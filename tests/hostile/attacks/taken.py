"""Documents in which things are called like what generated code uses itself."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias

from sdkwright.model import naming

Json: TypeAlias = Any
ROOT: Final = Path(__file__).parents[3]


def names() -> list[str]:
    """Return names that Python and generated code use, each in one spelling."""
    found = {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, "cls", "__init__"}
    for path in ROOT.glob("tests/golden/taken/expected/src/*/*.py"):
        found |= {*_names_in(ast.parse(path.read_text(encoding="utf-8")))}
    by_words = {naming.split_words(name): name for name in sorted(found, reverse=True)}
    return sorted(name for words, name in by_words.items() if words)


def _names_in(tree: ast.AST) -> Iterable[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                yield name
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name


def _document(paths: Json, **more: Json) -> Json:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Taken", "version": "1"},
        "servers": [{"url": "https://taken.example"}],
        "paths": paths,
        **more,
    }


def _operation(id_: str, **more: Json) -> Json:
    return {"operationId": id_, "responses": {"204": {"description": "Done"}}, **more}


def _schemes(used: list[str]) -> Json:
    kinds = ({"type": "apiKey", "in": "header"}, {"type": "http", "scheme": "bearer"})
    schemes = {
        name: {**kinds[number % 2], **({"name": f"X-{number}"} if number % 2 == 0 else {})}
        for number, name in enumerate(used)
    }
    return _document(
        {"/x": {"get": _operation("x")}},
        components={"securitySchemes": schemes},
        security=[{name: []} for name in used],
    )


def _variables(used: list[str]) -> Json:
    url = f"https://x.example/{'/'.join(f'{{{name}}}' for name in used)}"
    variables = {name: {"default": "a"} for name in used}
    return {
        **_document({"/x": {"get": _operation("x")}}),
        "servers": [{"url": url, "variables": variables}],
    }


def _parameters(used: list[str], where: str) -> list[Json]:
    return [{"name": name, "in": where, "schema": {"type": "string"}} for name in used]


def _globals(used: list[str]) -> Json:
    given = _parameters(used, "header")
    return _document(
        {"/x": {"get": _operation("x", parameters=given)}},
        **{"x-speakeasy-globals": {"parameters": given}},
    )


def _in_place(where: str) -> Callable[[list[str]], Json]:
    def made(used: list[str]) -> Json:
        given = _parameters(used, where)
        return _document({"/x": {"get": _operation("x", parameters=given)}})

    return made


def _path_parameters(used: list[str]) -> Json:
    path = "".join(f"/{{{name}}}" for name in used)
    given = [{**item, "required": True} for item in _parameters(used, "path")]
    return _document({path: {"get": _operation("x", parameters=given)}})


def _object(used: list[str]) -> Json:
    kinds = ("string", "integer", "boolean", "array", "number")
    properties: Json = {name: {"type": kinds[n % len(kinds)]} for n, name in enumerate(used)}
    for item in properties.values():
        if item["type"] == "array":
            item["items"] = {"type": "string", "format": "date-time"}
    return {"type": "object", "properties": properties}


def _properties(used: list[str]) -> Json:
    content = {"application/json": {"schema": _object(used)}}
    responses = {"200": {"description": "Fine", "content": content}}
    body = {"required": True, "content": content}
    return _document({"/x": {"post": _operation("x", requestBody=body, responses=responses)}})


def _fields(used: list[str]) -> Json:
    content = {"application/json": {"schema": {"type": "array", "items": _object(used)}}}
    responses = {"200": {"description": "Fine", "content": content}}
    return _document({"/x": {"get": _operation("x", responses=responses)}})


def _methods(used: list[str]) -> Json:
    answers = [{"type": "string"}, {"type": "array", "items": {"type": "integer"}}]
    paths = {}
    for number, name in enumerate(used):
        content = {"application/json": {"schema": answers[number % 2]}}
        responses = {"200": {"description": "Fine", "content": content}}
        paths[f"/{number}"] = {"get": _operation(name, tags=["x"], responses=responses)}
    return _document(paths)


def _tags(used: list[str]) -> Json:
    return _document(
        {f"/{n}": {"get": _operation("x", tags=[name])} for n, name in enumerate(used)}
    )


def _groups(used: list[str]) -> Json:
    return _document(
        {
            f"/{n}": {"get": {**_operation("x"), "x-speakeasy-group": f"x.{name}"}}
            for n, name in enumerate(used)
        }
    )


def _schemas(used: list[str]) -> Json:
    schemas = {
        name: {"type": "object", "properties": {"next": {"$ref": f"#/components/schemas/{other}"}}}
        for name, other in zip(used, [*used[1:], used[0]], strict=True)
    }
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{used[0]}"}}}
    responses = {"200": {"description": "Fine", "content": content}}
    get = _operation("x", responses=responses, requestBody={"content": content})
    return _document({"/x": {"post": get}}, components={"schemas": schemas})


def _webhooks(used: list[str]) -> Json:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    post = {"requestBody": {"content": {"application/json": {"schema": schema}}}}
    return _document(
        {"/x": {"get": _operation("x")}}, webhooks={name: {"post": dict(post)} for name in used}
    )


PLACES: Final[dict[str, Callable[[list[str]], Json]]] = {
    "a security scheme": _schemes,
    "a variable of a server": _variables,
    "a global parameter": _globals,
    "a query parameter": _in_place("query"),
    "a header": _in_place("header"),
    "a cookie": _in_place("cookie"),
    "a path parameter": _path_parameters,
    "a property of a body": _properties,
    "a property of a model": _fields,
    "an operation": _methods,
    "a tag": _tags,
    "a group in another": _groups,
    "a schema": _schemas,
    "a webhook": _webhooks,
}
"""What is called like that, and the document in which it is."""
