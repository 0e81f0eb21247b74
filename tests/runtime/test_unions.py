"""Values that are one of several types: which of them a value becomes, and that nothing is lost."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime
from typing import Any, Literal, TypeAlias

import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.runtime.json.constants import OnlyFalse, OnlyTrue
from sdkwright.runtime.json.decoding import TypedDecoder, decode_choice
from sdkwright.runtime.json.models import Model, OpenModel
from sdkwright.runtime.json.unions import By, OneOf, Tagged
from sdkwright.runtime.values import UNSET, SecretStr, UnsetType


class Cat(Model):
    kind: Literal["cat"]
    lives: int


class Dog(Model):
    kind: Literal["dog", "wolf"]
    tricks: list[str]
    friend: Animal | UnsetType | None = UNSET


class Car(Model):
    vehicle: str
    doors: int


class Lorry(Model):
    vehicle: str
    load: float


class Unknown(Model):
    vehicle: str


class Left(Model):
    next: Link | None
    left: int | UnsetType = UNSET


class Right(Model):
    next: Link | None
    right: int | UnsetType = UNSET


Link: TypeAlias = OneOf[Left, Right]


class Circle(Model):
    radius: float


class Square(Model):
    width: float
    height: float


class Box(Model):
    width: float
    height: float
    depth: float


class Options(Model):
    size: int | UnsetType = UNSET
    colour: str | UnsetType = UNSET


class Free(OpenModel):
    name: str
    additional_properties: dict[str, int] = msgspec.field(default_factory=dict[str, int])


class Texts(Model):
    data: list[str]


class Numbers(Model):
    data: list[int]


class Login(Model):
    kind: Literal["login"]
    token: SecretStr


class Moment(Model):
    at: OneOf[datetime, date, str]


class Holder(Model):
    held: Any


Animal: TypeAlias = Tagged[Cat | Dog, By("kind")]
Vehicle: TypeAlias = Tagged[Car | Lorry, By("vehicle", {"car": Car, "lorry": Lorry, "van": Lorry})]
Rolling: TypeAlias = Tagged[Car | Lorry | Unknown, By("vehicle", {"car": Car, "lorry": Lorry})]
Thing: TypeAlias = OneOf[Vehicle, Animal, Circle, str]
Shape: TypeAlias = OneOf[Circle, Square, Box]
Json: TypeAlias = OneOf["str", "float", "bool", "list[Json | None]", "dict[str, Json | None]"]
Tree: TypeAlias = Tagged["Leaf | Branch", By("type", {"leaf": "Leaf", "branch": "Branch"})]
Input: TypeAlias = OneOf[str, list[str], list[int], list[list[int]]]


class Leaf(Model):
    type: str


class Branch(Model):
    type: str
    trees: list[Tree]


class Zoo(Model):
    animals: list[Animal]
    best: Animal | UnsetType | None = UNSET
    by_name: dict[str, Thing] | UnsetType = UNSET


def decode(type_: Any, value: object) -> Any:
    """Decode JSON that must be as documented."""
    made, misfits = TypedDecoder(type_).decode_leniently(json.dumps(value).encode())
    assert misfits == []
    return made


def drift(type_: Any, value: object) -> tuple[Any, list[tuple[str, str]]]:
    made, misfits = TypedDecoder(type_).decode_leniently(json.dumps(value).encode())
    return made, [(misfit.path, misfit.problem) for misfit in misfits]


# Which variant it is


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Animal, {"kind": "cat", "lives": 9}, Cat(kind="cat", lives=9)),
        (Animal, {"kind": "wolf", "tricks": []}, Dog(kind="wolf", tricks=[])),
        (Vehicle, {"vehicle": "car", "doors": 4}, Car(vehicle="car", doors=4)),
        (Vehicle, {"vehicle": "van", "load": 1, "doors": 4}, Lorry(vehicle="van", load=1)),
        (Thing, {"kind": "cat", "lives": 9}, Cat(kind="cat", lives=9)),
        (Thing, {"vehicle": "car", "doors": 4}, Car(vehicle="car", doors=4)),
        (Thing, {"radius": 1}, Circle(radius=1)),
        (Thing, "text", "text"),
        (OneOf[Cat, Dog], {"kind": "dog", "tricks": []}, Dog(kind="dog", tricks=[])),
    ],
)
def test_the_discriminator_decides_first(type_: Any, value: object, expected: object) -> None:
    assert decode(type_, value) == expected


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Shape, {"width": 1, "height": 2}, Square(width=1, height=2)),
        (Shape, {"width": 1, "height": 2, "depth": 3}, Box(width=1, height=2, depth=3)),
        (Shape, {"radius": 1, "width": 2}, Circle(radius=1)),
        (OneOf[Box, Square], {"width": 1, "height": 2}, Square(width=1, height=2)),
        (OneOf[Texts, Numbers], {"data": [1]}, Numbers(data=[1])),
        (OneOf[Texts, Numbers], {"data": ["a"]}, Texts(data=["a"])),
        (OneOf[Texts, Numbers], {"data": []}, Texts(data=[])),
        (OneOf[Options, dict[str, int]], {"size": 1}, Options(size=1)),
        (OneOf[Options, dict[str, int]], {"size": 1, "other": 2}, {"size": 1, "other": 2}),
        (OneOf[Options, Any], {"size": "x"}, {"size": "x"}),
        (OneOf[Free, Circle], {"radius": 1}, Circle(radius=1)),
        (
            OneOf[Circle, Free],
            {"name": "a", "x": 1},
            Free(name="a", additional_properties={"x": 1}),
        ),
    ],
)
def test_without_a_discriminator_the_properties_decide(
    type_: Any, value: object, expected: object
) -> None:
    assert decode(type_, value) == expected


def test_between_equals_the_order_of_the_document_decides() -> None:
    assert type(decode(OneOf[Options, Circle, Texts], {})) is Options
    assert drift(OneOf[Circle, Texts], {})[0] == Circle(radius=UNSET)  # type: ignore[arg-type] # missing


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Input, "a", "a"),
        (Input, ["a"], ["a"]),
        (Input, [1], [1]),
        (Input, [[1], []], [[1], []]),
        (Input, [], []),
        (
            OneOf[list[Circle], list[Square]],
            [{"width": 1, "height": 2}],
            [Square(width=1, height=2)],
        ),
        (OneOf[str, datetime], "2030-01-01T00:00:00Z", datetime(2030, 1, 1, tzinfo=UTC)),
        (OneOf[str, datetime], "tomorrow", "tomorrow"),
        (OneOf[str, date], "2030-01-01", date(2030, 1, 1)),
        (OneOf[float, int, list[int], list[str]], 1, 1),
        (OneOf[bool, list[int], list[str]], True, True),
    ],
)
def test_lists_and_scalars_go_to_the_variant_that_takes_them(
    type_: Any, value: object, expected: object
) -> None:
    made = decode(type_, value)
    assert made == expected
    assert type(made) is type(expected)


# Drift


def test_an_unknown_tag_keeps_the_value_and_is_told_once_by_its_place() -> None:
    cow = {"kind": "cow", "milk": 3}
    zoo, misfits = drift(Zoo, {"animals": [{"kind": "cat", "lives": 1}, cow, cow]})
    assert zoo == Zoo(animals=[Cat(kind="cat", lives=1), cow, cow])  # type: ignore[list-item] # raw
    assert misfits == [
        ("$.animals[1]", "no variant has this kind"),
        ("$.animals[2]", "no variant has this kind"),
    ]


def test_a_constant_that_all_variants_have_is_a_tag_too() -> None:
    assert drift(OneOf[Cat, Dog], {"kind": "cow", "lives": 9}) == (
        {"kind": "cow", "lives": 9},
        [("$", "no variant has this kind")],
    )


def test_an_unknown_tag_is_the_variant_that_has_none() -> None:
    assert decode(Rolling, {"vehicle": "bike"}) == Unknown(vehicle="bike")


def test_a_known_tag_decides_even_if_nothing_else_fits() -> None:
    zoo, misfits = drift(Zoo, {"animals": [{"kind": "dog", "lives": 9, "tricks": 3}]})
    assert zoo.animals == [Dog(kind="dog", tricks=3)]  # type: ignore[arg-type] # so it came
    assert misfits == [("$.animals[0].tricks", "expected array, got int")]


def test_a_missing_tag_leaves_it_to_the_other_properties() -> None:
    zoo, misfits = drift(Zoo, {"animals": [{"tricks": ["sit"]}]})
    assert zoo.animals == [Dog(kind=UNSET, tricks=["sit"])]  # type: ignore[arg-type] # missing
    assert misfits == [("$.animals[0].kind", "missing")]


@pytest.mark.parametrize("value", [1, None, [], "x"])
def test_what_is_of_no_kind_that_a_variant_has_stays_as_it_came(value: object) -> None:
    zoo, misfits = drift(Zoo, {"animals": [value]})
    assert zoo.animals == [value]
    assert misfits == [("$.animals[0]", "it matches none of the variants")]


def test_validation_names_the_place_within_a_union() -> None:
    with pytest.raises(ValueError, match=r"expected int, got str - at `\$\.animals\[0\]\.lives`"):
        Zoo.model_validate({"animals": [{"kind": "cat", "lives": "x"}]})
    with pytest.raises(ValueError, match=r"no variant has this kind - at `\$\.best`"):
        Zoo.model_validate_json('{"animals": [], "best": {"kind": "cow"}}')


def test_a_value_that_is_nested_deep_takes_no_longer_than_its_size() -> None:
    deep: dict[str, Any] = {"type": "twig"}
    for _ in range(100):
        deep = {"type": "branch", "trees": [deep, {"type": "leaf"}]}
    _, misfits = drift(Tree, deep)
    assert [problem for _, problem in misfits] == ["no variant has this type"]


def test_a_variant_is_not_looked_for_again_from_each_level_of_a_value() -> None:
    deep: object = "no link"
    for _ in range(200):
        deep = {"next": deep}
    began = time.process_time()
    _, misfits = drift(Link, deep)
    assert time.process_time() - began < 10  # and more than that if each level tries all below it
    assert [problem for _, problem in misfits] == ["it matches none of the variants"]


# Where unions are used


def test_a_dict_becomes_the_variant_that_it_is_in_a_new_model() -> None:
    zoo = Zoo(animals=[{"kind": "cat", "lives": 9}])  # type: ignore[list-item] # a dict will do
    assert zoo.animals == [Cat(kind="cat", lives=9)]


def test_a_secret_in_a_variant_is_known_of() -> None:
    assert TypedDecoder(dict[str, OneOf[Cat, Login]]).holds_secret()
    assert not TypedDecoder(Zoo).holds_secret()
    assert not TypedDecoder(Json).holds_secret()


def test_a_type_that_is_no_union_and_unknown_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="complex"):
        decode_choice(complex, 1)


# pydantic


class Outer(pydantic.BaseModel):
    animal: Animal
    thing: Thing | None = None
    any_json: Json = ""
    zoo: Zoo | None = None


def test_pydantic_makes_a_variant_of_a_dict_and_takes_it_as_it_is() -> None:
    cat = {"kind": "cat", "lives": 9}
    made = Outer.model_validate({"animal": cat, "thing": "text", "zoo": {"animals": [cat]}})
    assert made.animal == Cat(kind="cat", lives=9)
    assert Outer(animal=Cat(kind="cat", lives=9)).animal == Cat(kind="cat", lives=9)
    assert made.model_dump(mode="json", exclude_defaults=True) == {
        "animal": cat,
        "thing": "text",
        "zoo": {"animals": [cat]},
    }


def test_pydantic_names_the_field_whose_variant_is_unknown() -> None:
    with pytest.raises(pydantic.ValidationError, match=r"(?s)animal\n.*no variant has this kind"):
        Outer.model_validate({"animal": {"kind": "cow"}})


def test_pydantic_describes_all_variants() -> None:
    schema = Outer.model_json_schema()["properties"]
    assert [item["title"] for item in schema["animal"]["anyOf"]] == ["Cat", "Dog"]
    assert schema["any_json"]["anyOf"][0] == {"type": "string"}


# Additional properties


def test_additional_properties_stand_beside_the_fields() -> None:
    made = decode(Free, {"name": "a", "x": 1, "y": 2})
    assert made == Free(name="a", additional_properties={"x": 1, "y": 2})
    assert made.model_dump() == {"name": "a", "x": 1, "y": 2}
    assert made.model_dump(by_alias=False) == {"name": "a", "x": 1, "y": 2}
    assert made.model_dump_json() == '{"name":"a","x":1,"y":2}'
    assert Free.model_validate({"name": "a", "x": 1}).additional_properties == {"x": 1}
    assert Free.model_validate_json('{"name": "a"}').additional_properties == {}


def test_a_field_goes_before_an_additional_property_of_its_name() -> None:
    assert Free(name="a", additional_properties={"name": 1}).model_dump() == {"name": "a"}


def test_an_additional_property_of_another_type_stays_as_it_came() -> None:
    made, misfits = drift(Free, {"name": "a", "x": "one"})
    assert made.additional_properties == {"x": "one"}
    assert misfits == [("$.x", "expected int, got str")]


# Round trips


_texts = st.text(max_size=5)
_ints = st.integers(-100, 100)
_floats = st.floats(-100, 100)
_cats = st.fixed_dictionaries({"kind": st.just("cat"), "lives": _ints})
_animals = st.recursive(
    _cats,
    lambda inner: st.fixed_dictionaries(
        {"kind": st.sampled_from(["dog", "wolf"]), "tricks": st.lists(_texts, max_size=2)},
        optional={"friend": st.none() | inner},
    ),
    max_leaves=3,
)
_vehicles = st.one_of(
    st.fixed_dictionaries({"vehicle": st.just("car"), "doors": _ints}),
    st.fixed_dictionaries({"vehicle": st.sampled_from(["lorry", "van"]), "load": _floats}),
)
_circles = st.fixed_dictionaries({"radius": _floats})
_squares = st.fixed_dictionaries({"width": _floats, "height": _floats})
_shapes = _circles | _squares | st.fixed_dictionaries(
    {"width": _floats, "height": _floats, "depth": _floats}
)  # fmt: skip
_json = st.recursive(
    _texts | _floats | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=8,
)
_inputs = st.one_of(
    _texts,
    st.lists(_texts, max_size=3),
    st.lists(_ints, max_size=3),
    st.lists(st.lists(_ints, max_size=3), max_size=3),
)
_trees = st.recursive(
    st.just({"type": "leaf"}),
    lambda inner: st.fixed_dictionaries(
        {"type": st.just("branch"), "trees": st.lists(inner, max_size=3)}
    ),
    max_leaves=5,
)
_free = st.dictionaries(_texts.filter(lambda t: t != "name"), _ints, max_size=3).flatmap(
    lambda others: st.fixed_dictionaries({"name": _texts}).map(lambda named: {**named, **others})
)
_maps = st.fixed_dictionaries({}, optional={"size": _ints, "colour": _texts})
_zoos = st.fixed_dictionaries(
    {"animals": st.lists(_animals, max_size=3)},
    optional={
        "best": st.none() | _animals,
        "by_name": st.dictionaries(_texts, _animals | _vehicles | _circles | _texts, max_size=3),
    },
)


class Done(Model):
    ok: OnlyTrue
    value: int | UnsetType = UNSET


class Failed(Model):
    ok: OnlyFalse
    value: int | UnsetType = UNSET


class Full(Model):
    ok: OnlyTrue
    a: int
    b: int


class Refused(Model):
    ok: OnlyFalse
    reason: str


class Text(Model):
    form: int
    body: Any


class Number(Model):
    form: int
    body: Any


def test_a_boolean_that_is_always_the_same_tells_objects_apart() -> None:
    assert decode(OneOf[Done, Failed], {"ok": False, "value": 1}) == Failed(ok=False, value=1)
    assert decode(OneOf[Done, Failed], {"ok": True, "value": 1}) == Done(ok=True, value=1)


def test_a_boolean_says_more_than_what_is_missing() -> None:
    decoder = TypedDecoder(OneOf[Full, Refused])
    made, misfits = decoder.decode_leniently(b'{"ok": false, "a": 1, "b": 2}')
    assert type(made) is Refused
    assert [misfit.path for misfit in misfits] == ["$.reason"]


def test_a_mapping_names_numbers_as_text() -> None:
    type_ = Tagged[Text | Number, By("form", {"1": Text, "2": Number})]
    assert decode(type_, {"form": 2, "body": "x"}) == Number(form=2, body="x")


class Draft(Model):
    state: Literal["draft", "final"]
    text: str | UnsetType = UNSET


class Final(Model):
    state: Literal["draft", "final"]
    text: str | UnsetType = UNSET


Paper: TypeAlias = Tagged[Draft | Final, By("state", {"draft": Draft, "final": Final})]


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Paper, {"state": "draft"}, Draft(state="draft")),
        (Paper, {"state": "final", "text": "x"}, Final(state="final", text="x")),
        (list[Paper], [{"state": "final"}], [Final(state="final")]),
        (dict[str, Paper], {"a": {"state": "final"}}, {"a": Final(state="final")}),
        (OneOf[Paper, str], {"state": "final"}, Final(state="final")),
        (Paper | None, {"state": "final"}, Final(state="final")),
        (
            Tagged[Draft | Final, By("state", {"final": Final})],
            {"state": "draft", "text": "x"},
            Draft(state="draft", text="x"),
        ),
    ],
)
def test_a_mapping_decides_between_variants_that_have_the_same_constants(
    type_: Any, value: object, expected: object
) -> None:
    assert decode(type_, value) == expected
    assert drift(type_, value) == (expected, [])


def test_without_a_mapping_the_properties_decide_between_the_same_constants() -> None:
    class Short(Model):
        state: Literal["draft", "final"]
        text: str

    class Long(Model):
        state: Literal["draft", "final"]
        pages: int

    type_ = Tagged[Short | Long, By("state")]
    assert decode(type_, {"state": "draft", "pages": 3}) == Long(state="draft", pages=3)
    assert decode(type_, {"state": "draft", "text": "x"}) == Short(state="draft", text="x")


class FishBase(Model):
    kind: Literal["salmon", "carp", "eel"] | UnsetType = UNSET
    age: int


class Salmon(Model):
    kind: Literal["salmon", "carp", "eel"]
    age: int
    friends: list[Fish] | UnsetType = UNSET


class Carp(Model):
    kind: Literal["carp"]
    age: int


class Koi(Model):
    kind: Literal["koi"]
    age: int


Carps: TypeAlias = Tagged[Koi | Carp, By("kind", default=Carp)]
Fish: TypeAlias = Tagged[
    "Salmon | Carps | FishBase",
    By("kind", {"salmon": "Salmon", "carp": "Carps", "koi": "Carps"}, default="FishBase"),
]


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Fish, {"kind": "salmon", "age": 1}, Salmon(kind="salmon", age=1)),
        (Fish, {"kind": "carp", "age": 1}, Carp(kind="carp", age=1)),
        (Fish, {"kind": "koi", "age": 1}, Koi(kind="koi", age=1)),
        (Fish, {"kind": "eel", "age": 1}, FishBase(kind="eel", age=1)),
        (Fish, {"age": 1, "friends": []}, FishBase(age=1)),
        (OneOf[Fish, str], {"age": 1}, FishBase(age=1)),
        (OneOf[Fish, Circle], {"radius": 1}, Circle(radius=1)),
        (OneOf[Fish, Circle], {"age": 1}, FishBase(age=1)),
        (list[Fish], [{"age": 1}], [FishBase(age=1)]),
        (dict[str, Fish], {"a": {"age": 1}}, {"a": FishBase(age=1)}),
        (Carps, {"kind": "koi", "age": 1}, Koi(kind="koi", age=1)),
    ],
)
def test_a_missing_or_unlisted_tag_is_the_default(
    type_: Any, value: object, expected: object
) -> None:
    assert decode(type_, value) == expected
    assert drift(type_, value) == (expected, [])


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Fish, {"kind": "new", "age": 1}, FishBase),
        (Fish, {"kind": None, "age": 1}, FishBase),
        (Fish, {}, FishBase),
        (Carps, {"kind": "new", "age": 1}, Carp),
        (Carps, {"age": 1}, Carp),
    ],
)
def test_an_unknown_tag_is_the_default_and_a_misfit(
    type_: Any, value: object, expected: type
) -> None:
    made, misfits = drift(type_, value)
    assert type(made) is expected
    assert misfits


class First(Model):
    version: Literal[1]


class Second(Model):
    version: Literal[2]


def test_a_number_with_a_point_is_the_same_tag() -> None:
    decoder = TypedDecoder(OneOf[First, Second])
    made, misfits = decoder.decode_leniently(b'{"version": 2.0}')
    assert repr(made) == "Second(version=2)"
    assert misfits == []


ROUND_TRIPS: dict[str, tuple[Any, st.SearchStrategy[Any]]] = {
    "tagged": (Animal, _animals),
    "tagged by any text": (Vehicle, _vehicles),
    "untagged": (Shape, _shapes),
    "nested": (Thing, _animals | _vehicles | _circles | _texts),
    "any JSON": (Json | None, _json),
    "lists": (Input, _inputs),
    "recursive": (Tree, _trees),
    "additional": (Free, _free),
    "additional or not": (OneOf[Options, Free, Circle], _maps | _free | _circles),
    "map or model": (
        OneOf[Options, dict[str, int]],
        st.dictionaries(_texts, _ints, max_size=3) | _maps,
    ),
    "fields": (Zoo, _zoos),
    "formats": (
        Moment,
        st.fixed_dictionaries({"at": st.dates().map(date.isoformat) | _texts}),
    ),
}


@pytest.mark.parametrize("name", ROUND_TRIPS)
@given(data=st.data())
def test_what_is_decoded_is_encoded_to_the_same_json(name: str, data: st.DataObject) -> None:
    type_, values = ROUND_TRIPS[name]
    value = data.draw(values)
    made = decode(type_, value)
    assert Holder(held=made).model_dump(mode="json") == {"held": value}
    assert json.loads(Holder(held=made).model_dump_json()) == {"held": value}
