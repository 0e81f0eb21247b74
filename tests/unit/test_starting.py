"""Tests have the same surroundings however they are started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from hypothesis import settings

ROOT: Final = Path(__file__).parents[2]

ELSEWHERE: Final = {
    "CI": "true",
    "COLUMNS": "40",
    "FORCE_COLOR": "1",
    "GIT_DIR": "/nowhere",
    "PYTHON_COLORS": "1",
    "TERM": "xterm",
}


def test_programs_have_a_plain_environment() -> None:
    assert {name: os.environ.get(name) for name in (*ELSEWHERE, "NO_COLOR")} == {
        "CI": None,
        "COLUMNS": "80",
        "FORCE_COLOR": None,
        "GIT_DIR": None,
        "PYTHON_COLORS": None,
        "TERM": "dumb",
        "NO_COLOR": "1",
    }


def test_no_example_is_held_to_a_time() -> None:
    assert settings().deadline is None


def test_so_they_have_where_the_tests_have_another() -> None:
    test = "tests/unit/test_starting.py::test_programs_have_a_plain_environment"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", test],
        cwd=ROOT,
        env={**os.environ, **ELSEWHERE},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
