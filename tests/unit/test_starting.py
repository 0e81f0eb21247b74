"""Tests have the same surroundings however they are started."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import settings

from tests.unit.test_repository import ROOT

LIKED = {"CI": "true", "COLUMNS": "40", "FORCE_COLOR": "1", "PYTHON_COLORS": "1", "TERM": "xterm"}


def test_programs_write_as_they_do_where_nobody_looks() -> None:
    assert {name: os.environ.get(name) for name in (*LIKED, "NO_COLOR")} == {
        "CI": None,
        "COLUMNS": "80",
        "FORCE_COLOR": None,
        "PYTHON_COLORS": None,
        "TERM": "dumb",
        "NO_COLOR": "1",
    }


def test_no_example_is_held_to_a_time() -> None:
    assert settings().deadline is None


def test_what_a_person_likes_to_look_at_makes_no_difference() -> None:
    test = "tests/unit/test_starting.py::test_programs_write_as_they_do_where_nobody_looks"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", test],
        cwd=ROOT,
        env={**os.environ, **LIKED},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
