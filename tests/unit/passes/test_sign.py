"""What callers type for an operation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sdkwright.model import ir
from sdkwright.passes.sign import sign
from sdkwright.runtime.operation import Operation
from tests.unit.support.origins import named, origin

PLACE = ir.SourcePointer("/paths/~1x/post")
TEXT = ir.Primitive("string")
NUMBER = ir.Primitive("integer")
FILE = ir.Primitive("string", "binary")


def parameter(
    name: str, location: ir.Location = "query", *, required: bool = False, python: str = ""
) -> ir.Parameter:
    doc = ir.Doc(description=f"About {name}.")
    return ir.Parameter(ir.Name(name, python or name), location, TEXT, required, doc, PLACE)


def field(name: str, type_: ir.Type = TEXT, **changes: Any) -> ir.Field:
    doc = ir.Doc(description=f"About {name}.")
    made = ir.Field(ir.Name(name, name), type_, required=True, doc=doc, source=PLACE)
    return replace(made, **changes)


def model(*fields: ir.Field, additional: ir.Type | None = None) -> ir.Model:
    doc = ir.Doc(description="About the model.")
    name = ir.Name("Model", "Model")
    return ir.Model(origin("/m"), "components", (), doc, PLACE, name, "model", fields, additional)


def union(*variants: ir.Type) -> ir.Union:
    name = ir.Name("Union", "Union")
    return ir.Union(origin("/u"), "components", (), ir.Doc(), PLACE, name, "union", variants, None)


def body(
    type_: ir.Type = named("/m"),  # noqa: B008 - frozen
    *,
    required: bool = True,
    content: ir.Content = "json",
    encodings: tuple[ir.Encoding, ...] = (),
) -> ir.RequestBody:
    media = ir.MediaType("application/json", type_, None, content, encodings)
    return ir.RequestBody((media,), required, ir.Doc(description="About the body."), PLACE)


def signed(*declarations: ir.Declaration, **changes: Any) -> ir.Method:
    """Return the signature of an operation."""
    operation = ir.Operation(
        id="x",
        name=ir.Name("x", "x"),
        method="post",
        path="/x",
        doc=ir.Doc(),
        source=PLACE,
        parameters=(),
        body=None,
        responses=(),
        errors=(),
        security=((),),
        retries=None,
        pagination=None,
    )
    resource = ir.Resource(ir.Name("R", "r"), ir.Doc(), PLACE, (replace(operation, **changes),))
    api = ir.Api("T", "1", ir.Doc(), (), (), (), (resource,), declarations, (), None)
    return sign(api).resources[0].operations[0].signature


def names(method: ir.Method) -> list[str]:
    return [argument.name for argument in method.arguments]


def test_an_operation_without_input_has_no_arguments() -> None:
    assert signed() == ir.Method((), ())


@pytest.mark.parametrize("location", ["path", "query", "header", "cookie"])
def test_a_parameter_goes_to_its_location(location: ir.Location) -> None:
    origin = parameter("X-Id", location, required=True, python="x_id")
    expected = ir.Argument(
        name="x_id",
        wire="X-Id",
        type=TEXT,
        required=True,
        doc=ir.Doc(description="About X-Id."),
        place=location,
        origin=origin,
        is_global=False,
        key="X-Id",
        is_file=False,
    )
    assert signed(parameters=(origin,)) == ir.Method((expected,), (expected,))


def test_required_arguments_come_first_then_global_ones_then_the_others() -> None:
    made = signed(
        model(field("e"), field("f", required=False)),
        parameters=(
            parameter("a"),
            parameter("b", required=True),
            replace(parameter("c", "header"), is_global=True),
            parameter("d", required=True),
        ),
        body=body(),
    )
    assert names(made) == ["b", "d", "e", "c", "a", "f"]
    assert [argument.name for argument in made.parameters] == ["a", "b", "c", "d"]
    assert [argument.is_global for argument in made.parameters] == [False, False, True, False]


def test_the_second_parameter_of_a_name_is_known_by_its_location_too() -> None:
    made = signed(
        parameters=(
            parameter("id", "path", python="id"),
            parameter("id", "query", python="query_id"),
            parameter("id", "header", python="header_id"),
        )
    )
    assert [(item.name, item.wire, item.key) for item in made.parameters] == [
        ("id", "id", "id"),
        ("query_id", "id", "query:id"),
        ("header_id", "id", "header:id"),
    ]


def test_the_properties_of_a_body_are_arguments() -> None:
    origin = replace(field("max-size", NUMBER), name=ir.Name("max-size", "max_size"))
    expected = ir.Argument(
        name="max_size",
        wire="max-size",
        type=NUMBER,
        required=True,
        doc=ir.Doc(description="About max-size."),
        place="property",
        origin=origin,
        is_global=False,
        key="",
        is_file=False,
    )
    assert signed(model(origin), body=body()) == ir.Method((expected,), ())


def test_a_model_is_found_through_null_and_other_names() -> None:
    name = ir.Name("A", "A")
    alias = ir.Alias(origin("/a"), "components", (), ir.Doc(), PLACE, name, "a", named("/m"))
    made = signed(model(field("a")), alias, body=body(ir.Nullable(named("/a"))))
    assert names(made) == ["a"]


def test_what_only_the_server_sets_is_no_argument() -> None:
    made = signed(
        model(field("id", access="read"), field("secret", access="write"), field("name")),
        body=body(),
    )
    assert names(made) == ["secret", "name"]


def test_nothing_of_a_body_that_may_be_left_out_is_required() -> None:
    made = signed(model(field("a"), field("b", required=False)), body=body(required=False))
    assert [(item.name, item.required) for item in made.arguments] == [("a", False), ("b", False)]


def test_what_an_optional_body_must_have_is_said() -> None:
    made = signed(model(field("a"), field("b", required=False)), body=body(required=False))
    assert [item.doc.limits for item in made.arguments] == [("required if a body is sent",), ()]


def test_properties_that_the_document_does_not_name_are_one_argument() -> None:
    made = signed(model(field("a"), additional=NUMBER), body=body())
    assert made.arguments[1] == ir.Argument(
        name="additional_properties",
        wire="",
        type=ir.MapOf(NUMBER),
        required=False,
        doc=ir.Doc(description="All other properties of the body, by name."),
        place="others",
        origin=ir.Field(
            ir.Name("", "additional_properties"),
            ir.MapOf(NUMBER),
            required=False,
            doc=ir.Doc(),
            source=PLACE,
        ),
    )


@pytest.mark.parametrize("required", [True, False])
def test_a_body_that_is_no_model_is_one_argument(required: bool) -> None:  # noqa: FBT001
    given = body(ir.ListOf(TEXT), required=required)
    expected = ir.Argument(
        name="request_body",
        wire="",
        type=ir.ListOf(TEXT),
        required=required,
        doc=ir.Doc(description="About the body."),
        place="body",
        origin=given,
        is_global=False,
        key="",
        is_file=False,
    )
    assert signed(body=given) == ir.Method((expected,), ())


def test_a_binary_body_is_a_file() -> None:
    (argument,) = signed(body=body(FILE, content="binary")).arguments
    assert (argument.name, argument.is_file) == ("request_body", True)


@pytest.mark.parametrize("field_required", [True, False])
def test_an_object_of_all_parameters_stands_for_them(
    field_required: bool,  # noqa: FBT001
) -> None:
    given = (parameter("a", "path", required=True), parameter("b"))
    made = signed(
        model(field("a", required=field_required), field("b", required=False)),
        parameters=given,
        request=named("/m"),
    )
    assert made.arguments == (
        ir.Argument(
            name="request",
            wire="",
            type=named("/m"),
            required=field_required,
            doc=ir.Doc(description="About the model."),
            place="request",
            origin=ir.Field(ir.Name("", "request"), named("/m"), field_required, ir.Doc(), PLACE),
        ),
    )
    assert [(item.name, item.place, item.key) for item in made.parameters] == [
        ("a", "path", "a"),
        ("b", "query", "b"),
    ]


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (FILE, True),
        (ir.Nullable(ir.ListOf(FILE)), True),
        (named("/u"), True),
        (TEXT, False),
        (NUMBER, False),
    ],
)
def test_files_of_a_form_are_told_by_their_types(
    type_: ir.Type,
    expected: bool,  # noqa: FBT001
) -> None:
    made = signed(model(field("a", type_)), union(NUMBER, FILE), body=body(content="multipart"))
    assert [argument.is_file for argument in made.arguments] == [expected]


@pytest.mark.parametrize(
    ("type_", "media_type", "expected"),
    [
        (TEXT, "image/png", True),
        (ir.ListOf(TEXT), "image/png", True),
        (TEXT, "text/csv", False),
        (TEXT, "application/json", False),
        (ir.ListOf(TEXT), "application/vnd.a+json; v=1", False),
        (TEXT, "application/json, image/png", True),
        (NUMBER, "image/png", False),
    ],
)
def test_text_with_a_media_type_of_its_own_is_a_file(
    type_: ir.Type,
    media_type: str,
    expected: bool,  # noqa: FBT001
) -> None:
    encodings = (ir.Encoding("other", "image/png"), ir.Encoding("a", media_type))
    given = body(content="multipart", encodings=encodings)
    (argument,) = signed(model(field("a", type_)), body=given).arguments
    assert argument.is_file is expected


def test_binary_text_is_a_file_in_forms_with_parts_alone() -> None:
    for content in ("json", "form"):
        (argument,) = signed(model(field("a", FILE)), body=body(content=content)).arguments
        assert not argument.is_file


# Whether it may be sent again


@pytest.mark.parametrize(
    ("method", "headers", "expected"),
    [
        ("get", (), True),
        ("head", (), True),
        ("options", (), True),
        ("trace", (), True),
        ("put", (), True),
        ("delete", (), True),
        ("post", (), False),
        ("patch", (), False),
        ("query", (), True),
        ("COPY", (), False),
        ("post", ("Idempotency-Key",), True),
        ("patch", ("X-Trace", "idempotency-key"), True),
        ("post", ("X-Trace",), False),
    ],
)
def test_a_request_may_be_repeated_as_the_runtime_does(
    method: str,
    headers: tuple[str, ...],
    expected: bool,  # noqa: FBT001
) -> None:
    parameters = tuple(parameter(name, "header") for name in headers)
    assert signed(method=method, parameters=parameters).is_repeatable is expected
    at_run_time = Operation[None, None]("x", method.upper(), "/x", headers=headers, returns={})
    assert (at_run_time.repeatable or at_run_time.idempotency_key is not None) is expected


def test_a_parameter_of_the_query_is_no_idempotency_key() -> None:
    assert not signed(parameters=(parameter("Idempotency-Key"),)).is_repeatable


# What comes back


def media(content: ir.Content, type_: ir.Type = TEXT) -> ir.MediaType:
    return ir.MediaType(content, type_, None, content)


def answered(*successes: tuple[ir.MediaType, ...], stream: str = "") -> ir.Method:
    """Return the signature of an operation with a response of each of some media types."""
    responses = tuple(ir.Response("200", given, ir.Doc(), PLACE) for given in successes)
    choosing = field("stream", ir.Primitive("boolean"))
    return signed(model(choosing), body=body(), responses=responses, stream=stream)


def test_an_operation_without_a_body_answers_with_nothing() -> None:
    made = answered(())
    assert (made.results, made.answer, made.parts) == ((None,), "value", None)


def test_the_first_media_type_of_each_response_is_a_result() -> None:
    made = answered((media("json", NUMBER), media("text")), (), (media("text"),))
    assert made.results == (media("json", NUMBER), None, media("text"))
    assert made.answer == "value"


def test_a_binary_body_is_answered_with_bytes() -> None:
    made = answered((), (media("binary"),))
    assert (made.results, made.answer) == ((None, media("binary")), "bytes")


@pytest.mark.parametrize("content", ["events", "lines"])
def test_events_and_lines_are_answered_as_a_stream(content: ir.Content) -> None:
    made = answered((media(content, NUMBER),))
    assert (made.answer, made.parts) == ("stream", media(content, NUMBER))


def test_a_property_of_the_body_asks_for_a_stream() -> None:
    made = answered((media("json"), media("events", NUMBER)), stream="stream")
    assert (made.answer, made.parts) == ("either", media("events", NUMBER))
    assert made.results == (media("json"),)
    assert made.selector is made.arguments[0]


def test_a_property_that_the_body_does_not_have_asks_for_nothing() -> None:
    made = answered((media("json"), media("events", NUMBER)), stream="live")
    assert (made.answer, made.selector) == ("value", None)


def test_nothing_asks_for_a_stream_that_is_not_documented() -> None:
    made = answered((media("json"),), stream="stream")
    assert (made.answer, made.parts) == ("value", None)


def test_a_stream_that_nothing_asks_for_is_not_the_answer() -> None:
    made = answered((media("json"), media("events", NUMBER)))
    assert made.answer == "value"
