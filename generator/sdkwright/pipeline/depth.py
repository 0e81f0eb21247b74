"""How deeply Python's calls may be nested while a document is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_CALLS: Final = 20_000
"""A document may nest 200 levels, and lowering takes several calls per level."""


@contextmanager
def deep() -> Iterator[None]:
    """Allow calls to be nested as deeply as documents need; then restore the limit."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(_CALLS, before))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
