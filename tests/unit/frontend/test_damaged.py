"""Whatever is wrong with a document, the front end says so and goes on, or stops with `Fatal`."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from sdkwright import passes
from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.frontend import lower
from sdkwright.model import methods
from sdkwright.source.document import Document
from sdkwright.source.normalize import normalize
from tests.unit.support.lowering import CONFIG

DOCUMENT = yaml.safe_load("""
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://{at}.example', variables: {at: {default: eu}}}]
security: [{key: []}]
tags: [{name: Things, description: About things.}]
x-speakeasy-globals: {parameters: [{$ref: '#/components/parameters/App'}]}
x-speakeasy-retries: {strategy: backoff, backoff: {exponent: 2}, statusCodes: ['429']}
paths:
  /x/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    post:
      operationId: makeX
      tags: [Things]
      parameters: [{name: offset, in: query, schema: {type: integer}, examples: {a: {value: 1}}}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/X'}}}}
      responses:
        '200': {$ref: '#/components/responses/Done'}
        '404': {description: Gone., content: {application/json: {schema: {properties: {a: {}}}}}}
      x-speakeasy-pagination:
        {type: offsetLimit, inputs: [{name: offset, in: parameters, type: offset}],
         outputs: {results: $.data}}
components:
  parameters: {App: {name: X-App, in: header, schema: {type: string}, example: a}}
  responses:
    Done:
      description: Done.
      content: {application/json: {schema: {type: object, properties: {data: {type: array}}}}}
  schemas:
    X:
      type: object
      required: [a]
      properties:
        a: {type: [string, 'null'], enum: [b, null], x-speakeasy-unknown-values: allow}
        c: {allOf: [{$ref: '#/components/schemas/X'}], description: D., deprecated: true}
        e: {anyOf: [{type: string}, {type: 'null'}], examples: [f]}
        g: {type: object, additionalProperties: {type: integer}}
        h: {const: i}
  securitySchemes: {key: {type: http, scheme: bearer}}
""")

DAMAGE: list[object] = [
    None,
    3,
    "#/components/schemas/X",
    [],
    [{}],
    {"a": {}},
    {"$ref": "#/nowhere"},
    {"$ref": 3},
]


def spots(value: object, *way: str | int) -> Iterator[tuple[str | int, ...]]:
    """Give the way to each value in a document."""
    inside: Iterator[tuple[Any, Any]] = iter(())
    if isinstance(value, dict):
        inside = iter(value.items())
    elif isinstance(value, list):
        inside = enumerate(value)
    for key, item in inside:
        yield (*way, key)
        yield from spots(item, *way, key)


def damaged(way: tuple[str | int, ...], damage: object) -> Document:
    data = copy.deepcopy(DOCUMENT)
    holder = data
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = damage
    return Document("api.yaml", data, lambda _: (1, 1))


@pytest.mark.parametrize("damage", DAMAGE, ids=repr)
def test_damage_anywhere_is_survived_and_no_operation_is_lost(damage: object) -> None:
    for way in spots(DOCUMENT):
        diagnostics = Diagnostics()
        try:
            document = normalize(damaged(way, damage), diagnostics)
            api = lower(document.data, CONFIG, diagnostics)
        except Fatal:
            assert diagnostics.has_errors, way
            continue
        passes.run(api, CONFIG, diagnostics)
        made = sum(len(resource.operations) for resource in api.resources)
        codes = {"dropped-operation", "ignored-operation"}
        dropped = {item.subject for item in diagnostics.items if item.code in codes}
        assert made + len(dropped) == count(document.data["paths"]), way


def count(paths: object) -> int:
    items = paths.values() if isinstance(paths, dict) else ()
    return sum(
        key in methods.HTTP_METHODS for item in items if isinstance(item, dict) for key in item
    )


def test_the_document_is_fine_before_it_is_damaged() -> None:
    diagnostics = Diagnostics()
    api = lower(DOCUMENT, CONFIG, diagnostics)
    assert [len(resource.operations) for resource in api.resources] == [1]
    assert diagnostics.items == []
