"""The order of import lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sdkwright.emit.imports import arrange


def test_names_of_one_module_are_joined_constants_first() -> None:
    lines = ["from ..types import UnsetType", "from ..types import UNSET", "from ..types import aa"]
    assert arrange(lines) == ("from ..types import UNSET, UnsetType, aa",)


def test_groups_are_apart_and_parents_stand_before_siblings() -> None:
    lines = ["from .pet import Pet", "from ..types import UNSET", "from typing import Any"]
    lines += ["from msgspec import field", "from . import errors", "from .. import components"]
    assert arrange(lines) == (
        "from typing import Any",
        "",
        "from msgspec import field",
        "",
        "from .. import components",
        "from ..types import UNSET",
        "from . import errors",
        "from .pet import Pet",
    )


def test_a_line_twice_is_a_line_once() -> None:
    assert arrange(["import builtins", "import builtins"]) == ("import builtins",)


def test_nothing_gives_nothing() -> None:
    assert arrange([]) == ()


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
    lines = [f"from datetime import {name}" for name in names]
    lines += ["import builtins", "from typing import Any", "from typing import TYPE_CHECKING"]
    lines += ["from typing import Literal as _Literal", "from msgspec import field"]
    lines += ["from .. import components", "from .. import errors as _errors"]
    lines += ["from ..types import UNSET", "from .pet import Pet", "from . import a"]
    path = tmp_path / "module.py"
    path.write_text("\n".join([*arrange(lines), ""]), encoding="utf-8")
    command = (sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "I")
    run = subprocess.run([*command, path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
