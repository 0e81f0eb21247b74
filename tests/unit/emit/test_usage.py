from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright import config
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit.docs.samples import Samples, parsed
from sdkwright.emit.docs.usage import Usage, literal
from sdkwright.emit.index import Index
from sdkwright.model import ir
from sdkwright.model.formats import Json
from tests.unit.support.apis import operation
from tests.unit.support.origins import named, origin

CONFIG = config.from_options(Path("api.yaml"), "library", Path("out"), Diagnostics())
STRING = ir.Primitive("string")
NOWHERE = ir.SourcePointer("")

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


def field(
    name: str, type_: ir.Type, example: str | None = None, *, required: bool = True
) -> ir.Field:
    text = None if example is None else ir.JsonText(example)
    return ir.Field(ir.Name(name, name), type_, required, ir.Doc(example=text), NOWHERE)


def model(id_: str, *fields: ir.Field, example: str | None = None) -> ir.Model:
    doc = ir.Doc(example=None if example is None else ir.JsonText(example))
    return ir.Model(
        origin(f"/{id_}"), "components", (), doc, NOWHERE, ir.Name(id_, id_), id_.lower(), fields
    )


def enum(*values: str | int, is_open: bool) -> ir.Enum:
    name = ir.Name("Enum", "Enum")
    return ir.Enum(
        origin("/Enum"), "components", (), ir.Doc(), NOWHERE, name, "enum", values, is_open
    )


def index(*declarations: ir.Declaration) -> Index:
    return Index(ir.Api("Library", "1", ir.Doc(), (), (), (), (), declarations, (), None))


@given(JSON, st.none() | st.integers(0, 12))
def test_a_literal_is_the_value(value: Json, indent: int | None) -> None:
    written = literal(value, indent)
    if "float(" not in written:
        assert ast.literal_eval(written) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", '"text"'),
        ('a "b"', "'a \"b\"'"),
        ("it's", '"it\'s"'),
        ("line\nend", r'"line\nend"'),
        (True, "True"),
        (None, "None"),
        (50, "50"),
        (0.75, "0.75"),
        ({"a": [1, {}]}, '{"a": [1, {}]}'),
    ],
)
def test_a_literal_is_written_as_black_does(value: Json, expected: str) -> None:
    assert literal(value) == expected


def test_a_long_literal_is_spread_over_lines() -> None:
    assert literal({"name": "x" * 60, "list": ["y" * 60, "z" * 60]}, 4) == (
        "{\n"
        f'        "name": "{"x" * 60}",\n'
        '        "list": [\n'
        f'            "{"y" * 60}",\n'
        f'            "{"z" * 60}",\n'
        "        ],\n"
        "    }"
    )


def test_a_call_is_one_line_however_long() -> None:
    assert "\n" not in literal(["x" * 60, "y" * 60])


@pytest.mark.parametrize(
    ("type_", "value", "fits"),
    [
        (STRING, "x", True),
        (STRING, 1, False),
        (ir.Primitive("string", "date-time"), "2027-12-31T23:59:59Z", True),
        (ir.Primitive("string", "date-time"), "2027-12-31", False),
        (ir.Primitive("string", "date-time"), "2027-13-31T23:59:59Z", False),
        (ir.Primitive("string", "date"), "2027-12-31", True),
        (ir.Primitive("integer"), 1, True),
        (ir.Primitive("integer"), True, False),
        (ir.Primitive("integer"), 1.5, False),
        (ir.Primitive("number"), 1, True),
        (ir.Primitive("boolean"), 0, False),
        (ir.Nullable(STRING), None, True),
        (ir.ListOf(STRING), ["a"], True),
        (ir.ListOf(STRING), ["a", 1], False),
        (ir.MapOf(STRING), {"a": "b"}, True),
        (ir.MapOf(STRING), {"a": 1}, False),
        (ir.Literal((True,)), True, True),
        (ir.Literal((1,)), True, False),
        (ir.Any(), {"a": 1}, True),
    ],
)
def test_an_example_is_only_taken_if_it_fits(type_: ir.Type, value: Json, *, fits: bool) -> None:
    assert Samples(index()).fits(value, type_) is fits


def test_an_open_enum_takes_other_values() -> None:
    type_ = named("/Enum")
    assert Samples(index(enum("a", is_open=True))).fits("b", type_)
    assert not Samples(index(enum("a", is_open=True))).fits(1, type_)
    assert not Samples(index(enum("a", is_open=False))).fits("b", type_)


def test_a_model_takes_dicts_that_have_what_is_required() -> None:
    samples = Samples(index(model("Book", field("title", STRING))))
    assert samples.fits({"title": "x", "other": 1}, named("/Book"))
    assert not samples.fits({}, named("/Book"))
    assert not samples.fits({"title": 1}, named("/Book"))


def test_the_example_of_a_model_is_taken() -> None:
    book = model("Book", field("title", STRING), example='{"title": "Emma"}')
    assert Samples(index(book)).of_declaration(book) == {"title": "Emma"}


def test_an_example_that_does_not_fit_is_replaced() -> None:
    book = model(
        "Book",
        field("title", STRING, '"Emma"'),
        field("pages", ir.Primitive("integer"), '"many"'),
        field("note", STRING, '"A note"', required=False),
        field("other", STRING, required=False),
        example='{"title": 1}',
    )
    assert Samples(index(book)).of_declaration(book) == {
        "title": "Emma",
        "pages": 1,
        "note": "A note",
    }


def test_a_type_that_contains_itself_ends() -> None:
    book = model(
        "Book",
        field("parts", ir.ListOf(named("/Book"))),
        field("by_name", ir.MapOf(named("/Book"))),
        field("next", ir.Nullable(named("/Book"))),
    )
    assert Samples(index(book)).of_declaration(book) == {"parts": [], "by_name": {}, "next": None}


@pytest.mark.parametrize("example", [None, "NaN", "-Infinity", "{"])
def test_an_example_that_is_no_json_is_none(example: str | None) -> None:
    assert parsed(None if example is None else ir.JsonText(example)) is None


def test_the_variable_is_named_after_the_client() -> None:
    assert Usage(index(), CONFIG).variable == "library"


@pytest.mark.parametrize(
    ("type_", "example", "written"),
    [
        (STRING, '"x"', '"<value>"'),
        (ir.Primitive("string", "date"), '"2030-01-01"', 'date.fromisoformat("2030-01-01")'),
        (ir.Primitive("string", "decimal"), '"1.5"', 'Decimal("1.5")'),
        (ir.Primitive("integer"), "5", "5"),
        (ir.Primitive("boolean"), "true", "True"),
        (ir.Literal((1, 2)), None, "1"),
        (ir.ListOf(STRING), '["x"]', '["x"]'),
    ],
)
def test_a_setting_of_the_client_has_its_type(
    type_: ir.Type, example: str | None, written: str
) -> None:
    text = None if example is None else ir.JsonText(example)
    parameter = ir.Parameter(
        ir.Name("X-A", "x_a"),
        "header",
        type_,
        required=False,
        doc=ir.Doc(example=text),
        source=NOWHERE,
    )
    usage = Usage(Index(replace(index().api, globals=(parameter,))), CONFIG)
    (setting,) = usage.setup(operation("list")).settings
    assert (setting.name, setting.value) == ("x_a", written)


def test_a_short_value_is_made_in_one_line() -> None:
    book = model("Book", field("title", STRING, '"Emma"'))
    view = Usage(index(book), CONFIG).value(book)
    assert view.value == 'components.Book.model_validate({"title": "Emma"})'
    assert view.shown == "value.title"


def test_a_secret_is_not_printed() -> None:
    name = ir.Name("key", "key")
    secret = ir.Field(name, STRING, required=True, doc=ir.Doc(), source=NOWHERE, secret=True)
    shown = model("Shown", secret, field("name", STRING))
    hidden = model("Hidden", secret)
    assert Usage(index(shown, hidden), CONFIG).value(shown).shown == "value.name"
    assert Usage(index(shown, hidden), CONFIG).value(hidden).shown == "value"


def test_a_model_without_fields_can_be_made() -> None:
    empty = model("Empty")
    assert Usage(index(empty), CONFIG).body(empty).value == "components.Empty()"
    assert Usage(index(empty), CONFIG).value(empty).value == "components.Empty.model_validate({})"


def test_a_text_that_looks_like_python_imports_nothing() -> None:
    book = model("Book", field("title", STRING, '"Decimal(date.fromisoformat(Path("'))
    assert Usage(index(book), CONFIG).value(book).imports == ("from library import components",)


def test_items_of_lists_and_maps_have_the_type_of_the_field() -> None:
    day, price = ir.Primitive("string", "date"), ir.Primitive("number", "decimal")
    book = model(
        "Book",
        field("days", ir.ListOf(day), '["2030-01-01", "2030-02-01"]'),
        field("prices", ir.MapOf(ir.Nullable(price)), '{"de": 1.5, "fr": null}'),
        field("covers", ir.ListOf(ir.ListOf(ir.Primitive("string", "byte"))), '[["aGk="], []]'),
    )
    view = Usage(index(book), CONFIG).body(book)
    assert view.value == (
        "components.Book(\n"
        '    days=[date.fromisoformat("2030-01-01"), date.fromisoformat("2030-02-01")],\n'
        '    prices={"de": Decimal("1.5"), "fr": None},\n'
        '    covers=[[b"hi"], []],\n'
        ")"
    )
    assert view.imports == (
        "from library import components",
        "from datetime import date",
        "from decimal import Decimal",
    )


def test_long_lists_of_typed_items_are_spread_over_lines() -> None:
    day = ir.Primitive("string", "date")
    book = model(
        "Book", field("days", ir.MapOf(day), '{"published": "2030-01-01", "printed": "2029-12-31"}')
    )
    assert Usage(index(book), CONFIG).body(book).value == (
        "components.Book(\n"
        "    days={\n"
        '        "published": date.fromisoformat("2030-01-01"),\n'
        '        "printed": date.fromisoformat("2029-12-31"),\n'
        "    },\n"
        ")"
    )


def test_imports_of_the_package_come_first() -> None:
    book = model(
        "Book",
        field("cover", ir.Primitive("string", "byte"), '"aGk="'),
        field("day", ir.Primitive("string", "date"), '"2030-01-01"'),
        field("when", ir.Primitive("string", "date-time"), '"2030-01-01T00:00:00Z"'),
        field("price", ir.Primitive("number", "decimal"), "1.5"),
    )
    assert Usage(index(book), CONFIG).body(book).imports == (
        "from library import components",
        "from library.utils import parse_datetime",
        "from datetime import date",
        "from decimal import Decimal",
    )
