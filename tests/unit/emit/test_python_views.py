"""What the templates of the code get: arguments, operations, models, the client."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sdkwright import config
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit.index import Index
from sdkwright.emit.methods import MethodView
from sdkwright.emit.models import (
    DeclarationView,
    ExportsView,
    ModuleView,
    exports,
    module_views,
    package_view,
)
from sdkwright.emit.package import client_view, project_view, root_view, sdk_view
from sdkwright.emit.resources import ResourceView, resource_view
from sdkwright.model import ir
from sdkwright.passes.sign import sign
from tests.unit.support.origins import named, origin

PLACE = ir.SourcePointer("")
TEXT = ir.Primitive("string")
CONFIG = config.from_options(Path("api.yaml"), "zoo", Path("out"), Diagnostics())


def field(wire: str, type_: ir.Type = TEXT, *, required: bool = True, python: str = "") -> ir.Field:
    return ir.Field(ir.Name(wire, python or wire), type_, required, ir.Doc(), PLACE)


def model(
    name: str, *fields: ir.Field, module: str = "", package: ir.Package = "components"
) -> ir.Model:
    return ir.Model(
        origin(f"/{package}/{name}"),
        package,
        (name,),
        ir.Doc(),
        PLACE,
        ir.Name(name, name),
        module or name.lower(),
        fields,
    )


def enum(name: str, *values: str | int, is_open: bool = False) -> ir.Enum:
    return ir.Enum(
        origin(f"/components/{name}"),
        "components",
        (name,),
        ir.Doc(),
        PLACE,
        ir.Name(name, name),
        name.lower(),
        values,
        is_open,
    )


def parameter(wire: str, location: ir.Location = "query", **changes: Any) -> ir.Parameter:
    made = ir.Parameter(
        ir.Name(wire, wire), location, TEXT, required=False, doc=ir.Doc(), source=PLACE
    )
    return replace(made, **changes)


def operation(**changes: Any) -> ir.Operation:
    made = ir.Operation(
        id="feed",
        name=ir.Name("feed", "feed"),
        method="post",
        path="/feed",
        doc=ir.Doc(summary="Feed all animals."),
        source=PLACE,
        parameters=(),
        body=None,
        responses=(ir.Response("204", (), ir.Doc(description="Fed."), PLACE),),
        errors=(),
        security=((),),
        retries=None,
        pagination=None,
    )
    return replace(made, **changes)


def api(*operations: ir.Operation, **changes: Any) -> ir.Api:
    zoo = ir.Resource(ir.Name("Zoo", "zoo"), ir.Doc(), PLACE, operations, "Zoo", "zoo", "zoo")
    made = ir.Api("Zoo API", "1", ir.Doc(), (), (), (), (zoo,), (), (), None)
    return replace(made, **changes)


def body(type_: ir.Type, *, required: bool = True) -> ir.RequestBody:
    media = ir.MediaType("application/json", type_, None)
    return ir.RequestBody((media,), required, ir.Doc(), PLACE)


def resource(made: ir.Operation, *declarations: ir.Declaration, **changes: Any) -> ResourceView:
    index = Index(sign(api(made, declarations=declarations, **changes)))
    return resource_view(index, next(index.resources()), "Zoo")


def method(made: ir.Operation, *declarations: ir.Declaration, **changes: Any) -> MethodView:
    (found,) = resource(made, *declarations, **changes).methods
    return found


def descriptor(made: ir.Operation, *declarations: ir.Declaration, **changes: Any) -> dict[str, str]:
    (found,) = resource(made, *declarations, **changes).descriptors
    return {keyword.name: keyword.source for keyword in found.keywords}


def declared(
    *declarations: ir.Declaration, errors: tuple[ir.ErrorType, ...] = ()
) -> list[ModuleView]:
    index = Index(api(declarations=declarations, errors=errors))
    return [shown for _, _, shown in module_views(index, "ZooError")]


def only(shown: list[ModuleView]) -> DeclarationView:
    ((declaration,),) = (module.declarations for module in shown)
    return declaration


# Arguments


def test_required_arguments_come_first_then_global_ones_then_the_others() -> None:
    made = operation(
        parameters=(
            parameter("a"),
            parameter("b", required=True),
            parameter("c", "header", is_global=True),
            parameter("d", required=True),
        )
    )
    assert [argument.name for argument in method(made).arguments] == ["b", "d", "c", "a"]


def test_query_and_headers_are_sent_in_the_order_of_the_document() -> None:
    made = operation(
        parameters=(
            parameter("a"),
            parameter("b", required=True),
            parameter("h", "header"),
            parameter("i", "header", required=True),
        )
    )
    keywords = descriptor(made)
    assert (keywords["query"], keywords["headers"]) == ('("a", "b")', '("h", "i")')


@pytest.mark.parametrize(
    ("required", "type_", "annotation", "default"),
    [
        (True, TEXT, "str", ""),
        (False, TEXT, "str | None", "None"),
        (True, ir.Nullable(TEXT), "str | None", ""),
        (False, ir.Nullable(TEXT), "str | UnsetType | None", "UNSET"),
    ],
)
def test_only_what_may_be_null_and_left_out_is_unset(
    required: bool, type_: ir.Type, annotation: str, default: str  # noqa: FBT001  one of a table
) -> None:
    meal = model("Meal", field("fish", type_, required=required))
    (argument,) = method(operation(body=body(ir.Named(meal.id))), meal).arguments
    assert (argument.annotation, argument.default) == (annotation, default)


def test_the_properties_of_an_optional_body_are_optional() -> None:
    meal = model("Meal", field("fish"))
    made = operation(body=body(ir.Named(meal.id), required=False))
    (argument,) = method(made, meal).arguments
    assert (argument.annotation, argument.default) == ("str | None", "None")


def test_only_properties_that_may_be_null_are_named_to_the_runtime() -> None:
    meal = model("Meal", field("fish", ir.Nullable(TEXT)), field("corn"))
    made = operation(body=body(ir.Named(meal.id)))
    keywords = descriptor(made, meal)
    assert (keywords["body"], keywords["nullable"]) == ('"properties"', '("fish",)')
    assert method(made, meal).call.body == ""


def test_a_body_that_is_no_model_is_one_argument() -> None:
    made = operation(body=body(ir.ListOf(TEXT)))
    (argument,) = method(made).arguments
    assert descriptor(made)["body"] == '"value"'
    assert method(made).call.body == "request_body"
    assert (argument.annotation, argument.text) == ("list[str]", "The request body.")


@pytest.mark.parametrize(
    ("doc", "text"),
    [
        (ir.Doc(), "The value of `food`. One of 'fish', 'corn'."),
        (ir.Doc(description="What"), "What. One of 'fish', 'corn'."),
        (ir.Doc(description="What?"), "What? One of 'fish', 'corn'."),
        (ir.Doc(description="- a\n- b"), "- a\n- b\n\nOne of 'fish', 'corn'."),
        (
            ir.Doc(description="What.", deprecated="Use `meal`."),
            "What. One of 'fish', 'corn'. Deprecated. Use `meal`.",
        ),
    ],
)
def test_an_argument_tells_its_values_and_whether_to_avoid_it(doc: ir.Doc, text: str) -> None:
    food = enum("Food", "fish", "corn")
    made = operation(parameters=(parameter("food", type=ir.Named(food.id), doc=doc),))
    (argument,) = method(made, food).arguments
    assert argument.text == text


def test_an_open_enum_says_that_there_may_be_more() -> None:
    food = enum("Food", "fish", is_open=True)
    made = operation(parameters=(parameter("food", type=ir.Named(food.id)),))
    (argument,) = method(made, food).arguments
    assert argument.text == "The value of `food`. One of 'fish'; others may be added."


# Operations


@pytest.mark.parametrize(
    ("doc", "summary", "paragraphs"),
    [
        (ir.Doc(summary="A.", description="B."), "A.", ("B.",)),
        (ir.Doc(summary="A.", description="A."), "A.", ()),
        (ir.Doc(description="A b. C d."), "A b.", ("C d.",)),
        (ir.Doc(description="A b"), "A b.", ()),
        (ir.Doc(description="A\nb. C.\n\nD."), "A\nb. C.", ("D.",)),
        (ir.Doc(), "Call `POST /feed`.", ()),
        (ir.Doc(summary="A.", deprecated="Use B."), "A.", ("Deprecated. Use B.",)),
    ],
)
def test_a_docstring_begins_with_a_sentence_and_loses_none(
    doc: ir.Doc, summary: str, paragraphs: tuple[str, ...]
) -> None:
    made = method(operation(doc=doc)).doc
    assert (made.summary, made.paragraphs) == (summary, paragraphs)


@pytest.mark.parametrize(
    ("security", "source"),
    [
        (((),), None),
        (((ir.Requirement("key"),),), "(('key',),)"),
        (((ir.Requirement("key"),), ()), "(('key',), ())"),
        (((ir.Requirement("a"), ir.Requirement("b", ("read",))),), "(('a', ('b', 'read')),)"),
        ((), "()"),
    ],
)
def test_credentials_are_told_where_they_are_others_than_for_the_rest(
    security: tuple[tuple[ir.Requirement, ...], ...], source: str | None
) -> None:
    assert descriptor(operation(security=security)).get("security") == source


def test_several_successes_return_the_union_of_their_types() -> None:
    meal = model("Meal")
    media = ir.MediaType("application/json", ir.Named(meal.id), None)
    responses = (
        ir.Response("200", (media,), ir.Doc(), PLACE),
        ir.Response("2XX", (media,), ir.Doc(), PLACE),
        ir.Response("204", (), ir.Doc(), PLACE),
    )
    made = operation(responses=responses)
    assert method(made, meal).returned == "components.Meal | None"
    assert descriptor(made, meal)["returns"].split() == [
        "{",
        *("200:", "lambda:", "components.Meal,"),
        *('"2XX":', "lambda:", "components.Meal,"),
        *("204:", "None,"),
        "}",
    ]


def failure(status: str, error: str | None, text: str = "") -> ir.ErrorResponse:
    raised = None if error is None else origin(f"/{error}", "raised")
    return ir.ErrorResponse(status, None, raised, ir.Doc(description=text), PLACE)


def error_type(id_: str, name: str) -> ir.ErrorType:
    return ir.ErrorType(
        origin(f"/{id_}", "raised"),
        (name,),
        TEXT,
        ir.Doc(),
        PLACE,
        ir.Name(name, name),
        f"{id_}_error",
    )


def test_a_status_without_a_type_hides_the_range_that_it_is_in() -> None:
    errors = (failure("418", None), failure("4XX", "e"), failure("500", None))
    keywords = descriptor(operation(errors=errors), errors=(error_type("e", "EatenError"),))
    assert keywords["errors"].split() == [
        "{",
        *("418:", "lambda:", "errors.ZooDefaultError,"),
        *('"4XX":', "lambda:", "errors.EatenError,"),
        "}",
    ]


def test_what_is_raised_is_said_once_for_each_reason() -> None:
    errors = (
        failure("400", "e", "Bad food."),
        failure("422", "e", "Bad food."),
        failure("404", "e", "No such animal."),
        failure("500", None),
    )
    made = method(operation(errors=errors), errors=(error_type("e", "EatenError"),))
    assert [(error.type, error.text) for error in made.doc.raises] == [
        ("errors.EatenError", "Bad food."),
        ("errors.EatenError", "No such animal."),
        ("errors.ZooDefaultError", "The server responded with this error status."),
        ("errors.ZooDefaultError", "Any other error status."),
        ("errors.NoResponseError", "No response, or a timeout."),
    ]


def test_a_method_called_list_does_not_hide_the_type() -> None:
    made = api(
        operation(name=ir.Name("list", "list")),
        operation(id="x", body=body(ir.ListOf(TEXT))),
    )
    index = Index(sign(made))
    zoo = resource_view(index, next(index.resources()), "Zoo")
    assert zoo.methods[1].arguments[0].annotation == "builtins.list[str]"
    assert "import builtins" in zoo.typing_imports


def test_pages_name_the_attributes_that_lead_to_the_results() -> None:
    page = model("Page", field("the-animals", ir.ListOf(TEXT), python="the_animals"))
    media = ir.MediaType("application/json", ir.Named(page.id), None)
    made = operation(
        responses=(ir.Response("200", (media,), ir.Doc(), PLACE),),
        pagination=ir.OffsetPages(("the-animals",), (TEXT,), ir.PageInput("skip"), None),
    )
    pages = method(made, page).pages
    assert pages is not None
    assert pages.item == "str"
    assert descriptor(made, page)["pages"] == "OffsetPages('skip', results=('the_animals',))"


# What operations share


def module(*operations: ir.Operation, **changes: Any) -> ResourceView:
    index = Index(sign(api(*operations, **changes)))
    return resource_view(index, next(index.resources()), "Zoo")


def keywords(made: ResourceView, name: str) -> list[str]:
    found = ({each.name: each.source for each in view.keywords} for view in made.descriptors)
    return [" ".join(each.get(name, "").split()) for each in found]


def test_global_headers_are_written_once() -> None:
    shared = parameter("X-Keeper", "header", is_global=True)
    own = parameter("X-Own", "header")
    made = module(
        operation(),
        operation(id="a", parameters=(shared,)),
        operation(id="b", parameters=(own, shared)),
        operation(id="c", parameters=(own,)),
    )
    assert [(item.name, item.source) for item in made.constants] == [
        ("_GLOBAL_HEADERS", '("X-Keeper",)')
    ]
    assert keywords(made, "headers") == [
        "",
        "_GLOBAL_HEADERS",
        '("X-Own", *_GLOBAL_HEADERS)',
        '("X-Own",)',
    ]


def test_a_header_that_one_operation_has_is_no_constant() -> None:
    shared = parameter("X-Keeper", "header", is_global=True)
    assert module(operation(parameters=(shared,)), operation(id="b")).constants == ()


def test_errors_that_all_operations_have_are_written_once() -> None:
    kinds = (error_type("e", "EatenError"), error_type("l", "LostError"))
    both = (failure("400", "e"), failure("404", "l"))
    made = module(
        operation(errors=both),
        operation(id="b", errors=(*both, failure("422", "e"))),
        operation(id="c"),
        errors=kinds,
    )
    (constant,) = made.constants
    assert (constant.name, constant.type) == ("_COMMON_ERRORS", "ErrorTable")
    assert constant.source.split() == [
        "{",
        *("400:", "lambda:", "errors.EatenError,"),
        *("404:", "lambda:", "errors.LostError,"),
        "}",
    ]
    assert keywords(made, "errors") == [
        "_COMMON_ERRORS",
        "{ **_COMMON_ERRORS, 422: lambda: errors.EatenError, }",
        "",
    ]


def test_errors_that_differ_by_operation_are_no_constant() -> None:
    kinds = (error_type("e", "EatenError"), error_type("l", "LostError"))
    one = operation(errors=(failure("400", "e"), failure("404", "l")))
    other = operation(id="b", errors=(failure("400", "l"), failure("404", "l")))
    assert module(one, other, errors=kinds).constants == ()


def test_a_constant_gives_way_to_a_descriptor_of_that_name() -> None:
    shared = parameter("X-Keeper", "header", is_global=True)
    name = ir.Name("global_headers", "global_headers")
    made = module(
        operation(name=name, parameters=(shared,)), operation(id="b", parameters=(shared,))
    )
    assert [item.name for item in made.constants] == ["_GLOBAL_HEADERS_"]
    assert made.descriptors[0].constant == "_GLOBAL_HEADERS"


# Models


def test_a_field_says_how_it_is_spelled_and_whether_it_may_be_absent() -> None:
    shown = only(
        declared(
            model(
                "Animal",
                field("name"),
                field("age", required=False),
                field("birth-day", python="birth_day"),
                field("class", ir.Nullable(TEXT), python="class_", required=False),
            )
        )
    )
    assert [f"{item.name}: {item.annotation}{item.value}" for item in shown.fields] == [
        "name: str",
        "age: str | UnsetType = UNSET",
        'birth_day: str = field(name="birth-day")',
        'class_: str | UnsetType | None = field(name="class", default=UNSET)',
    ]


def test_a_secret_is_masked_whatever_its_field_is_called() -> None:
    secret = field("key", ir.Nullable(ir.Primitive("string", "password")))
    (shown,) = declared(model("Key", secret, field("str")))
    assert shown.declarations[0].fields[0].annotation == "SecretStr | None"
    assert shown.declarations[0].fields[1].annotation == "builtins.str"
    assert "from ..types import BaseModel, SecretStr" in shown.imports


def test_a_class_may_be_called_like_its_base() -> None:
    (shown,) = declared(model("BaseModel", field("next", named("/components/BaseModel"))))
    (declaration,) = shown.declarations
    assert (declaration.name, declaration.base) == ("BaseModel", "_BaseModel")
    assert declaration.fields[0].annotation == "BaseModel"
    assert shown.imports == ("from ..types import BaseModel as _BaseModel",)


def test_fields_called_like_types_hide_none_of_them() -> None:
    day = ir.Primitive("string", "date")
    animal = model("Animal", field("date", day), field("list", ir.ListOf(day)))
    (shown,) = declared(animal)
    assert [item.annotation for item in shown.declarations[0].fields] == [
        "_date",
        "builtins.list[_date]",
    ]
    assert shown.imports == (
        "import builtins",
        "from datetime import date as _date",
        "",
        "from ..types import BaseModel",
    )


def test_enums_come_first_and_aliases_after_what_they_name() -> None:
    animal = model("Animal", module="zoo")
    bird = ir.Alias(
        origin("/components/Bird"),
        "components",
        (),
        ir.Doc(),
        PLACE,
        ir.Name("Bird", "Bird"),
        "zoo",
        ir.Named(animal.id),
    )
    food = replace(enum("Food", "fish"), module="zoo")
    (shown,) = declared(bird, animal, food)
    assert [item.name for item in shown.declarations] == ["Food", "Animal", "Bird"]
    assert shown.declarations[2].type == "Animal"
    assert shown.text == "The type `Bird` and the types that it contains."
    assert shown.exports == ("Animal", "Bird", "Food")


def test_an_alias_imports_what_it_names_from_its_module() -> None:
    animal = model("Animal", package="operations", module="getanimal")
    bird = ir.Alias(
        origin("/operations/Bird"),
        "operations",
        (),
        ir.Doc(),
        PLACE,
        ir.Name("Bird", "Bird"),
        "getbird",
        ir.Named(animal.id),
    )
    shown = declared(animal, bird)[1]
    assert shown.imports == ("from typing import TypeAlias", "", "from .getanimal import Animal")


def test_what_an_alias_imports_hides_nothing_else() -> None:
    literal = model("Literal", field("kind", ir.Literal((1,))), package="operations", module="a")
    one, other, own = (
        model("Animal", package="operations", module="b"),
        model("Animal", package="components", module="c"),
        model("_Animal", field("kind", ir.Literal((2,))), package="operations", module="zoo"),
    )
    aliases = [
        ir.Alias(
            origin(f"/operations/{name}"),
            "operations",
            (),
            ir.Doc(),
            PLACE,
            ir.Name(name, name),
            "zoo",
            ir.Named(target.id),
        )
        for name, target in (("Bird", one), ("Cat", other), ("Text", literal))
    ]
    shown = declared(literal, one, other, own, *aliases)[-1]
    assert {item.name: item.type for item in shown.declarations if item.type} == {
        "Bird": "Animal",
        "Cat": "__Animal",
        "Text": "Literal",
    }
    assert shown.declarations[0].fields[0].annotation == "_Literal[2]"
    assert shown.imports == (
        "from typing import Literal as _Literal",
        "from typing import TypeAlias",
        "",
        "from ..components.c import Animal as __Animal",
        "from ..types import BaseModel",
        "from .a import Literal",
        "from .b import Animal",
    )


def test_an_exception_follows_the_model_that_it_carries() -> None:
    data = model("LostErrorData", package="errors", module="e_error")
    (shown,) = declared(
        data, errors=(replace(error_type("e", "LostError"), body=ir.Named(data.id)),)
    )
    first, second = shown.declarations
    assert (first.name, second.name) == ("LostErrorData", "LostError")
    assert (second.base, second.type) == ("ZooError", "LostErrorData")


def test_the_module_of_an_operation_says_what_is_sent() -> None:
    food = model("Food", package="operations", module="feed")
    index = Index(api(operation(), declarations=(food,)))
    ((_, _, module),) = module_views(index, "ZooError")
    assert module.text == "Request and response of `zoo.feed` (`POST /feed`)."


def test_a_package_lists_its_names_by_module_in_order() -> None:
    declarations = (model("Zebra"), model("Bird"), model("A10", module="bird"), model("A2"))
    found = exports(Index(api(declarations=declarations)))
    shown = package_view("Animals.", found["components"])
    assert shown.modules == (
        ExportsView("a2", ("A2",)),
        ExportsView("bird", ("A10", "Bird")),
        ExportsView("zebra", ("Zebra",)),
    )


def test_what_nobody_describes_stands_close_together() -> None:
    told = replace(field("told", TEXT), doc=ir.Doc(description="Told."))
    (shown,) = declared(model("Animal", field("a", TEXT), field("b", TEXT), told, field("c", TEXT)))
    (animal,) = shown.declarations
    assert [(item.name, item.is_close) for item in animal.fields] == [
        ("a", True),
        ("b", True),
        ("told", False),
        ("c", False),
    ]
    assert animal.text == ""


def test_aliases_stand_closer_than_classes() -> None:
    animal = model("Animal", module="zoo")
    told = replace(enum("Sound", "moo"), module="zoo", doc=ir.Doc(description="Told."))
    enums = [replace(enum(name, "fish"), module="zoo") for name in ("Food", "Drink")]
    (shown,) = declared(*enums, told, animal)
    assert [(item.name, item.is_apart, item.is_close) for item in shown.declarations] == [
        ("Food", False, False),
        ("Drink", False, True),
        ("Sound", False, False),
        ("Animal", True, False),
    ]


# The package


KEY = ir.BearerScheme("key", (ir.Name("token", "api_key"),), ir.Doc(), PLACE)


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
    assert (shown.name, shown.wire, shown.variable) == ("x_keeper", "X-Keeper", "ZOO_X_KEEPER")


def test_a_resource_without_a_description_says_what_it_is() -> None:
    (shown,) = client_view(Index(api(operation())), CONFIG).resources
    assert shown.text == "The `Zoo` operations."


def test_a_resource_without_operations_is_not_there() -> None:
    assert client_view(Index(api()), CONFIG).resources == ()


def test_the_title_stands_in_for_a_description() -> None:
    assert root_view(Index(api()), CONFIG).text == "Zoo API."
    described = replace(CONFIG, description="All animals")
    assert project_view(Index(api()), described, has_license_file=True).description == "All animals"
