"""How large a document may be: what keeps a run within a minute and a gigabyte.

Real documents stay far below. One that is larger, and means well, says so by an option. How deep
values may nest is no option: the parsers behind us have a limit of their own.

This module knows the numbers, and how large plain data is; it knows nothing of what it means.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be at the most.

    Args:
        bytes: In one file, with UTF-8. All texts together, written wherever they are used, have as
            many characters at the most.
        values: In one file, its aliases written out, and in the document that several make:
            objects, lists and scalars.
        items: In one list or object, such as an `enum`.
        text: Characters of one text, such as a description.
        operations: In the document: path × method.
        types: In the package: models, enums and unions.
        fields: Of all models of the package together.
        steps: From value to value, on all paths of all overlays (RFC 9535).
    """

    bytes: int = 32_000_000
    values: int = 1_000_000
    items: int = 10_000
    text: int = 1_000_000
    operations: int = 5_000
    types: int = 10_000
    fields: int = 100_000
    steps: int = 2_000_000


DEFAULT: Final = Limits()

_Trail: TypeAlias = "tuple[str | int, _Trail] | None"
"""The way to a value, backwards."""

NAMES: Final = tuple(field.name for field in dataclasses.fields(Limits))
"""What a limit is called, in the settings and on the command line."""


def changed(limits: Limits, chosen: Mapping[str, int]) -> Limits:
    """Set some limits, by their names."""
    return dataclasses.replace(limits, **chosen)


@dataclass(frozen=True, slots=True)
class Excess:
    """What is too large: by which limit, how that is told, and where it is (RFC 6901)."""

    name: str
    problem: str
    pointer: str


def excess(value: object, most: Limits) -> Excess | None:
    """Find a list, an object or a text that is larger than any that people would read.

    Args:
        value: Plain data. An object at `/paths` may be larger: operations have their own limit.
        most: What is allowed.
    """
    trail: _Trail = None
    waiting: list[tuple[dict[str, object] | list[object], _Trail]] = []
    met: set[int] = set()

    def problem(item: object, trail: _Trail) -> Excess | None:
        if isinstance(item, str) and len(item) > most.text:
            what = f"a text has more than {most.text:,} characters"
            return Excess("text", what, _pointer(trail))
        if not isinstance(item, dict | list) or id(item) in met:
            return None
        met.add(id(item))  # an alias stands in several places
        waiting.append((item, trail))
        if len(item) <= most.items or trail == ("paths", None):
            return None
        kind = "object" if isinstance(item, dict) else "list"
        what = f"this {kind} has {len(item):,} entries, more than {most.items:,}"
        return Excess("items", what, _pointer(trail))

    found = problem(value, trail)
    while waiting and found is None:
        item, trail = waiting.pop()
        children = item.items() if isinstance(item, dict) else enumerate(item)
        found = next(filter(None, (problem(child, (key, trail)) for key, child in children)), None)
    return found


def size(value: object) -> int:
    """Count the objects, lists and scalars in plain data."""
    found = 0
    waiting = [value]
    while waiting:
        item = waiting.pop()
        found += 1
        if isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return found


def _pointer(trail: _Trail) -> str:
    steps = []
    while trail is not None:
        key, trail = trail
        steps.append("/" + str(key).replace("~", "~0").replace("/", "~1"))
    return "".join(reversed(steps))


def raise_it(name: str) -> str:
    """Say how to allow more, for a diagnostic."""
    return f"if it is meant so, set `{name}` in the table `limits`, or use `--limit {name}=N`"
