"""Groups: which resources there are, and what is in them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.support.lowering import Lowered, lower_data

DONE = {"200": {"description": "Done."}}


def lowered(*operations: dict[str, Any], tags: tuple[str, ...] = ()) -> Lowered:
    """Lower operations, each of a path of its own."""
    paths = {
        f"/{number}": {"get": {"operationId": f"get{number}", "responses": DONE, **made}}
        for number, made in enumerate(operations)
    }
    return lower_data({"paths": paths, "tags": [{"name": name} for name in tags]})


def grouped(made: Lowered) -> dict[str, tuple[str, list[str]]]:
    """Give for each resource what it stands in, and its operations."""
    return {
        item.name.wire: (item.parent, [operation.id for operation in item.operations])
        for item in made.api.resources
    }


def test_an_operation_is_in_each_of_its_groups() -> None:
    made = lowered({"tags": ["A", "B"]}, {"tags": ["B"]})
    assert grouped(made) == {"A": ("", ["get0"]), "B": ("", ["get0", "get1"])}
    assert made.said == []


def test_an_operation_is_the_same_in_all_of_its_groups() -> None:
    one, other = lowered({"tags": ["A", "B"]}).api.resources
    assert one.operations == other.operations


def test_a_group_takes_the_place_of_the_tags() -> None:
    made = lowered({"tags": ["A"], "x-speakeasy-group": "B"})
    assert grouped(made) == {"B": ("", ["get0"])}


def test_groups_may_be_several() -> None:
    made = lowered({"tags": ["A"], "x-speakeasy-group": ["B", "C"]})
    assert grouped(made) == {"B": ("", ["get0"]), "C": ("", ["get0"])}


@pytest.mark.parametrize("value", [7, [], [""], {"name": "B"}, " "])
def test_a_group_that_is_none_changes_nothing(value: object) -> None:
    made = lowered({"tags": ["A"], "x-speakeasy-group": value})
    assert grouped(made) == {"A": ("", ["get0"])}
    assert [item[0] for item in made.said] == ["invalid-extension"]


def test_a_dot_leads_into_a_group() -> None:
    made = lowered({"tags": ["a.b.c"]}, {"tags": ["a"]})
    assert grouped(made) == {
        "a": ("", ["get1"]),
        "a.b": ("a", []),
        "a.b.c": ("a.b", ["get0"]),
    }


@pytest.mark.parametrize("name", ["Version 1.0", "v2.", ".net", "So on ..."])
def test_a_dot_that_is_none_between_names_leads_nowhere(name: str) -> None:
    assert [item.name.wire for item in lowered({"tags": [name]}).api.resources] == [name]


def test_spellings_of_one_name_are_one_resource() -> None:
    made = lowered(*({"tags": [name]} for name in ("my tag", "My-Tag", "MY_TAG", "MyTag")))
    assert grouped(made) == {"my tag": ("", ["get0", "get1", "get2", "get3"])}
    assert made.said == [
        (
            "joined-tags",
            f"`{name}` and `my tag` differ only in spelling and become one resource",
            f"/paths/~1{number}/get/tags/0",
        )
        for number, name in ((1, "My-Tag"), (2, "MY_TAG"), (3, "MyTag"))
    ]


def test_the_spelling_of_the_list_of_tags_is_the_name() -> None:
    made = lowered({"tags": ["my tag"]}, {"tags": ["My-Tag"]}, tags=("My-Tag",))
    assert grouped(made) == {"My-Tag": ("", ["get0", "get1"])}


def test_a_group_in_a_group_goes_by_the_name_of_that() -> None:
    made = lowered({"tags": ["Beta"]}, {"tags": ["beta.x"]})
    assert grouped(made) == {"Beta": ("", ["get0"]), "Beta.x": ("Beta", ["get1"])}


def test_an_operation_is_once_in_a_group_that_it_names_twice() -> None:
    assert grouped(lowered({"tags": ["a", "A"]})) == {"a": ("", ["get0"])}


def test_names_that_differ_in_a_sign_are_two_resources() -> None:
    assert [*grouped(lowered({"tags": ["C"]}, {"tags": ["C+"]}))] == ["C", "C+"]


def test_a_group_has_the_description_of_a_tag_in_another_spelling() -> None:
    made = lower_data(
        {
            "paths": {"/x": {"get": {"x-speakeasy-group": "chat", "responses": DONE}}},
            "tags": [{"name": "Chat", "description": "Talk."}],
        }
    )
    (resource,) = made.api.resources
    assert (resource.name.wire, resource.doc.description) == ("chat", "Talk.")
