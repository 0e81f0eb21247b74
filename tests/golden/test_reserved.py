"""No name of a document takes a name that generated code uses itself.

Which names that are is read from the templates and from what is made of the golden cases. `make
names` (UPDATE_NAMES=1) writes them to `model/template_names`.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sdkwright.model import naming, reserved, template_names
from sdkwright.runtime.client import Client, Resource
from sdkwright.runtime.json.models import Model
from tests.golden.support import scopes

UPDATE = bool(os.environ.get("UPDATE_NAMES"))
FILE = Path(template_names.__file__)


def test_the_names_that_templates_use_are_listed() -> None:
    head, _, _ = FILE.read_text(encoding="utf-8").partition("\nIN_")
    expected = f"{head}\n{written(scopes.names())}"
    if UPDATE:
        FILE.write_text(expected, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == expected, "a template uses other names: make names"


def written(names: Mapping[str, frozenset[str]]) -> str:
    """Write sets of names as black does."""
    sets = []
    for name, used in names.items():
        lines = "".join(f'        "{item}",\n' for item in sorted(used))
        sets.append(f"{name}: Final = frozenset(\n    {{\n{lines}    }}\n)\n")
    return "".join(sets)


@pytest.mark.parametrize(
    ("used", "taken"),
    [
        ("IN_CONSTRUCTOR", reserved.CLIENT_ARGUMENTS),
        ("IN_METHODS", reserved.METHOD_ARGUMENTS),
        ("IN_CLIENT", reserved.CLIENT_ATTRIBUTES),
        ("IN_RESOURCES", reserved.RESOURCE_ATTRIBUTES),
        ("IN_WEBHOOKS", reserved.WEBHOOK_NAMES),
    ],
)
def test_the_names_that_templates_use_are_reserved(used: str, taken: frozenset[str]) -> None:
    assert scopes.names()[used] - taken == frozenset()


@pytest.mark.parametrize(
    ("base", "taken"),
    [
        (Client, reserved.CLIENT_ATTRIBUTES),
        (Resource, reserved.RESOURCE_ATTRIBUTES),
        (Model, reserved.MODEL_METHODS),
    ],
)
def test_what_the_runtime_defines_is_reserved(base: type, taken: frozenset[str]) -> None:
    public = {name for name in dir(base) if name == naming.identifier(name)}
    assert public - taken == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def f(self, x): return super().f(y, x)", {"self", "x", "super", "y"}),
        (
            "def f(*given, **others):\n    from a import b as c\n    z = c",
            {"given", "others", "c", "z"},
        ),
        ("def f():\n    def g(n): return n.attribute", {"g", "n"}),
    ],
)
def test_names_in_a_function_are_found(text: str, found: set[str]) -> None:
    (function,) = ast.parse(text).body
    made: Any = function
    assert {*scopes.in_function(made)} == found


def test_names_in_a_class_are_found() -> None:
    text = "class A:\n    a: b = c\n    @d\n    def e(f, g: h = i) -> j: k"
    (class_,) = ast.parse(text).body
    made: Any = class_
    assert {*scopes.in_class(made)} == {"a", "b", "c", "d", "e", "h", "i", "j"}


def test_names_in_a_module_are_found() -> None:
    tree = ast.parse("from a import b\nc: d = e\ndef f(g: h) -> i: return g + j")
    assert {*scopes.in_module(tree)} == {"b", "c", "d", "e", "f", "h", "i", "j"}
