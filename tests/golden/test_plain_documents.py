"""What documents plainly say, from the document to the wire: one small package for all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest
import yaml

from tests.golden.support.packages import imported
from tests.support.server import Server, reply

DOCUMENT: Final = yaml.safe_load("""
openapi: 3.2.0
info: {title: Plain, version: "1"}
servers: [{url: "https://plain.example.com"}]
tags: [{name: boxes}]
paths:
  /level:
    put:
      operationId: setLevel
      tags: [boxes]
      requestBody: &level
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                always: {const: 1}
                some: {type: integer, enum: [1, 2]}
                any: {type: integer}
                size: {type: number}
      responses: {'200': {description: Done., content: {application/json: {schema: {
        $ref: '#/paths/~1level/put/requestBody/content/application~1json/schema'}}}}}
  /stamp:
    put:
      operationId: stamp
      tags: [boxes]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [id], properties: {id: {type: string, readOnly: true}}}
      responses: {'204': {description: Done.}}
  /weight:
    post:
      operationId: weigh
      tags: [boxes]
      requestBody: {required: true, content: {application/json: {
        $ref: '#/components/mediaTypes/Weight'}}}
      responses: {'200': {description: Done., content: {application/json: {
        $ref: '#/components/mediaTypes/Weight'}}}}
  /note:
    post:
      operationId: note
      tags: [boxes]
      requestBody:
        required: true
        content:
          application/xml: {schema: &note {type: object, properties: {text: {type: string}}}}
          application/json: {schema: *note}
      responses: {'204': {description: Done.}}
  /scan:
    post:
      operationId: scan
      tags: [boxes]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties: {page: {type: string, contentMediaType: application/octet-stream}}
      responses: {'204': {description: Done.}}
components:
  mediaTypes:
    Weight: {schema: {type: object, required: [grams], properties: {grams: {type: integer}}}}
""")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("plain")) as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as opened:
        yield opened


@pytest.fixture
def boxes(package: Any, server: Server) -> Iterator[Any]:
    (client_class,) = (getattr(package, n) for n in package.__all__ if n.startswith("Random"))
    with client_class(
        server_url=server.url, response_validation="strict", validate_requests=True
    ) as client:
        yield client.boxes


def test_a_whole_number_with_a_fraction_of_nothing_is_an_integer(
    boxes: Any, server: Server
) -> None:
    body = b'{"always": 1.0, "some": 2.0, "any": 3.0}'
    server.answers(reply(200, body, {"Content-Type": "application/json"}))
    level = boxes.set_level(always=1.0, some=2.0, any=3.0)
    assert [repr(value) for value in (level.always, level.some, level.any)] == ["1", "2", "3"]
    assert server.seen[0].json == {"always": 1, "some": 2, "any": 3}


def test_an_integer_that_is_a_number_keeps_its_digits(boxes: Any, server: Server) -> None:
    size = 98249283749234923498293171823948729348710298301928331
    server.answers(reply(200, b'{"size": %d}' % size, {"Content-Type": "application/json"}))
    assert boxes.set_level(size=size).size == size
    assert server.seen[0].body == b'{"size":%d}' % size


def test_a_body_of_what_only_the_server_sets_is_an_empty_object(boxes: Any, server: Server) -> None:
    server.answers(reply(204))
    boxes.stamp()
    assert server.seen[0].body == b"{}"


def test_media_types_of_the_components_have_types(boxes: Any, package: Any, server: Server) -> None:
    server.answers(reply(200, {"grams": 5}))
    assert boxes.weigh(grams=4).grams == 5
    assert server.seen[0].json == {"grams": 4}
    with pytest.raises(package.errors.RequestValidationError, match="expected integer"):
        boxes.weigh(grams="4")


def test_json_is_sent_where_another_media_type_has_the_same_schema(
    boxes: Any, server: Server
) -> None:
    server.answers(reply(204))
    boxes.note(text="a")
    (request,) = server.seen
    assert request.header("content-type") == "application/json"
    assert json.loads(request.body) == {"text": "a"}


def test_text_whose_content_is_binary_is_a_file(boxes: Any, server: Server) -> None:
    server.answers(reply(204))
    boxes.scan(page=b"\x00\xff")
    (request,) = server.seen
    assert b'name="page"; filename="page"' in request.body
    assert b"\r\n\r\n\x00\xff\r\n" in request.body
