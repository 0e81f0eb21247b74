"""Every place of a document where text can stand that reaches a file, and texts to put there.

A place is a function that puts a text into a document. Those that only describe or name things
take any text, so they are attacked all at once. Those that HTTP or OpenAPI have rules for are
attacked one by one: there, a text is made harmless or refused with its place.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, Final

Document = dict[str, Any]
Place = Callable[[Document, str], None]

CODE: Final = "__import__('os').system('touch /tmp/owned')"

PAYLOADS: Final[Mapping[str, str]] = {
    "double quotes around code": f'"; {CODE}; "',
    "single quotes around code": f"'; {CODE}; '",
    "triple double quotes": f'"""\n{CODE}\n"""',
    "triple single quotes": f"'''\n{CODE}\n'''",
    "quotes that come up to three": '""',
    "backslash at the end": "ends with \\",
    "backslashes and quotes": '\\" \\\\" \\\\\\" \\\'',
    "escapes": "\\N{BULLET} \\x41 \\u0041 \\0 \\",
    "line ends at the edges": f"\n\r\n{CODE}\n\r",
    "a line end and a keyword": f"a\nimport os\n{CODE}\n#",
    "a comment that ends": f"text # \n{CODE}",
    "C comments": "*/ alert(1) /* //",
    "Jinja expression": "{{ self.__init__.__globals__ }}",
    "Jinja statement": "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "Jinja comment": "{# open",
    "Jinja raw": "{% raw %} {% endraw %}",
    "f-string": f"{{{CODE}}} {{0}} {{x!r:>{{y}}}} %s %(x)s",
    "template string": "${HOME} $(id) `id` ; rm -rf ~ && id | id > x",
    "null": "a\x00b",
    "control characters": "a\x01\x07\x08\x0b\x0c\x1b[31mred\x7f\x9b",
    "bidirectional marks": "a\u202e\u2066b\u2069\u200f",
    "zero-width marks": "a\u200b\u2060\ufeff\u00adb",
    "line separators": f"a\u2028{CODE}\u2029b\x85c",
    "look-alikes": "\uff49\uff4d\uff50\uff4f\uff52\uff54 \uff4f\uff53 \u017felf \u00aa\u00ba",
    "surrogate": "a\ud800b",
    "beyond the first plane": "\U0001f600 \U000e0041 \U0010ffff",
    "HTML script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "HTML comment": "--> <!-- <b> ]]> <![CDATA[",
    "Markdown link": "[a](javascript:alert(1)) ](javascript:alert(1)) [b]: javascript:alert(1)",
    "Markdown image": "![a](https://tracker.example/x.png)",
    "autolink": "<javascript:alert(1)> <file:///etc/passwd>",
    "table": "a | b || c\n|---|---|\n| d |",
    "backticks": "` `` ``` ~~~ `a``",
    "a fence": "```\n# not code\n```python\n",
    "headings": "# one\n===\n---\n> quote\n1. item",
    "TOML": f"\"\n[project.scripts]\nx = \"{CODE}\"\n# '''",
    "JSON": '", "x": {"y": [], "$ref": "#/"} ',
    "dunder": "__class__",
    "keyword": "lambda",
    "a long word": "w" * 5000,
    "many words": "word " * 2000,
    "nothing but marks": "!@#$%^&*()",
    "blank": "   \t ",
}


def base() -> Document:
    """Make a document that has something at every place."""
    return copy.deepcopy(_BASE)


def _at(*path: str | int) -> Place:
    def put(document: Document, text: str) -> None:
        *way, last = path
        item: Any = document
        for step in way:
            item = item[step]
        item[last] = text

    return put


def _key(*path: str | int) -> Place:
    """A place that is a key: the last step, which is renamed."""

    def put(document: Document, text: str) -> None:
        *way, last = path
        item: Any = document
        for step in way:
            item = item[step]
        renamed = {text if key == last else key: value for key, value in item.items()}
        item.clear()
        item.update(renamed)

    return put


def _in_list(*path: str | int) -> Place:
    def put(document: Document, text: str) -> None:
        item: Any = document
        for step in path:
            item = item[step]
        item.append(text)

    return put


_GET: Final = ("paths", "/things/{id}", "get")
_POST: Final = ("paths", "/things/{id}", "post")
_THING: Final = ("components", "schemas", "Thing")

FREE: Final[Mapping[str, Place]] = {
    "title": _at("info", "title"),
    "version of the API": _at("info", "version"),
    "description of the API": _at("info", "description"),
    "description of a tag": _at("tags", 0, "description"),
    "description of a server": _at("servers", 0, "description"),
    "summary": _at(*_GET, "summary"),
    "description": _at(*_GET, "description"),
    "advice on what is deprecated": _at(*_GET, "x-speakeasy-deprecation-message"),
    "description of a parameter": _at(*_GET, "parameters", 1, "description"),
    "example of a parameter": _at(*_GET, "parameters", 1, "example"),
    "default of a parameter": _at(*_GET, "parameters", 1, "schema", "default"),
    "name of a query parameter": _at(*_GET, "parameters", 2, "name"),
    "value of an enum of a parameter": _in_list(*_GET, "parameters", 3, "schema", "enum"),
    "description of a response": _at(*_GET, "responses", "200", "description"),
    "description of a failure": _at(*_GET, "responses", "404", "description"),
    "description of a body": _at(*_POST, "requestBody", "description"),
    "description of a schema": _at(*_THING, "description"),
    "title of a schema": _at(*_THING, "title"),
    "description of a property": _at(*_THING, "properties", "text", "description"),
    "example of a property": _at(*_THING, "properties", "text", "example"),
    "default of a property": _at(*_THING, "properties", "text", "default"),
    "constant": _at(*_THING, "properties", "constant", "const"),
    "value of an enum": _in_list(*_THING, "properties", "kind", "enum"),
    "format": _at(*_THING, "properties", "formatted", "format"),
    "name of an enum's value": _in_list(*_THING, "properties", "kind", "x-enum-varnames"),
    "description of an enum's value": _in_list(
        *_THING, "properties", "kind", "x-enum-descriptions"
    ),
    "constant in a union that contains itself": _at(
        "components", "schemas", "Tree", "oneOf", 1, "const"
    ),
    "value of a discriminator in it": _key(
        "components", "schemas", "Node", "discriminator", "mapping", "leaf"
    ),
    "value of a discriminator": _key(
        "components", "schemas", "Pet", "discriminator", "mapping", "c"
    ),
    "value of an extension": _at(*_THING, "x-anything"),
    "name of an extension": _key(*_THING, "x-anything"),
    "description of a credential": _at("components", "securitySchemes", "key", "description"),
}
"""Places that take any text."""

RULED: Final[Mapping[str, Place]] = {
    "name of a property": _key(*_THING, "properties", "named"),
    "name of a tag": _at(*_GET, "tags", 0),
    "operationId": _at(*_GET, "operationId"),
    "x-speakeasy-name-override": _at(*_POST, "x-speakeasy-name-override"),
    "name of a schema": _key("components", "schemas", "Other"),
    "path": lambda document, text: _key("paths", "/others")(document, f"/{text}"),
    "name of a header parameter": _at(*_GET, "parameters", 4, "name"),
    "name of a cookie": _at(*_GET, "parameters", 5, "name"),
    "name of a path parameter": _at(*_GET, "parameters", 0, "name"),
    "media type of a body": _key(*_POST, "requestBody", "content", "application/json"),
    "media type of a response": _key(*_GET, "responses", "200", "content", "application/json"),
    "status": _key(*_GET, "responses", "404"),
    "URL of a server": _at("servers", 0, "url"),
    "id of a server": _at("servers", 0, "x-speakeasy-server-id"),
    "variable of a server": _key("servers", 1, "variables", "region"),
    "default of a variable": _at("servers", 1, "variables", "region", "default"),
    "pattern": _at(*_THING, "properties", "text", "pattern"),
    "name of a security scheme": _key("components", "securitySchemes", "spare"),
    "name of the header of a key": _at("components", "securitySchemes", "key", "name"),
    "scheme of HTTP": _at("components", "securitySchemes", "bearer", "scheme"),
    "URL of tokens": _at(
        "components", "securitySchemes", "oauth", "flows", "clientCredentials", "tokenUrl"
    ),
    "scope": _at("paths", "/others", "get", "security", 0, "oauth", 0),
    "reference": _at("paths", "/others", "get", "responses", "200", "$ref"),
    "property of a discriminator": _at(
        "components", "schemas", "Pet", "discriminator", "propertyName"
    ),
    "required property": _in_list(*_THING, "required"),
    "type": _at(*_THING, "properties", "text", "type"),
    "style": _at(*_GET, "parameters", 1, "style"),
    "version of OpenAPI": _at("openapi"),
}
"""Places that there are rules for."""

_BASE: Final[Document] = {
    "openapi": "3.1.0",
    "info": {"title": "Things", "version": "1", "description": "All of them."},
    "servers": [
        {"url": "https://things.example", "description": "Here", "x-speakeasy-server-id": "here"},
        {
            "url": "https://{region}.things.example",
            "variables": {"region": {"default": "eu", "description": "Where"}},
        },
    ],
    "tags": [{"name": "Things", "description": "About them."}],
    "security": [{"bearer": []}, {"key": []}],
    "paths": {
        "/things/{id}": {
            "get": {
                "operationId": "getThing",
                "tags": ["Things"],
                "summary": "Get it",
                "description": "Get a thing.",
                "deprecated": True,
                "x-speakeasy-deprecation-message": "Use another.",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {
                        "name": "q",
                        "in": "query",
                        "description": "What for",
                        "example": "x",
                        "schema": {"type": "string", "default": "x"},
                    },
                    {"name": "named", "in": "query", "schema": {"type": "string"}},
                    {
                        "name": "kind",
                        "in": "query",
                        "schema": {"type": "string", "enum": ["one", "two"]},
                    },
                    {"name": "X-Head", "in": "header", "schema": {"type": "string"}},
                    {"name": "crumb", "in": "cookie", "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "description": "A thing",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                        },
                    },
                    "404": {
                        "description": "None",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {"message": {"type": "string"}},
                                }
                            }
                        },
                    },
                },
            },
            "post": {
                "operationId": "setThing",
                "tags": ["Things"],
                "x-speakeasy-name-override": "set",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "requestBody": {
                    "description": "The thing",
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                    },
                },
                "responses": {"204": {"description": "Done"}},
            },
        },
        "/others": {
            "get": {
                "operationId": "getOthers",
                "tags": ["Others"],
                "security": [{"oauth": ["read"]}],
                "responses": {"200": {"$ref": "#/components/responses/Others"}},
            }
        },
    },
    "components": {
        "responses": {
            "Others": {
                "description": "Others",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "array",
                            "items": {
                                "type": "object",
                                "properties": {
                                    "pet": {"$ref": "#/components/schemas/Pet"},
                                    "tree": {"$ref": "#/components/schemas/Tree"},
                                    "node": {"$ref": "#/components/schemas/Node"},
                                },
                            },
                        }
                    }
                },
            }
        },
        "schemas": {
            "Thing": {
                "type": "object",
                "title": "A thing",
                "description": "What it is.",
                "x-anything": "anything",
                "required": ["text"],
                "properties": {
                    "text": {
                        "type": "string",
                        "description": "Words",
                        "example": "x",
                        "default": "x",
                        "pattern": "x",
                    },
                    "named": {"type": "string"},
                    "constant": {"const": "x"},
                    "formatted": {"type": "string", "format": "x"},
                    "kind": {
                        "type": "string",
                        "enum": ["one", "two"],
                        "x-enum-varnames": ["ONE", "TWO"],
                        "x-enum-descriptions": ["The first", "The second"],
                    },
                },
            },
            "Other": {"type": "object", "properties": {"a": {"type": "string"}}},
            "Cat": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"type": "string"}, "purrs": {"type": "boolean"}},
            },
            "Dog": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"type": "string"}, "barks": {"type": "boolean"}},
            },
            "Tree": {
                "oneOf": [
                    {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
                    {"const": "x"},
                    {"$ref": "#/components/schemas/Node"},
                ]
            },
            "Leaf": {
                "type": "object",
                "required": ["is"],
                "properties": {"is": {"type": "string"}, "tree": {"type": "integer"}},
            },
            "Branch": {
                "type": "object",
                "required": ["is"],
                "properties": {
                    "is": {"type": "string"},
                    "inside": {"$ref": "#/components/schemas/Tree"},
                },
            },
            "Node": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Leaf"},
                    {"$ref": "#/components/schemas/Branch"},
                    {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
                ],
                "discriminator": {
                    "propertyName": "is",
                    "mapping": {
                        "leaf": "#/components/schemas/Leaf",
                        "branch": "#/components/schemas/Branch",
                    },
                },
            },
            "Pet": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Cat"},
                    {"$ref": "#/components/schemas/Dog"},
                ],
                "discriminator": {
                    "propertyName": "type",
                    "mapping": {
                        "c": "#/components/schemas/Cat",
                        "dog": "#/components/schemas/Dog",
                    },
                },
            },
        },
        "securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "A key"},
            "spare": {"type": "http", "scheme": "basic"},
            "oauth": {
                "type": "oauth2",
                "flows": {
                    "clientCredentials": {
                        "tokenUrl": "https://things.example/token",
                        "scopes": {"read": "Reading"},
                    }
                },
            },
        },
    },
}

RULED_PAYLOADS: Final = (
    "double quotes around code",
    "triple double quotes",
    "backslashes and quotes",
    "a line end and a keyword",
    "Jinja expression",
    "f-string",
    "null",
    "line separators",
    "surrogate",
    "HTML script",
    "Markdown link",
    "table",
    "TOML",
    "keyword",
    "a long word",
    "blank",
)
"""Those that differ most, for the places that are attacked one by one."""
