"""JSON pointers: the examples of RFC 6901, and what leads nowhere."""

from __future__ import annotations

import pytest

from sdkwright.model import json_pointer

# Section 5 of the RFC.
DATA = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
}


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", DATA),
        ("/foo", ["bar", "baz"]),
        ("/foo/0", "bar"),
        ("/", 0),
        ("/a~1b", 1),
        ("/c%d", 2),
        ("/e^f", 3),
        ("/g|h", 4),
        ("/i\\j", 5),
        ('/k"l', 6),
        ("/ ", 7),
        ("/m~0n", 8),
    ],
)
def test_a_pointer_is_followed_to_its_value(pointer: str, value: object) -> None:
    assert json_pointer.follow(DATA, pointer) == value


@pytest.mark.parametrize("pointer", ["/bar", "/foo/2", "/foo/x", "/foo/0/bar", "foo", "anchor"])
def test_a_pointer_to_nothing_is_a_lookup_error(pointer: str) -> None:
    with pytest.raises(LookupError):
        json_pointer.follow(DATA, pointer)


@pytest.mark.parametrize(
    ("steps", "pointer"),
    [
        (["paths", "/keys/{id}", "get"], "/paths/~1keys~1{id}/get"),
        (["a~1b"], "/a~01b"),
        (["~"], "/~0"),
        ([""], "/"),
        ([], ""),
    ],
)
def test_steps_are_escaped_and_split_again(steps: list[str], pointer: str) -> None:
    assert json_pointer.child("", *steps) == pointer
    assert list(json_pointer.steps(pointer)) == steps


def test_an_index_is_a_step() -> None:
    assert json_pointer.child("/tags", 0, "name") == "/tags/0/name"


def test_what_is_inside_begins_with_whole_steps() -> None:
    assert json_pointer.is_inside("/a/b", "/a")
    assert json_pointer.is_inside("/a", "")
    assert not json_pointer.is_inside("/ab", "/a")
    assert not json_pointer.is_inside("/a", "/a")
