"""Models: made, shown, compared, copied, turned into dicts and JSON, used by others."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

import msgspec
import pydantic
import pytest
from rich.pretty import pretty_repr

from sdkwright.runtime.json.models import Model, ModelMeta, OpenModel, tag
from sdkwright.runtime.values import UNSET, OptionalNullable, SecretStr, UnsetType, is_set
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import Basket, Owner, Pet, PetPage, Token

ROOT = Path(__file__).parents[2]
SINCE = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)


def rex(**changes: Any) -> Pet:
    owner = Owner(name="Ann", since=SINCE)
    given: dict[str, Any] = {"id": "p1", "name": "Rex", "age": 3, "note": None, "kind": "dog"}
    return Pet(**{**given, "owner": owner, **changes})


class Everything(Model):
    when: datetime
    day: date
    uuid: UUID
    blob: bytes


class Running(Model):
    name: str
    status: Literal["running"] | UnsetType = tag(default="running")


class Circle(Model):
    kind: str = tag(default="Circle", required=True, name="@kind")
    radius: int | UnsetType = UNSET


class Ring(Circle):
    status: str | UnsetType = tag(default="ring")


class Marked(Model):
    at: tuple[float, float]
    owner: tuple[Owner, date] | None = None


class Open(OpenModel):
    kind: str | UnsetType = tag(default="open")
    additional_properties: dict[str, int] = msgspec.field(default_factory=dict[str, int])


# Making


def test_a_new_object_has_the_value_that_unions_recognize_it_by() -> None:
    assert Running(name="a").model_dump() == {"name": "a", "status": "running"}
    assert Circle().model_dump_json() == '{"@kind":"Circle"}'
    assert Ring().model_dump() == {"@kind": "Circle", "status": "ring"}
    assert Open(additional_properties={"n": 1}).model_dump() == {"kind": "open", "n": 1}


def test_a_new_object_has_another_value_if_one_is_given() -> None:
    assert Circle(kind="Disc").model_dump() == {"@kind": "Disc"}
    assert Running(name="a", status=UNSET).model_dump() == {"name": "a"}
    assert Running(name="a", status=None).model_dump() == {"name": "a"}  # type: ignore[arg-type]


def test_an_object_that_came_without_the_value_has_none() -> None:
    made = Running.model_validate_json('{"name": "a"}')
    assert (made.status, made.model_dump()) == (UNSET, {"name": "a"})
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(ValueError, match="missing required field `@kind`"):
        Circle.model_validate({"radius": 1})


def test_none_leaves_out_a_field_that_may_be_absent_but_not_null() -> None:
    assert rex(toys=None, weight=None).toys is UNSET
    assert rex(weight=None) == rex()


def test_none_stays_where_null_is_allowed() -> None:
    assert rex(born=None, owner=None).born is None
    assert rex(owner=None).owner is None


def test_none_stays_where_a_field_is_required() -> None:
    assert Owner(name=None).name is None  # type: ignore[arg-type] # what it is then is its matter


def test_a_dict_becomes_a_model_where_one_is_wanted() -> None:
    pet = rex(owner={"name": "Ann", "since": "2024-01-02T03:04:05Z"}, toys=[{"name": "Ball"}])
    assert pet == rex(toys=[Owner(name="Ball")])


def test_models_and_dicts_may_stand_in_one_list() -> None:
    assert rex(toys=[Owner(name="a"), {"name": "b"}]).toys == [Owner(name="a"), Owner(name="b")]


def test_a_dict_of_dicts_becomes_a_dict_of_models() -> None:
    assert Basket(by_name={"rex": REX}).by_name == {"rex": rex()}  # type: ignore[dict-item]


def test_a_dict_in_a_tuple_becomes_a_model() -> None:
    marked = Marked(at=(1, 2), owner=({"name": "Ann"}, date(2024, 1, 2)))  # type: ignore[arg-type]
    assert marked.owner == (Owner(name="Ann"), date(2024, 1, 2))
    assert Marked(at=(1, 2), owner=marked.owner) == marked


def test_values_that_are_no_models_are_left_alone() -> None:
    counts = {"a": 1}
    assert Basket(counts=counts).counts is counts


def test_a_missing_required_field_is_an_error() -> None:
    with pytest.raises(TypeError, match="Missing required argument 'name'"):
        Owner()  # type: ignore[call-arg] # that is the point


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(TypeError, match="Unexpected keyword argument 'nome'"):
        Owner(name="a", nome="b")  # type: ignore[call-arg] # that is the point


def test_fields_are_keywords() -> None:
    with pytest.raises(TypeError, match="Extra positional arguments"):
        Owner("Ann")  # type: ignore[call-arg] # that is the point


def test_a_required_field_may_follow_one_that_is_not() -> None:
    class Late(Model):
        first: int = 1
        second: str

    assert Late(second="x") == Late(first=1, second="x")


def test_decoding_runs_no_code_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    decoder = msgspec.json.Decoder(PetPage)
    monkeypatch.setattr(ModelMeta, "__call__", fail)
    assert decoder.decode(msgspec.json.encode({"pets": [REX] * 3})).pets[0].name == "Rex"


# Comparing, copying


def test_models_are_equal_if_their_fields_are() -> None:
    assert rex() == rex()
    assert rex() != rex(name="Max")
    assert rex(weight=UNSET) != rex(weight=1.0)


def test_copy_has_the_same_fields() -> None:
    pet = rex()
    copied = copy.copy(pet)
    assert copied == pet
    assert copied.owner is pet.owner


def test_deep_copy_shares_nothing() -> None:
    pet = rex()
    copied = copy.deepcopy(pet)
    assert copied == pet
    assert copied.owner is not pet.owner


def test_replace_makes_a_changed_copy() -> None:
    assert rex().__replace__(name="Max") == rex(name="Max")
    if sys.version_info >= (3, 13):
        assert copy.replace(rex(), name="Max") == rex(name="Max")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_can_be_pickled(protocol: int) -> None:
    assert pickle.loads(pickle.dumps(rex(), protocol)) == rex()


def test_pickle_keeps_what_came_though_it_does_not_fit() -> None:
    odd = msgspec.StructMeta.__call__(Owner, name=1, since=None)
    copied = pickle.loads(pickle.dumps(odd))
    assert (copied.name, copied.since) == (1, None)


# Showing


def test_is_shown_without_the_fields_that_are_absent() -> None:
    assert repr(rex(owner=Owner(name="Ann"), toys=[])) == (
        "Pet(id='p1', name='Rex', age=3, note=None, kind='dog', owner=Owner(name='Ann'), toys=[])"
    )
    assert str(Owner(name="Ann")) == "Owner(name='Ann')"


def test_rich_shows_the_same() -> None:
    assert pretty_repr(Owner(name="Ann")) == "Owner(name='Ann')"


# Dicts and JSON


def test_dump_leaves_out_what_is_absent() -> None:
    assert rex(owner=Owner(name="Ann")).model_dump() == {
        "id": "p1",
        "name": "Rex",
        "age": 3,
        "note": None,
        "kind": "dog",
        "owner": {"name": "Ann"},
    }


def test_dump_uses_the_names_of_the_api() -> None:
    assert rex(class_="good").model_dump()["class"] == "good"


def test_dump_can_use_the_names_of_the_attributes() -> None:
    dumped = rex(class_="good", toys=[Owner(name="a")]).model_dump(by_alias=False)
    assert dumped["class_"] == "good"
    assert dumped["owner"] == {"name": "Ann", "since": SINCE}
    assert dumped["toys"] == [{"name": "a"}]


EVERYTHING = Everything(when=SINCE, day=date(2024, 1, 2), uuid=UUID(int=7), blob=b"\0")


def test_dump_in_python_mode_keeps_python_values() -> None:
    assert EVERYTHING.model_dump() == {
        "when": SINCE,
        "day": date(2024, 1, 2),
        "uuid": UUID(int=7),
        "blob": b"\0",
    }


def test_dump_in_json_mode_has_only_what_json_has() -> None:
    assert EVERYTHING.model_dump(mode="json") == {
        "when": "2024-01-02T03:04:05Z",
        "day": "2024-01-02",
        "uuid": "00000000-0000-0000-0000-000000000007",
        "blob": "AA==",
    }


def test_dump_keeps_tuples_in_python_mode_only() -> None:
    marked = Marked(at=(1, 2), owner=(Owner(name="Ann", since=SINCE), date(2024, 1, 2)))
    owner = {"name": "Ann", "since": SINCE}
    assert marked.model_dump() == {"at": (1, 2), "owner": (owner, date(2024, 1, 2))}
    assert marked.model_dump(by_alias=False) == marked.model_dump()
    written = {"name": "Ann", "since": "2024-01-02T03:04:05Z"}
    assert marked.model_dump(mode="json") == {"at": [1, 2], "owner": [written, "2024-01-02"]}
    assert marked.model_dump_json() == (
        '{"at":[1,2],"owner":[{"name":"Ann","since":"2024-01-02T03:04:05Z"},"2024-01-02"]}'
    )


def test_dump_merges_the_additional_properties_of_objects_in_tuples() -> None:
    class Holder(Model):
        pair: tuple[int, Open]

    holder = Holder(pair=(1, Open(additional_properties={"a": 2})))
    assert holder.model_dump() == {"pair": (1, {"kind": "open", "a": 2})}
    assert holder.model_dump(mode="json") == {"pair": [1, {"kind": "open", "a": 2}]}
    assert holder.model_dump_json() == '{"pair":[1,{"kind":"open","a":2}]}'


def test_dump_json() -> None:
    assert Owner(name="Änn", since=SINCE).model_dump_json() == (
        '{"name":"Änn","since":"2024-01-02T03:04:05Z"}'
    )


def test_dump_json_with_indent() -> None:
    assert Owner(name="a").model_dump_json(indent=2) == '{\n  "name": "a"\n}'


def test_validate_makes_a_model() -> None:
    assert Pet.model_validate(REX) == rex()
    assert Pet.model_validate(rex()) == rex()
    assert Pet.model_validate({**REX, "owner": Owner(name="Ann", since=SINCE)}) == rex()


def test_validate_json_makes_a_model() -> None:
    assert Owner.model_validate_json(b'{"name": "a"}') == Owner(name="a")
    assert Owner.model_validate_json('{"name": "a"}') == Owner(name="a")


def test_validate_names_the_place_of_an_error() -> None:
    with pytest.raises(ValueError, match=r"Expected `int`, got `str` - at `\$\.age`"):
        Pet.model_validate({**REX, "age": "x"})
    with pytest.raises(ValueError, match=r"missing required field `name`"):
        Owner.model_validate_json("{}")


@pytest.mark.parametrize("text", ["{", b'{"name": "\xff"}', ""])
def test_validate_json_of_what_is_no_json_is_a_value_error(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Owner.model_validate_json(text)


# Secrets


def secret() -> Token:
    return Token(id="t1", token="sk-hidden", old_token="sk-older")


def test_secrets_are_masked() -> None:
    shown = "Token(id='t1', token=**********, old_token=**********)"
    assert repr(secret()) == str(secret()) == f"{secret()}" == shown
    assert "sk-" not in pretty_repr(secret())
    assert "sk-" not in repr([{"a": secret()}])


def test_secrets_are_plain_strings() -> None:
    assert secret().token == "sk-hidden"
    assert type(secret().token) is str


def test_secrets_are_not_in_pickles() -> None:
    pickled = pickle.dumps(secret())
    assert b"sk-" not in pickled
    copied = pickle.loads(pickled)
    assert copied.id == "t1"
    assert copied.token is UNSET
    assert copied.old_token is UNSET


def test_secrets_are_in_copies() -> None:
    assert copy.deepcopy(secret()) == secret() == copy.copy(secret())


def test_secrets_are_compared() -> None:
    assert secret() != Token(id="t1", token="sk-other", old_token="sk-older")


def test_secrets_are_dumped() -> None:
    assert secret().model_dump()["token"] == "sk-hidden"
    assert "sk-hidden" in secret().model_dump_json()


def test_a_secret_that_is_absent_is_not_shown() -> None:
    assert repr(Token(id="t1", token="x")) == "Token(id='t1', token=**********)"


# pydantic


class Outer(pydantic.BaseModel):
    pet: Pet
    token: Token | None = None
    many: list[Owner] = []


def test_pydantic_makes_a_field_of_a_dict() -> None:
    outer = Outer.model_validate({"pet": REX, "many": [{"name": "a"}]})
    assert outer.pet == rex()
    assert outer.many == [Owner(name="a")]


def test_pydantic_takes_a_model_and_json() -> None:
    assert Outer(pet=rex()).pet == rex()
    assert Outer.model_validate_json(Outer(pet=rex()).model_dump_json()).pet == rex()


def test_pydantic_dumps_a_field() -> None:
    outer = Outer(pet=rex())
    assert outer.model_dump()["pet"]["owner"] == {"name": "Ann", "since": SINCE}
    assert outer.model_dump(mode="json")["pet"] == REX


def test_pydantic_names_the_field_that_is_wrong() -> None:
    with pytest.raises(pydantic.ValidationError, match=r"(?s)pet\n.*Expected `int`, got `str`"):
        Outer.model_validate({"pet": {**REX, "age": "x"}})


def test_pydantic_shows_no_secrets() -> None:
    assert "sk-" not in repr(Outer(pet=rex(), token=secret()))


def test_pydantic_describes_a_field() -> None:
    owner = Outer.model_json_schema()["properties"]["many"]["items"]
    assert owner["properties"]["name"] == {"type": "string"}
    assert owner["required"] == ["name"]


def test_pydantic_describes_a_tuple() -> None:
    class Holder(pydantic.BaseModel):
        marked: Marked

    marked = Holder.model_json_schema()["properties"]["marked"]
    assert marked["properties"]["at"] == {
        "type": "array",
        "prefixItems": [{"type": "number"}, {"type": "number"}],
        "minItems": 2,
        "maxItems": 2,
    }


def test_pydantic_describes_a_model_that_contains_itself() -> None:
    class Holder(pydantic.BaseModel):
        basket: Basket

    basket = Holder.model_json_schema()["properties"]["basket"]
    assert basket["properties"]["inner"] == {"type": "object", "title": "Basket"}


def test_pydantic_is_not_imported_by_us() -> None:
    program = "import sys, tests.runtime.support.sdk; sys.exit('pydantic' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_an_optional_secret_is_found_in_any_spelling() -> None:
    class Odd(Model):
        a: SecretStr | None
        b: list[SecretStr]
        c: dict[str, OptionalNullable[SecretStr]]
        d: str | UnsetType = UNSET

    shown = repr(Odd(a="sk-1", b=["sk-2"], c={"x": "sk-3"}, d="seen"))
    assert shown == "Odd(a=**********, b=**********, c=**********, d='seen')"


# Copies, and models without required fields


def test_a_copy_has_other_values() -> None:
    pet = rex()
    made = pet.model_copy(update={"name": "Max", "owner": {"name": "Ann"}, "kind": "cat"})
    assert (made.name, made.kind, made.age) == ("Max", "cat", 3)
    assert made.owner == Owner(name="Ann")
    assert pet == rex()


def test_none_in_a_copy_is_absent_where_null_is_invalid() -> None:
    made = rex().model_copy(update={"weight": None, "note": None})
    assert (made.weight, made.note) == (UNSET, None)


def test_a_copy_shares_what_it_holds_unless_it_is_deep() -> None:
    pet = rex(toys=[Owner(name="Ann")])
    assert pet.model_copy().toys is pet.toys
    deep = pet.model_copy(deep=True)
    assert deep == pet
    assert deep.toys is not pet.toys


@pytest.mark.parametrize(
    "made",
    [
        lambda: Pet.model_construct(nam=1),
        lambda: Pet.model_construct().model_copy(update={"nam": 1}),
    ],
    ids=["a new model", "a copy"],
)
def test_a_field_that_a_model_does_not_have_is_refused(made: Any) -> None:
    with pytest.raises(TypeError, match=r"^Pet has no field 'nam'\.$"):
        made()


def test_a_model_without_required_fields() -> None:
    made = Pet.model_construct(name="Rex")
    assert made.model_fields_set == {"name"}
    assert made.model_dump() == {"name": "Rex"}
    assert repr(made) == "Pet(name='Rex')"


def test_an_open_model_without_required_fields() -> None:
    assert Open.model_construct().model_dump() == {}
    assert Open.model_construct(additional_properties={"a": 1}).model_dump() == {"a": 1}


def test_null_can_be_omitted() -> None:
    basket = Basket(counts={"a": 1}, anything={"x": None, "y": [None, {"z": None}]})
    pet = rex(owner=UNSET)
    assert "note" in pet.model_dump()
    assert "note" not in pet.model_dump(exclude_none=True)
    assert basket.model_dump(exclude_none=True) == {
        "counts": {"a": 1},
        "anything": {"y": [None, {}]},
    }
    assert pet.model_dump_json(exclude_none=True) == (
        '{"id":"p1","name":"Rex","age":3,"kind":"dog"}'
    )


@pytest.mark.parametrize(
    ("value", "expected"), [(UNSET, False), (None, True), ("", True), (0, True)]
)
def test_what_is_null_or_empty_is_set(value: Any, *, expected: bool) -> None:
    assert is_set(value) is expected
