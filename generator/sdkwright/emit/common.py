"""What several descriptors of a module share, so that it is written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sdkwright.emit.expr import Expr
from sdkwright.model import ir

_FEWEST = 2
"""Minimum of repetitions, and of entries, that a constant of its own is worth."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Common(Generic[T]):
    """What several descriptors of a module share, under the name of a constant."""

    name: str
    entries: T


def common_headers(operations: Sequence[ir.Operation]) -> tuple[str, ...]:
    """Return the global headers that at least two operations end with, or nothing."""
    found = Counter(names for operation in operations if (names := _global_headers(operation)))
    return next((names for names, count in found.most_common(1) if count >= _FEWEST), ())


def _global_headers(operation: ir.Operation) -> tuple[str, ...]:
    return tuple(
        item.name.wire
        for item in operation.parameters
        if item.location == "header" and item.is_global
    )


def in_common(tables: Iterable[Mapping[str, Expr]]) -> dict[str, Expr]:
    """Return the entries of all tables that are not empty, if there are several."""
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
    """Return a name for a constant that no descriptor has."""
    while wanted in taken:
        wanted = f"{wanted}_"
    return wanted
