"""The order of import lines."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from sdkwright.emit.expr import Import, imported
from sdkwright.emit.filters import LINE_LENGTH
from sdkwright.emit.imports import ModuleImports, arrange

UNSET = Import("..types", "UNSET")


def test_names_of_one_module_are_joined_constants_first() -> None:
    imports = [Import("..types", "UnsetType"), UNSET, Import("..types", "aa")]
    assert arrange(imports) == ("from ..types import UNSET, UnsetType, aa",)


def test_groups_are_apart_and_parents_stand_before_siblings() -> None:
    imports = [Import(".pet", "Pet"), UNSET, Import("typing", "Any")]
    imports += [Import("msgspec", "field"), Import(".", "errors"), Import("..", "components")]
    assert arrange(imports) == (
        "from typing import Any",
        "",
        "from msgspec import field",
        "",
        "from .. import components",
        "from ..types import UNSET",
        "from . import errors",
        "from .pet import Pet",
    )


def test_an_import_twice_is_a_line_once() -> None:
    assert arrange([Import("builtins"), Import("builtins")]) == ("import builtins",)


def test_nothing_gives_nothing() -> None:
    assert arrange([]) == ()


def test_names_that_do_not_fit_into_a_line_get_a_line_each() -> None:
    names = [f"Animal{letter * 30}" for letter in "abc"]
    assert arrange((Import(".zoo", name) for name in names), indent=4) == (
        "from .zoo import (",
        *(f"    {name}," for name in names),
        ")",
    )


def test_a_module_does_not_import_for_types_what_it_needs_to_run() -> None:
    imports = ModuleImports()
    assert imports.use(imported("datetime", "date")) == "date"
    assert imports.annotate(imported("datetime", "date")) == "date"
    imports.annotate(imported("uuid", "UUID"))
    assert imports.needed() == ("from datetime import date",)
    assert imports.for_types() == ("from uuid import UUID",)


@pytest.mark.parametrize(
    "names",
    [
        ["date", "datetime"],
        ["date as _date", "datetime"],
        ["date", "date as _date", "datetime"],
        ["date", "datetime", "datetime as _datetime"],
        ["UTC", "date as _date", "datetime", "timedelta as _timedelta"],
    ],
)
def test_the_order_is_that_of_ruff(names: list[str], tmp_path: Path) -> None:
    imports = [_named("datetime", name) for name in names]
    imports += [_named("typing", name) for name in ("Any", "TYPE_CHECKING", "Literal as _Literal")]
    imports += [Import("builtins"), Import("msgspec", "field")]
    imports += [Import("..", "components"), Import("..", "errors", "_errors")]
    imports += [UNSET, Import(".pet", "Pet"), Import(".", "a")]
    assert _complaints(imports, tmp_path) == ""


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_names_with_numbers_is_that_of_ruff(seed: int, tmp_path: Path) -> None:
    pick = random.Random(seed)

    def name() -> str:
        return "".join(pick.choices(["a", "A", "b", "_", "1", "2", "10", "0"], k=5)).lstrip("_012")

    names = {f"x{name()}" for _ in range(30)} | {f"X{name()}" for _ in range(30)}
    imports = [Import(f".{item}", pick.choice("ab")) for item in sorted(names)]
    imports += [Import("..many", item) for item in sorted(names)]
    assert _complaints(imports, tmp_path) == ""


def _complaints(imports: list[Import], folder: Path) -> str:
    path = folder / "module.py"
    path.write_text("\n".join([*arrange(imports), ""]), encoding="utf-8")
    command = (sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "I")
    line = ("--config", f"line-length = {LINE_LENGTH}", "--quiet", "--diff", path)
    return subprocess.run([*command, *line], capture_output=True, text=True, check=False).stdout


def _named(module: str, written: str) -> Import:
    name, _, alias = written.partition(" as ")
    return Import(module, name, alias)
