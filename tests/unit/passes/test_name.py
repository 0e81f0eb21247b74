"""Name: the names of an SDK, and what happens where two things want the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.model.origin import key_of
from sdkwright.passes.name import name
from sdkwright.runtime.client import Client
from tests.unit.support import origins
from tests.unit.support.apis import CONFIG, api, error, field, model, operation, parameter


def named(given: ir.Api) -> tuple[ir.Api, list[str]]:
    """Name, and give what was said."""
    diagnostics = Diagnostics()
    made = name(given, CONFIG, diagnostics)
    assert {(item.severity, item.code) for item in diagnostics.items} <= {("note", "name-clash")}
    return made, [item.message for item in diagnostics.items]


def classes(given: ir.Api) -> dict[str, str]:
    return {key_of(item.id.node): item.name.python for item in named(given)[0].declarations}


# Types


def test_the_first_name_that_nobody_else_wants_is_taken() -> None:
    declarations = (
        model("/1", hints=("Data", "CreateData")),
        model("/2", hints=("Data", "ListData")),
        model("/3", hints=("RateLimit", "ListRateLimit")),
    )
    assert classes(api(declarations=declarations)) == {
        "1": "CreateData",
        "2": "ListData",
        "3": "RateLimit",
    }


def test_a_component_goes_before_an_inline_type() -> None:
    declarations = (
        model("/1", hints=("Data", "ListData"), package="components"),
        model("/2", hints=("Data",), package="components"),
    )
    assert classes(api(declarations=declarations)) == {"1": "ListData", "2": "Data"}


def test_each_package_has_names_of_its_own() -> None:
    declarations = (model("/1", hints=("M",)), model("/2", hints=("M",), package="components"))
    assert classes(api(declarations=declarations)) == {"1": "M", "2": "M"}


def test_unions_that_contain_each_other_share_a_module() -> None:
    def union(name_: str, *held: str) -> ir.Union:
        given = model(f"/{name_}", hints=(name_,), package="components")
        variants = tuple(ir.ListOf(origins.named(f"/{item}")) for item in held)
        return ir.Union(
            given.id, given.package, given.hints, given.doc, given.source, given.name, "",
            variants=variants, discriminator=None,
        )  # fmt: skip

    unions = (union("Grid", "GridItem"), union("GridItem", "Grid", "Alone"), union("Alone"))
    made, _ = named(api(declarations=unions))
    assert {item.name.python: item.module for item in made.declarations} == {
        "Grid": "grid",
        "GridItem": "grid",
        "Alone": "alone",
    }


def test_names_that_differ_in_case_only_would_share_a_module() -> None:
    declarations = (
        model("/1", hints=("APIKey",), package="components"),
        model("/2", hints=("ApiKey",), package="components"),
    )
    made, said = named(api(declarations=declarations))
    assert [(item.name.python, item.module) for item in made.declarations] == [
        ("APIKey", "apikey"),
        ("ApiKey2", "apikey2"),
    ]
    assert said == ["type renamed to `ApiKey2`: `ApiKey` is already taken"]


def test_types_of_an_operation_live_in_its_module() -> None:
    declarations = (
        model("/paths/~1x/get/responses/200", hints=("A",)),
        model("/paths/~1x/parameters/0/schema", hints=("B",)),
        model("/elsewhere", hints=("C",)),
    )
    made, _ = named(api(operation("createKeys"), declarations=declarations))
    assert [item.module for item in made.declarations] == ["createkeys", "createkeys", "c"]


def test_an_exception_and_its_body_share_a_module() -> None:
    made, _ = named(
        api(
            declarations=(
                model("/e", hints=("NotFoundErrorData",), package="errors", form="error"),
            ),
            errors=(error("/e", "NotFoundError"),),
        )
    )
    assert [(e.name.python, e.module) for e in made.errors] == [("NotFoundError", "notfound_error")]
    assert [(d.name.python, d.module) for d in made.declarations] == [
        ("NotFoundErrorData", "notfound_error")
    ]


def test_an_exception_of_a_component_does_not_go_before_another() -> None:
    places = ("/paths/~1x/get/responses/404", "/components/schemas/Gone")
    bodies = tuple(model(at, hints=("D",), package="errors", form="error") for at in places)
    given = api(declarations=bodies, errors=tuple(error(at, "GoneError") for at in places))
    assert [item.name.python for item in named(given)[0].errors] == ["GoneError", "GoneError2"]


@pytest.mark.parametrize(
    "taken",
    [
        "OpenRouterError",
        "OpenRouterDefaultError",
        "NoResponseError",
        "ResponseTimeoutError",
        "ResponseValidationError",
    ],
)
def test_an_exception_cannot_have_a_name_of_the_runtime(taken: str) -> None:
    made, said = named(
        api(
            declarations=(model("/e", hints=("D",), package="errors", form="error"),),
            errors=(error("/e", taken),),
        )
    )
    assert made.errors[0].name.python == f"{taken}2"
    assert said == [f"type renamed to `{taken}2`: `{taken}` is already taken"]


# Fields


def fields(given: ir.Model, *operations: ir.Operation) -> tuple[list[str], list[str]]:
    made, said = named(api(*operations, declarations=(given,)))
    (model_,) = made.declarations
    assert isinstance(model_, ir.Model)
    return [item.name.python for item in model_.fields], said


def test_fields_are_in_snake_case() -> None:
    assert fields(
        model("/1", field("byokUsage"), field("class"), field("a", wish="betterName"))
    ) == (
        ["byok_usage", "class_", "better_name"],
        [],
    )


def test_fields_of_one_name_get_numbers() -> None:
    assert fields(model("/1", field("a-b"), field("a_b"))) == (
        ["a_b", "a_b_2"],
        ["field `a_b` renamed to `a_b_2`: `a_b` is already taken"],
    )


@pytest.mark.parametrize(
    "method", ["model_dump", "model_dump_json", "model_validate", "model_validate_json"]
)
def test_a_field_cannot_hide_a_method_of_models(method: str) -> None:
    assert fields(model("/1", field(method))) == (
        [f"{method}_"],
        [f"field `{method}` renamed to `{method}_`: `{method}` is already taken"],
    )


def test_only_the_fields_of_a_body_are_keywords_of_a_method() -> None:
    assert fields(model("/1", field("retries"), field("self"))) == (["retries", "self"], [])
    body = operation("o", body=ir.Nullable(origins.named("/1")))
    assert fields(model("/1", field("retries"), field("self")), body)[0] == ["retries_", "self_"]


def test_the_body_may_be_an_alias() -> None:
    target = model("/1", field("retries"))
    alias = ir.Alias(
        origins.origin("/2"),
        "operations",
        ("B",),
        ir.Doc(),
        target.source,
        ir.Name("2"),
        "",
        origins.named("/1"),
    )
    made, _ = named(api(operation("o", body=origins.named("/2")), declarations=(target, alias)))
    first = made.declarations[0]
    assert isinstance(first, ir.Model)
    assert first.fields[0].name.python == "retries_"


# Resources and methods


def test_a_resource_has_four_names() -> None:
    made, said = named(api(tag="API Keys"))
    (resource,) = made.resources
    assert resource.name == ir.Name("API Keys", "api_keys")
    assert (resource.class_name, resource.module, resource.slug) == (
        "APIKeys",
        "api_keys",
        "apikeys",
    )
    assert said == []


@pytest.mark.parametrize(
    ("tag", "attribute", "module", "class_name"),
    [
        ("close", "close_", "close", "Close"),
        ("Errors", "errors", "errors_", "Errors"),
        ("Resource", "resource", "resource", "Resource_"),
        ("OpenRouter", "open_router", "openrouter", "OpenRouter_"),
    ],
)
def test_a_resource_gives_way_to_what_the_client_has(
    tag: str, attribute: str, module: str, class_name: str
) -> None:
    (resource,) = named(api(tag=tag))[0].resources
    assert (resource.name.python, resource.module, resource.class_name) == (
        attribute,
        module,
        class_name,
    )


def test_the_note_of_a_tag_has_its_place() -> None:
    diagnostics = Diagnostics()
    name(api(tag="close"), CONFIG, diagnostics)
    assert [(item.message, item.pointer) for item in diagnostics.items] == [
        ("resource `close` renamed to `close_`: `close` is already taken", "/tags/0")
    ]


def test_the_class_of_a_resource_gives_way_without_a_word() -> None:
    made, said = named(api(tag="Policy"))
    assert (made.resources[0].class_name, said) == ("Policy_", [])


@pytest.mark.parametrize("view", ["WithRawResponse", "WithStreamingResponse"])
def test_the_class_of_a_resource_is_none_of_those_of_another(view: str) -> None:
    given = api(tag="Foo")
    inside = replace(given.resources[0], name=ir.Name(f"Foo.Foo{view}"), parent="Foo")
    beside = replace(given.resources[0], name=ir.Name(f"Foo{view}"))
    made, said = named(replace(given, resources=(*given.resources, inside, beside)))
    assert [item.class_name for item in made.resources] == [
        "Foo",
        f"FooFoo{view}",
        f"Foo{view}_2",
    ]
    assert said == []


@pytest.mark.parametrize("name", ["super", "self", "server", "hooks"])
def test_no_credential_is_called_like_a_name_in_the_constructor(name: str) -> None:
    place = ir.SourcePointer("/components/securitySchemes/x")
    scheme = ir.BearerScheme(name, (ir.Name("token"),), ir.Doc(), place)
    made, _ = named(replace(api(), security_schemes=(scheme,)))
    assert made.security_schemes[0].arguments[0].python == f"{name}_"


@pytest.mark.parametrize("method", [item for item in vars(Client) if not item.startswith("_")])
def test_a_resource_cannot_hide_a_method_of_the_client(method: str) -> None:
    assert named(api(tag=method))[0].resources[0].name.python == f"{method}_"


@pytest.mark.parametrize("builtin", ["bool", "int", "str"])
def test_a_resource_cannot_hide_a_type_that_the_client_names(builtin: str) -> None:
    assert named(api(tag=builtin))[0].resources[0].name.python == f"{builtin}_"


def test_resources_that_differ_in_case_only_have_pages_of_their_own() -> None:
    given = api(tag="AB Keys")
    other = replace(given.resources[0], name=ir.Name("Ab Keys"))
    made, _ = named(replace(given, resources=(*given.resources, other)))
    assert [(item.class_name, item.slug) for item in made.resources] == [
        ("ABKeys", "abkeys"),
        ("AbKeys", "abkeys_2"),
    ]


def methods(*operations: ir.Operation) -> tuple[list[str], list[str]]:
    made, said = named(api(*operations))
    return [item.name.python for item in made.resources[0].operations], said


@pytest.mark.parametrize(
    ("tag", "id_", "method"),
    [
        ("StorageAccounts", "StorageAccounts_Create", "create"),
        ("Storage Accounts", "storage_accounts_create", "create"),
        ("annotationQueues", "AnnotationQueues.listQueues", "list_queues"),
        ("pulls", "pulls/list", "list"),
        ("pulls", "pulls-list", "list"),
        ("pulls", "pullsList", "pulls_list"),
        ("pulls", "pulls", "pulls"),
        ("pulls", "pulls_2", "pulls_2"),
        ("pulls", "pull_list", "pull_list"),
    ],
)
def test_a_method_does_not_repeat_its_resource(tag: str, id_: str, method: str) -> None:
    made, said = named(api(operation(id_), tag=tag))
    assert made.resources[0].operations[0].name.python == method
    assert said == []


def test_a_method_repeats_its_resource_if_another_has_the_shorter_name() -> None:
    made, _ = named(api(operation("pulls/list"), operation("list"), tag="pulls"))
    assert [item.name.python for item in made.resources[0].operations] == ["pulls_list", "list"]


def test_an_operation_that_is_called_like_a_method_has_that_name() -> None:
    assert methods(operation("create__"), operation("create_"), operation("create"))[0] == [
        "create_2",
        "create_3",
        "create",
    ]


def test_a_method_is_named_after_the_wish_or_the_operation() -> None:
    assert methods(
        operation("createKeys", name="create"), operation("getKey"), operation("get /keys/{hash}")
    ) == (["create", "get_key", "get_keys_hash"], [])


@pytest.mark.parametrize("method", ["with_raw_response", "with_streaming_response", "property"])
def test_a_method_cannot_hide_what_every_resource_has(method: str) -> None:
    assert methods(operation(method)) == (
        [f"{method}_"],
        [f"method renamed to `{method}_`: `{method}` is already taken"],
    )


def test_the_second_of_two_methods_falls_back_to_its_operation() -> None:
    assert methods(operation("a", name="get"), operation("getKey", name="get")) == (
        ["get", "get_key"],
        ["method renamed to `get_key`: `get` is already taken"],
    )


@pytest.mark.parametrize(
    ("other", "pages", "expected"),
    [
        ("list_async", False, "list_async_2"),
        ("list_iter", False, "list_iter"),
        ("list_iter", True, "list_iter_2"),
        ("list_iter_async", True, "list_iter_async_2"),
    ],
)
def test_the_methods_that_are_derived_from_another_are_taken(
    *, other: str, pages: bool, expected: str
) -> None:
    assert methods(operation("list", pages=pages), operation(other))[0] == ["list", expected]


# Parameters


def arguments(*given: ir.Parameter, **rest: ir.Type) -> tuple[list[str], list[str]]:
    made, said = named(
        api(
            operation("o", parameters=given, body=rest.get("body")),
            global_parameters=tuple(item for item in given if item.is_global),
            declarations=(model("/b", field("limit")),),
        )
    )
    return [item.name.python for item in made.resources[0].operations[0].parameters], said


def test_parameters_are_in_snake_case() -> None:
    assert arguments(
        parameter("HTTP-Referer"), parameter("id"), parameter("x", wish="appTitle")
    ) == (
        ["http_referer", "id", "app_title"],
        [],
    )


@pytest.mark.parametrize(
    "option",
    [
        *("retries", "max_retries", "idempotency_header", "server_url", "timeout_ms"),
        *("http_headers", "options", "self"),
    ],
)
def test_a_parameter_cannot_be_called_as_a_call_option(option: str) -> None:
    assert arguments(parameter(option)) == (
        [f"{option}_"],
        [f"parameter `{option}` renamed to `{option}_`: `{option}` is already taken"],
    )


def test_a_parameter_gives_way_to_a_property_of_the_body() -> None:
    assert arguments(parameter("limit"), body=origins.named("/b")) == (
        ["query_limit"],
        [
            (
                "query parameter `limit` renamed to `query_limit`: `limit` is already taken by the "
                "property `limit` of the body"
            )
        ],
    )
    assert arguments(parameter("request_body"), body=ir.Any())[0] == ["request_body_"]


def test_a_parameter_gives_way_to_a_global_one() -> None:
    shared = parameter("X-App", location="header", is_global=True)
    assert arguments(parameter("x_app"), shared) == (
        ["query_x_app", "x_app"],
        [
            (
                "query parameter `x_app` renamed to `query_x_app`: `x_app` is already taken by the "
                "header parameter `X-App`"
            )
        ],
    )


@pytest.mark.parametrize("location", ["path", "query", "header", "cookie"])
def test_a_parameter_that_gives_way_is_called_after_its_place(
    location: ir.Location,
) -> None:
    found, said = arguments(parameter("limit", location=location), body=origins.named("/b"))
    assert found == [f"{location}_limit"]
    assert [text.partition(" renamed")[0] for text in said] == [f"{location} parameter `limit`"]


def test_a_global_parameter_is_called_the_same_everywhere() -> None:
    shared = parameter("api-key", location="header", is_global=True)
    made, said = named(
        api(operation("o", parameters=(shared,)), global_parameters=(shared,), schemes=("apiKey",))
    )
    assert made.globals[0].name.python == "api_key_"
    assert made.resources[0].operations[0].parameters[0].name.python == "api_key_"
    assert said == ["parameter `api-key` renamed to `api_key_`: `api_key` is already taken"]


def test_a_part_of_a_server_gives_way_to_the_other_arguments_of_the_client() -> None:
    variables = tuple(
        ir.ServerVariable(ir.Name(wire), None, (), ir.Doc(), ir.SourcePointer(f"/{wire}"))
        for wire in ("client", "base-path", "basePath")
    )
    found = Diagnostics()
    made = name(replace(api(), server_variables=variables), CONFIG, found)
    assert [item.name.python for item in made.server_variables] == [
        "server_client",
        "base_path",
        "server_base_path",
    ]
    assert [(item.code, item.message, item.pointer) for item in found.items] == [
        (
            "name-clash",
            "variable `client` renamed to `server_client`: `client` is already taken",
            "/client",
        ),
        (
            "name-clash",
            "variable `basePath` renamed to `server_base_path`: `base_path` is already taken",
            "/basePath",
        ),
    ]
