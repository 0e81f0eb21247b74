"""Which types msgspec must not read together with the type that contains them.

msgspec reads a type with all types in it before it decodes the first value, one level of Python's
call stack deeper for each object, list, tuple and map, and Python allows 1,000 levels in all. Where
models contain each other in a longer chain or circle, some are decoded on their own, when a value
of them occurs: they are written as a union, `OneOf[Pet, Never]`, which the runtime decodes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sdkwright.emit.kinds import is_plain
from sdkwright.model import graph, ir
from sdkwright.model.lookup import Lookup
from sdkwright.model.origin import Origin
from sdkwright.model.reserved import OTHERS

MAX_LEVELS: Final = 200
"""Maximum levels of types that msgspec reads together; the rest is for the caller's own calls.

The deepest of the documents in `tests/corpus` has 11.
"""


@dataclass(frozen=True, slots=True)
class Deferral:
    """What is decoded on its own.

    `fields` are fields by the id of their model and their name in JSON, of which the types in lists
    and maps are meant; `unions` are the ids of unions.
    """

    fields: frozenset[tuple[Origin, str]] = frozenset()
    unions: frozenset[Origin] = frozenset()


@dataclass(frozen=True, slots=True)
class _Part:
    """A type that a declaration contains, and the field that it is in."""

    field: str
    id: Origin


def deferral(index: Lookup) -> Deferral:
    """Return what is decoded on its own, so that `MAX_LEVELS` are never exceeded.

    Few documents need any. There, the models at the end of all chains stay as they are, up to half
    of the maximum. All others are divided into groups of up to as many levels, in the order in
    which msgspec would reach them, and what leads from one group to another is deferred. A path
    can't be longer than the group that it starts in and what is at the end.
    """
    parts = {item.id: (*_parts(item, index),) for item in index.api.declarations}
    edges = {id_: [part.id for part in inner] for id_, inner in parts.items()}
    levels = {item.id: _levels(item) for item in index.api.declarations}
    longest = _longest(edges, levels)
    if max(longest.values(), default=0) <= MAX_LEVELS:
        return Deferral()
    deep = {id_ for id_, found in longest.items() if found > MAX_LEVELS // 2}
    groups = _groups(edges, levels, deep)
    apart = [
        (id_, part.field)
        for id_ in parts
        for part in parts[id_]
        if part.id in deep and groups[part.id] != groups[id_]
    ]
    is_union = {id_: isinstance(index.declarations[id_], ir.Union) for id_, _ in apart}
    return Deferral(
        frozenset(place for place in apart if not is_union[place[0]]),
        frozenset(id_ for id_, _ in apart if is_union[id_]),
    )


def _parts(item: ir.Declaration, index: Lookup) -> Iterator[_Part]:
    """Yield the types that msgspec reads together with a type."""
    kinds: list[tuple[str, ir.Type]] = []
    match item:
        case ir.Model():
            kinds = [(field.name.wire, field.type) for field in item.fields]
            kinds += [] if item.additional is None else [(OTHERS, item.additional)]
        case ir.Union() if is_plain(item, index.declarations, is_late=item.id in index.late):
            kinds = [("", variant) for variant in item.variants]
    for field, kind in kinds:
        for id_ in graph.of_type(kind):
            target = index.canonical(id_)
            if isinstance(target, ir.Model | ir.Union):
                yield _Part(field, target.id)


def _levels(item: ir.Declaration) -> int:
    """Return how many levels of a path are in a declaration itself, at most."""
    match item:
        case ir.Model():
            kinds = [field.type for field in item.fields]
            kinds += [] if item.additional is None else [ir.MapOf(item.additional)]
            return 1 + max(map(_nesting, kinds), default=0)
        case ir.Union():
            return max(map(_nesting, item.variants), default=0)
    return 0


def _nesting(kind: ir.Type) -> int:
    """Return how deep the lists, tuples and maps are in a type, outside of its declarations."""
    match kind:
        case ir.Nullable(inner):
            return _nesting(inner)
    return max((1 + _nesting(inner) for inner in graph.inside(kind)), default=0)


def _longest(
    edges: Mapping[Origin, list[Origin]], levels: Mapping[Origin, int]
) -> dict[Origin, int]:
    """Return how many levels there are at most from each type on, itself included.

    Types that contain each other count together: no path passes one of them twice.
    """
    numbers = graph.circles(edges)
    found: dict[int, int] = {}
    members: dict[int, list[Origin]] = {}
    for id_, number in numbers.items():  # what a type leads to comes before it
        members.setdefault(number, []).append(id_)
    for number, ids in members.items():
        further = (numbers[other] for id_ in ids for other in edges[id_])
        below = max((found[other] for other in further if other != number), default=0)
        found[number] = below + sum(levels[id_] for id_ in ids)
    return {id_: found[number] for id_, number in numbers.items()}


def _groups(
    edges: Mapping[Origin, list[Origin]], levels: Mapping[Origin, int], deep: set[Origin]
) -> dict[Origin, int]:
    """Number the groups of types whose paths are too long; all others are in no group, 0."""
    groups = dict.fromkeys(edges, 0)
    last = total = 0
    for root in edges:
        waiting = [root]
        while waiting:
            id_ = waiting.pop()
            if id_ not in deep or groups[id_]:
                continue
            total += levels[id_]
            if not last or total > MAX_LEVELS // 2:
                last, total = last + 1, levels[id_]
            groups[id_] = last
            waiting += reversed(edges[id_])
    return groups
