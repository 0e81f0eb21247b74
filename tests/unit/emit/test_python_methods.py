"""Methods: their arguments, docstrings and results."""

from __future__ import annotations

import pytest

from sdkwright.emit.index import Index
from sdkwright.emit.resources import resource_view
from sdkwright.model import ir
from sdkwright.passes.sign import sign
from tests.unit.support.views import (
    PLACE,
    TEXT,
    api,
    body,
    descriptor,
    enum,
    error_type,
    failure,
    field,
    method,
    model,
    operation,
    parameter,
)


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
    assert "import builtins" in zoo.imports


def test_pages_name_the_attributes_that_lead_to_the_results() -> None:
    page = model("Page", field("the-animals", ir.ListOf(TEXT), python="the_animals"))
    media = ir.MediaType("application/json", ir.Named(page.id), None)
    made = operation(
        responses=(ir.Response("200", (media,), ir.Doc(), PLACE),),
        pagination=ir.OffsetPages(("the-animals",), (TEXT,), ir.PageInput("skip")),
    )
    pages = method(made, page).pages
    assert pages is not None
    assert pages.item == "str"
    assert descriptor(made, page)["pages"] == 'OffsetPages("skip", results=("the_animals",))'
