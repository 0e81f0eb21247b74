"""The root of a document, and the extensions that it and operations have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.frontend import lower
from sdkwright.model import ir, methods
from sdkwright.runtime.retries import BackoffStrategy
from sdkwright.source.document import load
from sdkwright.source.normalize import normalize
from tests.unit.support.lowering import CONFIG, Lowered, lower_data

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
AT = "/paths/~1x/get"


def lower_get(**extensions: Any) -> Lowered:
    operation = {"responses": {"204": {"description": "Done."}}, **extensions}
    return lower_data({"paths": {"/x": {"get": operation}}})


def test_no_server_is_none() -> None:
    assert lower_data({"paths": {}}).api.servers == ()


REGION = ir.ServerVariable(
    ir.Name("at"),
    "eu",
    ("eu", "us"),
    ir.Doc(description="Where."),
    ir.SourcePointer("/servers/0/variables/at"),
)


def test_a_server_has_variables() -> None:
    variable = {"default": "eu", "enum": ["eu", "us"], "description": "Where."}
    lowered = lower_data(
        {"paths": {}, "servers": [{"url": "https://{at}.example", "variables": {"at": variable}}]}
    )
    assert lowered.said == []
    assert lowered.api.servers == (
        ir.Server("", "https://{at}.example", "", ir.SourcePointer("/servers/0"), (REGION,)),
    )
    assert lowered.api.server_variables == (REGION,)


def test_a_variable_of_several_servers_may_be_what_it_may_be_for_one_of_them() -> None:
    urls = {
        "https://{a}.one/{b}": {"a": {"default": "x", "enum": ["x"]}, "b": {"default": "1"}},
        "https://{a}.two": {"a": {"default": "y", "enum": ["y", "x"]}},
    }
    own = {"url": "https://{b}", "variables": {"b": {"default": "2", "enum": ["2"]}}}
    lowered = lower_data(
        {
            "servers": [{"url": url, "variables": variables} for url, variables in urls.items()],
            "paths": {"/x": {"get": {"servers": [own], "responses": {}}}},
        }
    )
    assert [(v.name.wire, v.default, v.values) for v in lowered.api.server_variables] == [
        ("a", "x", ("x", "y")),
        ("b", "1", ()),
    ]


@pytest.mark.parametrize(
    ("server", "said", "variables"),
    [
        (
            {"url": "https://{at}.example"},
            (
                "undeclared-variable",
                "server variable `at` is not declared; callers must pass it",
                "/servers/0/url",
            ),
            [("at", None, ())],
        ),
        (
            {"url": "https://{at}.example", "variables": {"at": {}}},
            (
                "invalid-server-variable",
                "server variable `at` has no default; callers must pass it",
                "/servers/0/variables/at",
            ),
            [("at", None, ())],
        ),
        (
            {"url": "https://{at}.example", "variables": {"at": {"enum": [1, 2]}}},
            (
                "invalid-server-variable",
                "server variable `at` has no default; using `1`",
                "/servers/0/variables/at",
            ),
            [("at", "1", ("1", "2"))],
        ),
        (
            {"url": "https://{at}.e", "variables": {"at": {"default": "eu", "enum": ["us"]}}},
            (
                "invalid-server-variable",
                "the default of server variable `at` is not in its `enum`; it is allowed as well",
                "/servers/0/variables/at/default",
            ),
            [("at", "eu", ("eu", "us"))],
        ),
        (
            {"url": "https://e.example", "variables": {"at": {"default": "eu"}}},
            (
                "unused-variable",
                "server variable `at` is not in the URL; it is ignored",
                "/servers/0/variables/at",
            ),
            [],
        ),
        (
            {"url": "https://e.example/v1?a=b#c"},
            (
                "invalid-server",
                "the fragment of the server's URL is never sent; it is ignored",
                "/servers/0/url",
            ),
            [],
        ),
        (
            {"description": "Nowhere."},
            ("invalid-server", "the server has no `url` and is ignored", "/servers/0"),
            None,
        ),
        (
            "https://e.example",
            ("invalid-server", "the server has no `url` and is ignored", "/servers/0"),
            None,
        ),
    ],
)
def test_a_server_with_a_fault_is_read_with_a_warning(
    server: object, said: tuple[str, str, str], variables: list[tuple[Any, ...]] | None
) -> None:
    lowered = lower_data({"paths": {}, "servers": [server]})
    assert lowered.said == [said]
    assert [
        [(v.name.wire, v.default, v.values) for v in server.variables]
        for server in lowered.api.servers
    ] == ([] if variables is None else [variables])


def test_servers_that_are_no_list_are_none() -> None:
    lowered = lower_data({"paths": {}, "servers": {"url": "https://e.example"}})
    assert lowered.api.servers == ()
    assert [(code, at) for code, _, at in lowered.said] == [("invalid-server", "/servers")]


def test_a_server_without_a_host_is_warned_of() -> None:
    lowered = lower_data({"paths": {}, "servers": [{"url": "/v1"}]})
    assert [(code, at) for code, _, at in lowered.said] == [("relative-server", "/servers/0/url")]


@pytest.mark.parametrize(
    ("servers", "urls", "codes"),
    [
        (None, ["https://e.example/v1"], []),
        ([], ["https://e.example/v1"], []),
        ([{"url": "/v2"}], ["https://e.example/v2"], []),
        ([{"url": "v2"}], ["https://e.example/v2"], []),
        (
            [{"url": "/"}, {"url": "https://o.example"}],
            ["https://e.example/", "https://o.example"],
            [],
        ),
        ([{"url": "//o.example/v2"}], ["https://o.example/v2"], []),
        ([{"url": "https://o.example"}], ["https://o.example"], ["unused-server-url"]),
    ],
)
def test_the_settings_say_where_the_api_is_if_the_document_does_not(
    servers: Any, urls: list[str], codes: list[str]
) -> None:
    data = {"paths": {}} if servers is None else {"paths": {}, "servers": servers}
    lowered = lower_data(data, server_url="https://e.example/v1")
    assert [server.url for server in lowered.api.servers] == urls
    assert [code for code, _, _ in lowered.said] == codes


@pytest.mark.parametrize(
    ("data", "places"),
    [
        ({"openapi": "2.0", "info": {"title": "T", "version": "1"}}, ["/openapi"]),
        ({"openapi": "3.1.0", "info": {}}, ["/info", "/info"]),
        (
            {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "security": 3},
            ["/security"],
        ),
    ],
)
def test_a_root_that_cannot_be_read_is_fatal(data: dict[str, Any], places: list[str]) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(Fatal):
        lower(data, CONFIG, diagnostics)
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
        initial_interval=1,
        max_interval=1,
        exponent=1.0,
        max_elapsed_time=0,
    )


def test_the_document_has_retries_for_all() -> None:
    lowered = lower_data({"paths": {}, "x-speakeasy-retries": {"strategy": "backoff"}})
    assert lowered.api.retries == ir.RetryPolicy((), False, 500, 60_000, 1.5, 3_600_000)


@pytest.mark.parametrize(
    "given", [3, {"strategy": "sometimes"}, {"strategy": "backoff", "backoff": 3}]
)
def test_retries_that_are_not_understood_are_warned_of(given: object) -> None:
    lowered = lower_get(**{"x-speakeasy-retries": given})
    assert lowered.operation.retries is None
    assert [(code, at) for code, _, at in lowered.said] == [
        ("invalid-extension", f"{AT}/x-speakeasy-retries")
    ]


WHOLE = "a whole number of milliseconds from 1 to 2,147,483,647"
TIMES = {
    "initialInterval": f"use {WHOLE} for `initialInterval`",
    "maxInterval": f"use {WHOLE} for `maxInterval`",
    "maxElapsedTime": (
        "use a whole number of milliseconds from 0 to 2,147,483,647 for `maxElapsedTime`"
    ),
    "exponent": "use a number from 1 to 100 for `exponent`",
}


@pytest.mark.parametrize(
    "value",
    [".inf", "-.inf", ".nan", "1e308", "1e400", "-1", "1s", "true", "null", "[1]", "9" * 400],
)
@pytest.mark.parametrize("name", TIMES)
def test_a_time_that_no_wait_can_be_made_of_is_warned_of_at_its_line(
    tmp_path: Path, name: str, value: str
) -> None:
    assert warnings(tmp_path, f"backoff: {{{name}: {value}}}") == [(TIMES[name], 5)]


@pytest.mark.parametrize("value", ["0", "0.5"])
@pytest.mark.parametrize("name", ["initialInterval", "maxInterval", "exponent"])
def test_waits_that_are_none_or_shrink_are_warned_of(tmp_path: Path, name: str, value: str) -> None:
    assert warnings(tmp_path, f"backoff: {{{name}: {value}}}") == [(TIMES[name], 5)]


@pytest.mark.parametrize("name", ["initialInterval", "maxInterval", "maxElapsedTime"])
def test_parts_of_a_millisecond_are_warned_of(tmp_path: Path, name: str) -> None:
    assert warnings(tmp_path, f"backoff: {{{name}: 1.5}}") == [(TIMES[name], 5)]


def test_each_wrong_value_of_retries_is_warned_of(tmp_path: Path) -> None:
    given = """backoff:
    initialInterval: .inf
    exponent: .nan
  statusCodes: ['429', fine]"""
    assert warnings(tmp_path, given) == [
        (TIMES["initialInterval"], 6),
        (TIMES["exponent"], 7),
        ("use status codes such as `429` and `5XX`", 8),
    ]


def warnings(tmp_path: Path, given: str) -> list[tuple[str, int]]:
    """Lower a document with these retries, and give the fix and the line of each warning."""
    path = tmp_path / "openapi.yaml"
    path.write_text(
        f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\nx-speakeasy-retries:\n"
        f"  strategy: backoff\n  {given}\npaths: {{}}\n"
    )
    diagnostics = Diagnostics()
    document = normalize(load(path, diagnostics), diagnostics)
    assert lower(document.data, CONFIG, diagnostics).retries is None
    found = diagnostics.items
    assert {(item.severity, item.code, item.message) for item in found} == {
        (
            "warning",
            "invalid-extension",
            "`x-speakeasy-retries` is invalid and is ignored",
        )
    }
    return [(item.fix, document.place(item.pointer or "").line) for item in found]


def test_whole_numbers_may_have_a_fraction_of_nothing() -> None:
    backoff = {"initialInterval": 100.0, "maxInterval": 1e3, "exponent": 2, "maxElapsedTime": 0.0}
    lowered = lower_get(**{"x-speakeasy-retries": {"strategy": "backoff", "backoff": backoff}})
    assert lowered.operation.retries == ir.RetryPolicy((), False, 100, 1000, 2.0, 0)


@pytest.mark.parametrize("numbers", [(1, 1, 1.0, 0), (2**31 - 1, 2**31 - 1, 100.0, 2**31 - 1)])
def test_the_runtime_takes_what_a_document_may_say(numbers: tuple[int, int, float, int]) -> None:
    names = ("initialInterval", "maxInterval", "exponent", "maxElapsedTime")
    backoff = dict(zip(names, numbers, strict=True))
    lowered = lower_get(**{"x-speakeasy-retries": {"strategy": "backoff", "backoff": backoff}})
    policy = lowered.operation.retries
    assert policy is not None
    BackoffStrategy(
        policy.initial_interval, policy.max_interval, policy.exponent, policy.max_elapsed_time
    )


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
            "`x-speakeasy-usage-example` is not supported and is ignored",
            f"{AT}/x-speakeasy-usage-example",
        )
    ]


@pytest.mark.extended
@pytest.mark.parametrize(
    "path",
    sorted({*CORPUS.glob("*.yaml"), *CORPUS.glob("*.json")} - {CORPUS / "openrouter-in.yaml"})
    or [pytest.param(CORPUS, marks=pytest.mark.skip(reason="the shared corpus is not here"))],
    ids=lambda path: path.name,
)
def test_every_operation_of_a_real_document_is_lowered_or_dropped(path: Path) -> None:
    diagnostics = Diagnostics()
    try:
        document = normalize(load(path, diagnostics), diagnostics)
        api = lower(document.data, CONFIG, diagnostics)
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
        if method in methods.HTTP_METHODS
    ]
    assert sorted([*{*lowered}, *dropped]) == sorted(documented)  # one may be several methods


GUIDE = {"url": "https://x.example/guide", "description": "The guide."}


@pytest.mark.parametrize(
    ("info", "root", "text"),
    [
        ({"description": "Sells."}, {"externalDocs": GUIDE}, "Sells.\n\nThe guide: {url}"),
        ({}, {"externalDocs": {"url": GUIDE["url"]}}, "See: {url}"),
        ({"description": "Sells."}, {"externalDocs": {"description": "no url"}}, "Sells."),
        ({"description": "Sells."}, {"externalDocs": "no object"}, "Sells."),
        ({"description": "Sells."}, {"externalDocs": {"url": 5}}, "Sells."),
    ],
)
def test_external_documentation_ends_the_description_of_the_api(
    info: dict[str, Any], root: dict[str, Any], text: str
) -> None:
    whole = {"paths": {}, "info": {"title": "T", "version": "1", **info}, **root}
    assert lower_data(whole).api.doc.description == text.format(url=GUIDE["url"])


def test_external_documentation_ends_the_descriptions_of_operations_tags_and_schemas() -> None:
    fields = {"a": {"type": "string"}}
    schema = {"description": "A thing", "externalDocs": GUIDE, "properties": fields}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    operation = {
        "tags": ["things"],
        "description": "Get one.",
        "externalDocs": GUIDE,
        "responses": {"200": {"description": "It", "content": content}},
    }
    api = lower_data(
        {
            "paths": {"/x": {"get": operation}},
            "tags": [{"name": "things", "description": "Things.", "externalDocs": GUIDE}],
            "components": {"schemas": {"Thing": schema}},
        }
    ).api
    [resource], [thing] = api.resources, api.declarations
    said = [each.doc.description for each in (resource, resource.operations[0], thing)]
    assert said == [
        f"{text}\n\nThe guide: {GUIDE['url']}" for text in ("Things.", "Get one.", "A thing")
    ]


@pytest.mark.parametrize(
    ("info", "contact", "terms"),
    [
        (
            {
                "contact": {"url": "https://x.example", "name": "Ann", "email": "a@x.example"},
                "termsOfService": "https://x.example/terms",
            },
            ("Ann", "a@x.example", "https://x.example"),
            "https://x.example/terms",
        ),
        ({"contact": {"name": 5, "email": "a@x.example"}}, ("a@x.example",), ""),
        ({"contact": "Ann", "termsOfService": ["x"]}, (), ""),
        ({}, (), ""),
    ],
)
def test_contact_and_terms(info: dict[str, Any], contact: tuple[str, ...], terms: str) -> None:
    api = lower_data({"paths": {}, "info": {"title": "T", "version": "1", **info}}).api
    assert (api.contact, api.terms) == (contact, terms)
