"""The package: its exports, the client, and the SDK's settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdkwright.emit.index import Index
from sdkwright.emit.models import ExportsView, exports, package_view
from sdkwright.emit.package import client_view, project_view, root_view, sdk_view
from sdkwright.model import ir
from tests.unit.support.views import CONFIG, KEY, PLACE, api, model, operation, parameter


def test_a_package_lists_its_names_by_module_in_order() -> None:
    declarations = (model("Zebra"), model("Bird"), model("A10", module="bird"), model("A2"))
    found = exports(Index(api(declarations=declarations)))
    shown = package_view("Animals.", found["components"])
    assert shown.modules == (
        ExportsView("a2", ("A2",)),
        ExportsView("bird", ("A10", "Bird")),
        ExportsView("zebra", ("Zebra",)),
    )


def test_a_client_takes_a_key_only_where_the_api_has_one() -> None:
    without, with_ = (
        client_view(Index(api(security_schemes=keys)), CONFIG) for keys in ((), (KEY,))
    )
    assert without.credentials == ()
    assert "from collections.abc import Mapping" in without.typing_imports
    assert [(item.name, item.variable) for item in with_.credentials] == [
        ("api_key", "ZOO_API_KEY")
    ]
    assert "from collections.abc import Callable, Mapping" in with_.typing_imports


def test_servers_without_a_name_are_numbered() -> None:
    servers = (
        ir.Server("live", "https://zoo.example", "", PLACE),
        ir.Server("", "https://test.example", "", PLACE),
    )
    index = Index(api(servers=servers))
    assert [server.id for server in sdk_view(index, CONFIG).servers] == ["live", "server_2"]
    assert client_view(index, CONFIG).server_type == 'Literal["live", "server_2"]'


def test_an_api_without_retries_has_half_a_minute_of_them() -> None:
    retries = sdk_view(Index(api()), CONFIG).retries
    assert "max_elapsed_time=30000" in retries
    assert '("408", "429", "5XX")' in retries


def test_a_global_parameter_has_an_environment_variable() -> None:
    shared = parameter("X-Keeper", "header", is_global=True, name=ir.Name("X-Keeper", "x_keeper"))
    (shown,) = sdk_view(Index(api(globals=(shared,))), CONFIG).globals
    assert (shown.name, shown.variable) == ("x_keeper", "ZOO_X_KEEPER")
    assert shown.source.text == 'Global("x_keeper", "header", "X-Keeper", "ZOO_X_KEEPER")'


@pytest.mark.parametrize(
    ("type_", "annotation", "variable", "read"),
    [
        (ir.Primitive("string", "date"), "date", "ZOO_A", ""),
        (ir.Primitive("integer"), "int", "ZOO_A", "lambda: int"),
        (ir.Primitive("number"), "float", "ZOO_A", "lambda: Number"),
        (ir.Primitive("boolean"), "bool", "ZOO_A", "lambda: bool"),
        (ir.Literal((1, 2)), "Literal[1, 2]", "ZOO_A", "lambda: Literal[1, 2]"),
        (ir.Literal(("a", "b")), 'Literal["a", "b"]', "ZOO_A", ""),
        (ir.ListOf(ir.Primitive("integer")), "list[int]", "", ""),
    ],
)
def test_a_global_parameter_has_the_type_of_the_document(
    type_: ir.Type, annotation: str, variable: str, read: str
) -> None:
    shared = replace(parameter("a", "query", is_global=True), type=type_)
    index = Index(api(globals=(shared,)))
    (taken,) = client_view(index, CONFIG).globals
    assert (taken.annotation.text, taken.variable) == (annotation, variable)
    settings = ", ".join(filter(None, ['"a", "query", "a"', variable and f'"{variable}"', read]))
    (known,) = sdk_view(index, CONFIG).globals
    assert known.source.text == f"Global({settings})"


def test_a_resource_without_a_description_says_what_it_is() -> None:
    (shown,) = client_view(Index(api(operation())), CONFIG).resources
    assert shown.text == "The `Zoo` operations."


def test_a_resource_without_operations_is_not_there() -> None:
    assert client_view(Index(api()), CONFIG).resources == ()


def test_the_title_stands_in_for_a_description() -> None:
    assert root_view(Index(api()), CONFIG).text == "Zoo API."
    described = replace(CONFIG, description="All animals")
    assert project_view(Index(api()), described, has_license_file=True).description == "All animals"
