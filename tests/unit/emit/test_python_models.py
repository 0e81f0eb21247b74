"""Models, enums, aliases and exceptions, and the modules that they are in."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.emit.index import Index
from sdkwright.emit.models import module_views
from sdkwright.model import ir
from tests.unit.support.origins import named, origin
from tests.unit.support.views import (
    PLACE,
    TEXT,
    api,
    declared,
    enum,
    error_type,
    field,
    model,
    only,
    operation,
)


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
