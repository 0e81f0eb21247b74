"""Names of classes that equal schemas share."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.model import ir
from sdkwright.passes.dedupe import dedupe
from tests.unit.support.apis import api, field, model, operation
from tests.unit.support.origins import named, origin

LIST = "/paths/~1keys/get"
GET = "/paths/~1keys~1{id}/get"


def shared(*members: ir.Model, **changes: ir.Declaration) -> list[tuple[str, ...]]:
    """Return the names that the shared classes of some equal models ask for."""
    operations = (operation("list", at=LIST), operation("get", at=GET))
    deduped = dedupe(api(*operations, declarations=(*members, *changes.values())))
    return [item.hints for item in deduped.declarations if item.id.form == "shared"]


def body(at: str, *hints: str, title: str = "") -> ir.Model:
    return replace(model(at, field("id"), hints=hints), title=title)


def test_equal_models_share_a_class_that_all_of_them_are_names_of() -> None:
    first, second = body(f"{LIST}/a", "ListData"), body(f"{GET}/b", "GetData")
    operations = (operation("list", at=LIST), operation("get", at=GET))
    made = dedupe(api(*operations, declarations=(first, second))).declarations
    assert [type(item) for item in made] == [ir.Model, ir.Alias, ir.Alias]
    assert made[0] == replace(first, id=origin(f"{LIST}/a", "shared"), hints=("ThingsData",))
    assert {item.target for item in made if isinstance(item, ir.Alias)} == {
        ir.Named(origin(f"{LIST}/a", "shared"))
    }


def test_the_title_comes_first() -> None:
    first = body(f"{LIST}/a", "ListData", title="API key")
    assert shared(first, body(f"{GET}/b", "GetData")) == [("APIKey",)]


def test_titles_that_differ_name_nothing() -> None:
    first = body(f"{LIST}/a", "ListData", title="Key")
    assert shared(first, body(f"{GET}/b", "GetData", title="Token")) == [("ThingsData",)]


def test_a_title_that_is_a_sentence_is_no_name() -> None:
    first = body(f"{LIST}/a", "ListData", title="The key that signed this very request")
    assert shared(first, body(f"{GET}/b", "GetData")) == [("ThingsData",)]


def test_a_title_that_something_else_asks_for_is_named_after_the_resource() -> None:
    first = body(f"{LIST}/a", "ListData", title="Key")
    other = model(f"{LIST}/c", field("other"), hints=("Key", "ListKey"))
    assert shared(first, body(f"{GET}/b", "GetData", title="Key"), other=other) == [("ThingsKey",)]


def test_two_classes_do_not_get_one_name() -> None:
    two = [
        replace(body(f"{at}/x", f"{at[-3:]}Data", title="Key"), fields=(field("x"),))
        for at in (LIST, GET)
    ]
    one = [body(f"{at}/a", "AData", title="Key") for at in (LIST, GET)]
    assert shared(*one, *two) == [("Key",), ("ThingsKey",)]


def test_a_name_that_all_members_ask_for_is_theirs() -> None:
    members = body("/x/a", "Owner", "ListOwner"), body("/y/b", "Owner", "GetOwner")
    assert shared(*members) == [("Owner",)]
    other = model("/z/c", field("other"), hints=("Owner", "SetOwner"))
    assert shared(*members, other=other) == []


def test_members_of_no_resource_share_the_end_of_their_names_if_it_says_enough() -> None:
    assert shared(body("/x/a", "ListKeyOwner"), body("/y/b", "GetKeyOwner")) == [("KeyOwner",)]
    assert shared(body("/x/a", "ListOwner"), body("/y/b", "GetOwner")) == []
    assert shared(body("/x/a", "AddRequestBody"), body("/y/b", "SetRequestBody")) == []


def test_what_an_operation_returns_keeps_a_class_of_its_own() -> None:
    members = [body(f"{at}/body", f"{at[-3:]}Response", title="Answer") for at in (LIST, GET)]
    operations = [
        replace(
            operation(name, at=at),
            responses=(
                ir.Response(
                    "200",
                    (ir.MediaType("application/json", named(f"{at}/body"), None),),
                    ir.Doc(),
                    ir.SourcePointer(at),
                ),
            ),
        )
        for name, at in (("list", LIST), ("get", GET))
    ]
    assert dedupe(api(*operations, declarations=tuple(members))).declarations == tuple(members)
