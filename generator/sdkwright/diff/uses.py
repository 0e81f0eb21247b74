"""Where callers send and receive each class, in both versions.

One class of the old version can be two in the new one: what callers send, and what they receive.
Then the first is judged as something to send, and the second as something to receive. So types are
followed from the methods inwards, the old and the new ones side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from sdkwright.diff.pairs import Pairs, paired_arguments, unwrapped
from sdkwright.diff.surface import Direction, Method, Surface, contents
from sdkwright.diff.types import Types
from sdkwright.model import ir
from sdkwright.model.origin import Origin

_Place: TypeAlias = tuple[Direction, ir.Type, ir.Type]


class Uses:
    """The directions in which values of a class go.

    Args:
        old: The old version.
        new: The new version.
        pairs: Which things of the two versions belong together.
        types: Compares types of the two versions.
    """

    def __init__(self, old: Surface, new: Surface, pairs: Pairs, types: Types) -> None:
        self._old = old
        self._new = new
        self._pairs = pairs
        self._types = types
        self._met: dict[Origin, set[Direction]] = {}
        self._as: dict[tuple[Origin, Origin], set[Direction]] = {}
        self._names = {
            (before.id, after.id)
            for one, other in pairs.classes.items()
            if (before := old.canonical(one)) and (after := new.canonical(other))
        }
        self._follow()

    def directions(self, old: ir.Declaration, new: ir.Declaration) -> list[Direction]:
        """Return whether callers of the old version send or receive values of the new class.

        Args:
            old: The old class.
            new: The class that has one of its names now.

        Returns:
            The directions; both if nothing is known, and none for a class that is only a body,
            whose properties are keywords.
        """
        found = self._old.directions.get(old.id)
        if found is None:
            return [] if old.id in self._old.bodies else ["request", "response"]
        met, here = self._met.get(old.id, set()), self._as.get((old.id, new.id), set())
        return sorted(each for each in found if each in here or each not in met)

    def _follow(self) -> None:
        waiting = list(self._roots())
        seen: set[tuple[Direction, Origin, Origin]] = set()
        while waiting:
            direction, *place = waiting.pop()
            old, new = unwrapped(*place)
            before, after = self._old.declaration(old), self._new.declaration(new)
            if before is None:
                continue
            self._met.setdefault(before.id, set()).add(direction)
            if after is None or (direction, before.id, after.id) in seen:
                continue
            seen.add((direction, before.id, after.id))
            if (before.id, after.id) in self._names:
                self._as.setdefault((before.id, after.id), set()).add(direction)
            elif not isinstance(before, ir.Union) and not isinstance(after, ir.Union):
                continue  # another type, which is reported with what has it
            waiting += ((direction, *each) for each in self._inside(before, after))

    def _roots(self) -> Iterator[_Place]:
        for before, after in self._pairs.methods:
            yield from self._sent(before, after)
            yield from (("response", *each) for each in self._received(before, after))
        globals_ = {item.name.wire: item.type for item in self._new.api.globals}
        for item in self._old.api.globals:
            if item.name.wire in globals_:
                yield "request", item.type, globals_[item.name.wire]
        for old, new in self._pairs.payloads():
            yield "response", old, new
        if self._old.api.event and self._new.api.event:
            yield "response", self._old.api.event, self._new.api.event

    def _sent(self, before: Method, after: Method) -> Iterator[_Place]:
        old, new = before.operation, after.operation
        waiting = paired_arguments(old.signature.arguments, new.signature.arguments)
        yield from (("request", one.type, other.type) for one, other in waiting.paired)
        if self._old.body_model(old) is None and self._new.body_model(new) is None:
            media = (each.body.media_types if each.body else () for each in (old, new))
            yield from (("request", a.type, b.type) for a, b in zip(*media, strict=False))

    def _received(self, before: Method, after: Method) -> Iterator[tuple[ir.Type, ir.Type]]:
        old, new = before.operation, after.operation
        answers = {item.status: item.all_media for item in new.responses}
        for answer in old.responses:
            for a, b in zip(answer.all_media, answers.get(answer.status, ()), strict=False):
                yield a.type, b.type
        for one, other in zip(old.signature.results, new.signature.results, strict=False):
            if one and other:
                yield one.type, other.type
        failures = {item.key: item.error for item in new.errors}
        for failure in old.errors:
            raised, now = failure.error, failures.get(failure.key)
            if raised and now and raised in self._old.errors and now in self._new.errors:
                yield self._old.errors[raised].body, self._new.errors[now].body
        if old.headers and new.headers:
            yield old.headers, new.headers
        if old.pagination and new.pagination:
            yield from zip(old.pagination.items, new.pagination.items, strict=False)

    def _inside(
        self, old: ir.Declaration, new: ir.Declaration
    ) -> Iterator[tuple[ir.Type, ir.Type]]:
        if isinstance(old, ir.Union) or isinstance(new, ir.Union):
            before, after = _variants(old), _variants(new)
            for kind in before:
                same = (each for each in after if self._types.is_same(kind, each))
                yield kind, next(same, ir.Any())
        elif isinstance(old, ir.Model) and isinstance(new, ir.Model):
            fields = {item.name.wire: item.type for item in contents(new)}
            for item in contents(old):
                yield item.type, fields.get(item.name.wire, ir.Any())


def _variants(item: ir.Declaration) -> tuple[ir.Type, ...]:
    return item.variants if isinstance(item, ir.Union) else (ir.Named(item.id),)
