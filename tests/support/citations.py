"""Tests that a page names, such as `test_keys.py::test_a_call_with_a_key`, and whether they exist.

A page names a file by its path below `tests/`, or by its name alone if the file is in the folder of
tests that the page is about.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).parents[1]

CITATION: Final = re.compile(r"`([\w/]*\btest_[^`]*)`")
"""A code span that is about a test, whether or not it is written as it should be."""

ITEM: Final = re.compile(r"^- .*(?:\n  .*)*", re.MULTILINE)
"""An item of a list."""


def missing(text: str, folder: str) -> list[str]:
    """Return the citations of a page that name no test, or not by its file."""
    return [cited for cited in CITATION.findall(text) if not _exists(cited, folder)]


def uncited(text: str) -> list[str]:
    """Return the first line of each item that names no test."""
    items: list[str] = ITEM.findall(text)
    return [item.partition("\n")[0] for item in items if not CITATION.search(item)]


def _exists(cited: str, folder: str) -> bool:
    name, colons, function = cited.partition("::")
    path = TESTS / (name if "/" in name else f"{folder}/{name}")
    return path.is_file() and (not colons or function in _functions(path))


@cache
def _functions(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, kinds))
