from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.source.json_text import JsonText
from sdkwright.source.yaml12 import Nodes

TEXT = """{
  "openapi": 3.10,
  "a/b~c": {"deep": [1, {"x": "\\u0041\\ud83d\\ude00"}], "empty": {}},
  "list": [ [], "a, b" , true ]
}
"""


@pytest.mark.parametrize(
    ("pointer", "line", "column"),
    [
        ("", 1, 1),
        ("/openapi", 2, 3),
        ("/a~1b~0c", 3, 3),
        ("/a~1b~0c/deep", 3, 13),
        ("/a~1b~0c/deep/0", 3, 22),
        ("/a~1b~0c/deep/1/x", 3, 26),
        ("/list/0", 4, 13),
        ("/list/1", 4, 17),
        ("/list/2", 4, 26),
        ("/list/3", 4, 3),
        ("/a~1b~0c/missing/x", 3, 3),
        ("/openapi/x", 2, 3),
    ],
)
def test_a_value_is_where_it_is_written(pointer: str, line: int, column: int) -> None:
    assert JsonText(TEXT).locate(pointer) == (line, column)


@pytest.mark.parametrize(
    ("pointer", "spelling"),
    [
        ("/openapi", "3.10"),
        ("/a~1b~0c/deep/1/x", "A\N{GRINNING FACE}"),
        ("/list/2", "true"),
        ("/list", None),
        ("/missing", None),
    ],
)
def test_a_scalar_is_spelled_as_it_is_written(pointer: str, spelling: str | None) -> None:
    assert JsonText(TEXT).spelling(pointer) == spelling


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab~/ "{}[],:\\', max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text("ab~/ ", max_size=3), inner, max_size=3),
    max_leaves=8,
)


def pointers(value: Any, pointer: str = "") -> list[str]:
    listed = enumerate(value) if isinstance(value, list) else ()
    items = value.items() if isinstance(value, dict) else listed
    steps = [(str(key).replace("~", "~0").replace("/", "~1"), child) for key, child in items]
    return [pointer, *(p for step, child in steps for p in pointers(child, f"{pointer}/{step}"))]


@given(VALUES, st.sampled_from([None, 1]))
def test_places_are_those_of_the_same_text_as_yaml(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    as_json, as_yaml = JsonText(text), Nodes(text)
    for pointer in pointers(value):
        assert as_json.locate(pointer) == as_yaml.locate(pointer)
        assert as_json.spelling(pointer) == as_yaml.spelling(pointer)
