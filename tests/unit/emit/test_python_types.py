"""Types of the IR, written in Python."""

from __future__ import annotations

import pytest

from sdkwright.emit.python_types import NOTHING, TypeExpr, TypeWriter
from sdkwright.model import ir
from tests.unit.support.origins import named, origin

PLACE = ir.SourcePointer("")
PET = ir.Model(
    origin("/pet"), "components", (), ir.Doc(), PLACE, ir.Name("pet", "Pet"), "pet", fields=()
)
TEXT = ir.Primitive("string")


def lines(written: TypeExpr) -> set[str]:
    return {item.line for item in written.imports}


def writer(
    module: tuple[str, str] = ("operations", "getpet"), shadowed: tuple[str, ...] = ()
) -> TypeWriter:
    return TypeWriter({PET.id: PET}, module, shadowed)


@pytest.mark.parametrize(
    ("type_", "text", "imports"),
    [
        (TEXT, "str", set()),
        (ir.Primitive("string", "uuid"), "str", set()),
        (ir.Primitive("string", "date"), "date", {"from datetime import date"}),
        (ir.Primitive("string", "date-time"), "datetime", {"from datetime import datetime"}),
        (ir.Primitive("string", "time"), "str", set()),
        (ir.Primitive("string", "byte"), "bytes", set()),
        (
            ir.Primitive("string", "decimal"),
            "DecimalText",
            {"from .._runtime.json.decimals import DecimalText"},
        ),
        (
            ir.Primitive("number", "decimal"),
            "Decimal",
            {"from .._runtime.json.decimals import Decimal"},
        ),
        (ir.Primitive("string", "password"), "SecretStr", {"from ..types import SecretStr"}),
        (ir.Primitive("integer", "int64"), "int", set()),
        (
            ir.Primitive("number", "double"),
            "Number",
            {"from ..types import Number"},
        ),
        (ir.Primitive("boolean"), "bool", set()),
        (ir.Primitive("null"), "None", set()),
        (ir.ListOf(ir.Nullable(TEXT)), "list[str | None]", set()),
        (ir.MapOf(ir.ListOf(TEXT)), "dict[str, list[str]]", set()),
        (ir.Nullable(named("/pet")), "components.Pet | None", {"from .. import components"}),
        (ir.Literal(("a", 1)), 'Literal["a", 1]', {"from typing import Literal"}),
        (ir.Literal((True, False)), "bool", set()),
        (ir.Literal((True,)), "OnlyTrue", {"from .._runtime.json.constants import OnlyTrue"}),
        (ir.Any(), "Any", {"from typing import Any"}),
    ],
)
def test_a_type_is_written_with_its_imports(type_: ir.Type, text: str, imports: set[str]) -> None:
    written = writer().write(type_)
    assert (written.text, lines(written)) == (text, imports)


@pytest.mark.parametrize(
    ("form", "text", "imports"),
    [
        ("uuid", "str | UUID | None", {"from uuid import UUID"}),
        ("time", "str | time | None", {"from datetime import time"}),
        ("duration", "str | timedelta | None", {"from datetime import timedelta"}),
        ("decimal", "Decimal | None", {"from .._runtime.json.decimals import Decimal"}),
        ("password", "str | None", set()),
    ],
)
def test_an_argument_of_some_formats_takes_more_than_its_field_holds(
    form: str, text: str, imports: set[str]
) -> None:
    written = writer().write_argument(ir.Nullable(ir.Primitive("string", form)))
    assert (written.text, lines(written)) == (text, imports)


def test_a_type_stands_bare_in_its_own_module() -> None:
    assert writer(("components", "pet")).write(named("/pet")) == TypeExpr(("Pet",))


def test_the_root_of_the_sdk_imports_from_one_dot() -> None:
    written = writer(("", "pets")).optional(writer(("", "pets")).write(named("/pet")))
    assert written.text == "components.Pet | UnsetType"
    assert lines(written) == {"from . import components", "from .types import UnsetType"}


@pytest.mark.parametrize(
    ("shadowed", "type_", "text", "imports"),
    [
        (("list",), ir.ListOf(TEXT), "builtins.list[str]", {"import builtins"}),
        (("str",), ir.MapOf(ir.Any()), "dict[builtins.str, Any]", {"import builtins"}),
        (("int", "builtins"), ir.Primitive("integer"), "_builtins.int", {"_builtins"}),
        (("date",), ir.Primitive("string", "date"), "_date", {"import date as _date"}),
        (("components",), named("/pet"), "_components.Pet", {"import components as _comp"}),
        (("Any",), ir.Any(), "_Any", {"from typing import Any as _Any"}),
    ],
)
def test_a_name_that_means_something_else_is_reached_in_another_way(
    shadowed: tuple[str, ...], type_: ir.Type, text: str, imports: set[str]
) -> None:
    written = writer(shadowed=shadowed).write(type_)
    assert written.text == text
    assert all(any(part in line for line in lines(written)) for part in imports)


@pytest.mark.parametrize(
    ("values", "is_open", "text"),
    [
        (("b", "a"), False, 'Literal["b", "a"]'),
        (("a",), True, 'Literal["a"] | str'),
        ((1, "a"), True, 'Literal[1, "a"] | int | str'),
        (('"', "\\", "\u202e"), False, r"""Literal['"', "\\", "\u202e"]"""),
    ],
)
def test_an_enum_is_a_literal_and_an_open_one_takes_others_too(
    values: tuple[str | int, ...], is_open: bool, text: str  # noqa: FBT001  a case of the table
) -> None:
    enum = ir.Enum(
        origin("/e"), "components", (), ir.Doc(), PLACE, ir.Name("e"), "e", values, open=is_open
    )
    assert writer().write_enum(enum).text == text


def test_none_comes_last_and_nothing_twice() -> None:
    text = TypeExpr(("str",))
    assert (NOTHING | text | NOTHING | TypeExpr(("int",)) | text).text == "str | int | None"


def tagged(at: str, *values: str) -> ir.Model:
    """Return an object whose property `kind` has one of some values."""
    field = ir.Field(ir.Name("kind"), ir.Literal(values), True, ir.Doc(), PLACE)
    name = at.strip("/")
    return ir.Model(origin(at), "components", (), ir.Doc(), PLACE, ir.Name(name, name), name,
                    fields=(field,))  # fmt: skip


@pytest.mark.parametrize(
    ("ant", "bee", "by"),
    [
        (("a",), ("b",), 'By("kind")'),
        (("a", "b"), ("a", "b"), 'By("kind", {"a": components.Ant, "b": components.Bee})'),
        (("a",), ("a", "b"), 'By("kind", {"a": components.Ant})'),
    ],
)
def test_a_mapped_value_is_written_unless_it_is_a_constant_of_that_variant_alone(
    ant: tuple[str, ...], bee: tuple[str, ...], by: str
) -> None:
    models = [tagged("/Ant", *ant), tagged("/Bee", *bee)]
    tags = ir.Discriminator("kind", (("a", named("/Ant")), ("b", named("/Bee"))))
    union = ir.Union(origin("/X"), "components", (), ir.Doc(), PLACE, ir.Name("x", "X"), "x",
                     variants=(named("/Ant"), named("/Bee")), discriminator=tags)  # fmt: skip
    written = TypeWriter({item.id: item for item in models}, ("operations", "x"), ())
    text = written.write_union(union, is_late=False).text
    assert text == f"Tagged[components.Ant | components.Bee, {by}]"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (ir.Primitive("string", "duration"), "list[str] | list[timedelta]"),
        (ir.Primitive("string", "time"), "list[str] | list[time]"),
        (ir.Primitive("string", "uuid"), "list[str] | list[UUID]"),
        (ir.Primitive("string", "date"), "list[date]"),
        (ir.Primitive("string", "decimal"), "list[DecimalText]"),
        (ir.Primitive("string", "password"), "list[SecretStr]"),
        (ir.Primitive("number"), "list[Number]"),
        (ir.Nullable(ir.Primitive("string", "uuid")), "list[str | None]"),
    ],
)
def test_a_list_as_an_argument_has_one_of_the_types_that_a_value_may_have(
    item: ir.Type, text: str
) -> None:
    assert writer().write_argument(ir.ListOf(item)).text == text
    assert writer().write_argument(ir.Nullable(ir.ListOf(item))).text == f"{text} | None"
