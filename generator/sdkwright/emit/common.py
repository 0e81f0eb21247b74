"""Values that several descriptors of a module share, so that each is written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sdkwright.emit.expr import Expr
from sdkwright.model import ir

_FEWEST = 2
"""Minimum number of repetitions, and of entries, for a separate constant."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Common(Generic[T]):
    """A value that several descriptors of a module share, and the name of its constant."""

    name: str
    entries: T


def common_headers(operations: Sequence[ir.Operation]) -> tuple[str, ...]:
    """Return the most frequent global headers, if at least two operations have them."""
    found = Counter(names for operation in operations if (names := _global_headers(operation)))
    return next((names for names, count in found.most_common(1) if count >= _FEWEST), ())


def _global_headers(operation: ir.Operation) -> tuple[str, ...]:
    return tuple(
        item.name.wire
        for item in operation.parameters
        if item.location == "header" and item.is_global
    )


def in_common(tables: Iterable[Mapping[str, Expr]]) -> dict[str, Expr]:
    """Return the entries that all non-empty tables share, if there are several such tables."""
    filled = [table for table in tables if table]
    if len(filled) < _FEWEST:
        return {}
    first, *others = filled
    found = {
        status: error
        for status, error in first.items()
        if all(table.get(status) == error for table in others)
    }
    return found if len(found) >= _FEWEST else {}


def free_name(wanted: str, taken: Container[str]) -> str:
    """Return a name for a constant, with underscores appended until it is not taken."""
    while wanted in taken:
        wanted = f"{wanted}_"
    return wanted
