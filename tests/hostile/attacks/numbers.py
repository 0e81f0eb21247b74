"""Numbers that JSON, a float, 64 bits or Python source cannot hold, wherever one can stand."""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias

Json: TypeAlias = Any

NUMBERS: Final = {
    "infinity": ".inf",
    "less than any number": "-.inf",
    "no number": ".nan",
    "too large for a float": "1e400",
    "too small for a float": "-1e400",
    "the largest float": "1.7976931348623157e308",
    "the smallest float": "5e-324",
    "zero with a sign": "-0.0",
    "a whole number as a float": "1e22",
    "one too large for 64 bits": str(2**63),
    "one too small for 64 bits": str(-(2**63) - 1),
    "of 64 bits without a sign": str(2**64 - 1),
    "of 400 digits": str(10**400),
}
"""Numbers, as YAML writes them."""

KEYWORDS: Final = (
    *("const", "default", "enum", "example", "exclusiveMaximum", "exclusiveMinimum", "maxItems"),
    *("maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum"),
    "multipleOf",
)
TYPES: Final = ("integer", "number", "string", None)
ELSEWHERE: Final = (
    *("a server's variable", "the version", "a discriminator", "a choice of constants"),
    *("a merge of enums", "an example of a body", "a pause before a retry", "a growth of pauses"),
)

_HERE: Final = "@number@"


def document(number: str) -> bytes:
    """Return a document that has a number at every place, as YAML."""
    schemas = {
        f"{keyword} {kind}": {
            keyword: [_HERE, 1] if keyword == "enum" else _HERE,
            **({"type": kind} if kind else {}),
        }
        for keyword in KEYWORDS
        for kind in TYPES
    }
    paths = {f"/{n}": {"post": _operation(n, item)} for n, item in enumerate(schemas.values())}
    for n, schema in enumerate((_union(), _constants(), _merge())):
        paths[f"/other{n}"] = {"post": {**_operation(f"other{n}", schema), "parameters": []}}
    backoff = {"initialInterval": _HERE, "exponent": _HERE}
    paths["/retried"] = {
        "get": {
            "responses": {"204": {"description": "Done"}},
            "x-speakeasy-retries": {"strategy": "backoff", "backoff": backoff},
        }
    }
    variables = {"part": {"default": _HERE, "enum": [_HERE, 1]}}
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Numbers", "version": _HERE},
        "servers": [{"url": "https://numbers.example/{part}", "variables": variables}],
        "paths": paths,
    }
    return json.dumps(whole).replace(f'"{_HERE}"', number).encode()


def _operation(number: object, schema: Json) -> Json:
    body = {"type": "object", "required": ["needed"], "properties": {"a": schema, "needed": schema}}
    content = {"application/json": {"schema": body, "example": {"needed": _HERE}}}
    return {
        "operationId": f"call{number}",
        "parameters": [
            {"name": "a", "in": "query", "schema": schema},
            {"name": "needed_here", "in": "query", "required": True, "schema": schema},
        ],
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "Fine", "content": content}},
    }


def _union() -> Json:
    variants = [
        {"type": "object", "required": ["kind"], "properties": {"kind": {"const": value}}}
        for value in (_HERE, 2)
    ]
    return {"oneOf": variants, "discriminator": {"propertyName": "kind"}}


def _constants() -> Json:
    return {"anyOf": [{"const": _HERE, "title": "A"}, {"const": 2}, {"type": "integer"}]}


def _merge() -> Json:
    return {"allOf": [{"enum": [_HERE, 2]}, {"enum": [_HERE, 3]}]}
