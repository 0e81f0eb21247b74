"""The root of a document, and the extensions that it and operations have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import ir
from generator.diagnostics import Diagnostics, Fatal
from generator.document import Document, load
from generator.frontend import lower
from generator.normalize import normalize
from tests.unit.frontend.lowering import CONFIG, Lowered, lower_data

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
AT = "/paths/~1x/get"


def lower_get(**extensions: Any) -> Lowered:
    operation = {"responses": {"204": {"description": "Done."}}, **extensions}
    return lower_data({"paths": {"/x": {"get": operation}}})


def test_no_server_is_none() -> None:
    assert lower_data({"paths": {}}).api.servers == ()


def test_a_variable_of_a_server_keeps_its_default() -> None:
    lowered = lower_data(
        {
            "paths": {},
            "servers": [{"url": "https://{at}.example", "variables": {"at": {"default": "eu"}}}],
        }
    )
    assert [server.url for server in lowered.api.servers] == ["https://eu.example"]
    assert [(code, at) for code, _, at in lowered.said] == [
        ("fixed-server-variable", "/servers/0/variables/at")
    ]


def test_a_server_without_a_host_is_warned_of() -> None:
    lowered = lower_data({"paths": {}, "servers": [{"url": "/v1"}]})
    assert [(code, at) for code, _, at in lowered.said] == [("relative-server", "/servers/0/url")]


def test_webhooks_are_noted() -> None:
    assert lower_data({"paths": {}, "webhooks": {"x": {}}}).said == [
        (
            "ignored-webhooks",
            "the requests that the server makes are not part of the SDK",
            "/webhooks",
        )
    ]


@pytest.mark.parametrize(
    ("data", "places"),
    [
        ({"openapi": "3.2.0", "info": {"title": "T", "version": "1"}}, ["/openapi"]),
        ({"openapi": "3.1.0", "info": {}}, ["/info", "/info"]),
        ({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "tags": [3]}, ["/tags/0"]),
    ],
)
def test_a_root_that_cannot_be_read_is_fatal(data: dict[str, Any], places: list[str]) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(Fatal):
        lower(Document("api.yaml", data, lambda _: (1, 1)), CONFIG, diagnostics)
    assert [item.pointer for item in diagnostics.items] == places[:1] * len(diagnostics.items)
    assert {item.code for item in diagnostics.items} == {"invalid-document"}


@pytest.mark.parametrize(("paths", "at"), [([], "/paths"), ({"/x": "y", "x-y": "z"}, "/paths/~1x")])
def test_paths_that_are_no_objects_are_errors(paths: object, at: str) -> None:
    assert lower_data({"paths": paths}).said == [("invalid-document", "this must be an object", at)]


def test_retries() -> None:
    lowered = lower_get(**yaml.safe_load("""
            x-speakeasy-retries:
              strategy: backoff
              backoff: {initialInterval: 100, maxInterval: 2000, exponent: 2, maxElapsedTime: 9000}
              statusCodes: ['429', 5xx]
              retryConnectionErrors: true
            """))
    assert lowered.operation.retries == ir.RetryPolicy(
        status_codes=("429", "5XX"),
        connection_errors=True,
        initial_interval=100,
        max_interval=2000,
        exponent=2.0,
        max_elapsed_time=9000,
    )


def test_no_retries_are_a_policy_too() -> None:
    lowered = lower_get(**{"x-speakeasy-retries": {"strategy": "none"}})
    assert lowered.operation.retries == ir.RetryPolicy(
        status_codes=(),
        connection_errors=False,
        initial_interval=0,
        max_interval=0,
        exponent=1.0,
        max_elapsed_time=0,
    )


def test_the_document_has_retries_for_all() -> None:
    lowered = lower_data({"paths": {}, "x-speakeasy-retries": {"strategy": "backoff"}})
    assert lowered.api.retries == ir.RetryPolicy((), False, 500, 60_000, 1.5, 3_600_000)


@pytest.mark.parametrize(
    "given",
    [
        3,
        {"strategy": "sometimes"},
        {"strategy": "backoff", "statusCodes": ["fine"]},
        {"strategy": "backoff", "backoff": {"initialInterval": "1s"}},
        {"strategy": "backoff", "backoff": {"exponent": 0}},
    ],
)
def test_retries_that_are_not_understood_are_warned_of(given: object) -> None:
    lowered = lower_get(**{"x-speakeasy-retries": given})
    assert lowered.operation.retries is None
    assert [(code, at) for code, _, at in lowered.said] == [
        ("invalid-extension", f"{AT}/x-speakeasy-retries")
    ]


def test_globals_that_are_not_understood_are_warned_of() -> None:
    lowered = lower_data({"paths": {}, "x-speakeasy-globals": []})
    assert [(code, at) for code, _, at in lowered.said] == [
        ("invalid-extension", "/x-speakeasy-globals")
    ]


def test_an_extension_that_changes_nothing_is_noted() -> None:
    lowered = lower_get(**{"x-speakeasy-usage-example": "a", "x-other": "b"})
    assert lowered.said == [
        (
            "unsupported-extension",
            "`x-speakeasy-usage-example` is not supported and changes nothing",
            f"{AT}/x-speakeasy-usage-example",
        )
    ]


PAGED = """
operationId: listX
parameters:
  - {name: offset, in: query, schema: {type: integer}}
  - {name: limit, in: query, schema: {type: integer}}
responses:
  '200':
    description: Some.
    content:
      application/json:
        schema:
          type: object
          properties: {data: {type: array, items: {type: string}}, total: {type: integer}}
"""


def paged(extension: str) -> Lowered:
    operation = yaml.safe_load(PAGED) | {"x-speakeasy-pagination": yaml.safe_load(extension)}
    return lower_data({"paths": {"/x": {"get": operation}}})


def test_pages_by_offset_and_limit() -> None:
    lowered = paged("""
        type: offsetLimit
        inputs:
          - {name: offset, in: parameters, type: offset}
          - {name: limit, in: parameters, type: limit}
        outputs: {results: $.data}
        """)
    assert lowered.said == []
    assert lowered.operation.pagination == ir.Pagination(
        kind="offsetLimit",
        offset="offset",
        limit="limit",
        results=("data",),
        item=ir.Primitive("string"),
    )


@pytest.mark.parametrize(
    ("inputs", "results", "why"),
    [
        ("[{name: offset, in: parameters, type: offset}]", "$.total", "does not lead to a list"),
        ("[{name: offset, in: parameters, type: offset}]", "$.data[0]", "as a path of names"),
        ("[{name: nobody, in: parameters, type: offset}]", "$.data", "no query parameter"),
        ("[{name: limit, in: parameters, type: limit}]", "$.data", "one `offset`"),
    ],
)
def test_pages_that_cannot_be_walked_are_warned_of(inputs: str, results: str, why: str) -> None:
    lowered = paged(f"{{type: offsetLimit, inputs: {inputs}, outputs: {{results: '{results}'}}}}")
    assert lowered.operation.pagination is None
    ((code, message, at),) = lowered.said
    assert (code, at) == ("unsupported-pagination", f"{AT}/x-speakeasy-pagination")
    assert why in message


def test_pages_by_cursor_are_not_walked_yet() -> None:
    lowered = paged("{type: cursor}")
    assert lowered.said == [
        (
            "unsupported-pagination",
            "pages cannot be walked: its type is another than `offsetLimit`",
            f"{AT}/x-speakeasy-pagination",
        )
    ]


@pytest.mark.parametrize(
    "path",
    sorted([*CORPUS.glob("*.yaml"), *CORPUS.glob("*.json")])
    or [pytest.param(CORPUS, marks=pytest.mark.skip(reason="the shared corpus is not here"))],
    ids=lambda path: path.name,
)
def test_every_operation_of_a_real_document_is_lowered_or_dropped(path: Path) -> None:
    diagnostics = Diagnostics()
    try:
        document = normalize(load(path, diagnostics), diagnostics)
        api = lower(document, CONFIG, diagnostics)
    except Fatal:
        assert diagnostics.has_errors
        return
    lowered = [
        f"{operation.method.upper()} {operation.path}"
        for resource in api.resources
        for operation in resource.operations
    ]
    codes = {"dropped-operation", "ignored-operation"}
    dropped = [item.subject for item in diagnostics.items if item.code in codes]
    documented = [
        f"{method.upper()} {at}"
        for at, item in document.data["paths"].items()
        for method in item
        if method in ir.HTTP_METHODS
    ]
    assert sorted([*{*lowered}, *dropped]) == sorted(documented)  # one may be several methods
