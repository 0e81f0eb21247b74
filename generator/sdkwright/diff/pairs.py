"""Pairs the things of the old version with those of the new one.

Things with the same name are the same, since the name is what callers type. A thing that lost its
name is paired with another one only if that is certain: it has the same path and method, the same
place in the document, or is used where the other was used. Everything else was removed, or added.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Generic, TypeAlias, TypeVar

from sdkwright.diff.surface import Class, Method, Surface, contents, package_of, plain
from sdkwright.model import ir
from sdkwright.model.origin import Origin

Thing = TypeVar("Thing")
_Key: TypeAlias = Callable[[Thing], Hashable]


class Pairs:
    """The pairs of things in two versions.

    Args:
        old: The old version.
        new: The new version.
    """

    def __init__(self, old: Surface, new: Surface) -> None:
        self._old = old
        self._new = new
        self.methods = _pair_methods(old, new)
        self.resources = self._pair_resources()
        self.schemes = self._pair_schemes()
        self.classes: dict[Origin, Origin] = {}
        self._pair_classes()

    def new_class(self, id_: Origin) -> Class | None:
        """Return the new version of a class of the old version, if there is one."""
        new = self.classes.get(id_)
        return None if new is None else self._class(self._new, new)

    def is_same(self, old: Origin, new: Origin) -> bool:
        """Return whether two ids refer to the same class, by any of its names."""
        if self.classes.get(old) == new:
            return True
        return self.token(old) == self.token(new, is_new=True)

    def token(self, id_: Origin, *, is_new: bool = False) -> Hashable:
        """Return a token that is equal for both versions of a class; for a removed one, unique."""
        if not is_new:
            item = self._old.canonical(id_)
            paired = self.classes.get(item.id) if item else None
            if paired is None:
                return ("gone", id_)
            id_ = paired
        item = self._new.canonical(id_)
        return item.id if item else id_

    def _pair_resources(self) -> list[tuple[ir.Resource, ir.Resource]]:
        waiting = Waiting(self._old.resources, self._new.resources)
        waiting.pair(lambda item: item.name.python, lambda item: item.name.python)
        waiting.pair(lambda item: item.name.wire, lambda item: item.name.wire)
        homes: dict[str, set[str]] = {}
        for old, new in self.methods:
            homes.setdefault(old.resource.name.python, set()).add(new.resource.name.python)
        waiting.pair(lambda item: _only(homes.get(item.name.python)), lambda item: item.name.python)
        return waiting.paired

    def _pair_schemes(self) -> dict[str, str]:
        """Pair credentials by name, the rest by properties: callers do not type the name."""
        waiting = Waiting(self._old.api.security_schemes, self._new.api.security_schemes)
        waiting.pair(lambda item: item.id, lambda item: item.id)
        waiting.pair(_credentials, _credentials)
        return {item.id: other.id for item, other in waiting.paired}

    def _pair_classes(self) -> None:
        old, new = self._old, self._new
        waiting: Waiting[Class] = Waiting(
            [*old.declarations.values(), *old.errors.values()],
            [*new.declarations.values(), *new.errors.values()],
        )
        waiting.pair(_import_path, _import_path)
        waiting.pair(lambda item: item.id, lambda item: item.id)
        self.classes = {item.id: other.id for item, other in waiting.paired}
        self._pair_by_place({item.id for item in waiting.new})

    def _pair_by_place(self, free: set[Origin]) -> None:
        """Pair classes used in the same place, if the old name is gone and the other one is new."""
        waiting = list(self._places())
        seen: set[tuple[Origin, Origin]] = set()
        while waiting:
            old, new = unwrapped(*waiting.pop())
            if not isinstance(old, ir.Named) or not isinstance(new, ir.Named):
                continue
            if (old.id, new.id) in seen:
                continue
            seen.add((old.id, new.id))
            before, after = self._class(self._old, old.id), self._class(self._new, new.id)
            if before is None or after is None:
                continue
            if old.id not in self.classes and new.id in free and type(before) is type(after):
                self.classes[old.id] = new.id
                free.discard(new.id)
            waiting += self._inside(before, after)

    def _places(self) -> Iterable[tuple[ir.Type, ir.Type]]:
        for before, after in self.methods:
            old, new = before.operation, after.operation
            placed = {(item.location, item.name.wire): item.type for item in new.parameters}
            for item in old.parameters:
                if (item.location, item.name.wire) in placed:
                    yield item.type, placed[item.location, item.name.wire]
            if old.body and new.body:
                yield from _first(old.body.media_types, new.body.media_types)
            outcomes = {item.status: item for item in new.responses}
            for outcome in old.responses:
                if outcome.status in outcomes:
                    others = outcomes[outcome.status].media_types
                    yield from _first(outcome.media_types, others)
            if old.headers and new.headers:
                yield old.headers, new.headers
            failures = {item.key: item for item in new.errors}
            for failure in old.errors:
                other = failures.get(failure.key)
                if failure.error and other and other.error:
                    yield ir.Named(failure.error), ir.Named(other.error)
        yield from self.payloads()

    def payloads(self) -> Iterable[tuple[ir.Type, ir.Type]]:
        """Yield the payloads of the webhooks that both versions have."""
        called = {(item.method, item.id): item.payload for item in self._new.api.webhooks}
        for webhook in self._old.api.webhooks:
            payload = called.get((webhook.method, webhook.id))
            if webhook.payload and payload:
                yield webhook.payload.type, payload.type

    def _inside(self, old: Class, new: Class) -> Iterable[tuple[ir.Type, ir.Type]]:
        match old, new:
            case ir.Model(), ir.Model():
                inner = {item.name.wire: item.type for item in contents(new)}
                for item in contents(old):
                    if item.name.wire in inner:
                        yield item.type, inner[item.name.wire]
            case ir.ErrorType(), ir.ErrorType():
                yield old.body, new.body
            case ir.Alias(), ir.Alias():
                yield old.target, new.target
            case ir.Union(), ir.Union():
                yield from zip(old.variants, new.variants, strict=False)

    @staticmethod
    def _class(surface: Surface, id_: Origin) -> Class | None:
        return surface.declarations.get(id_) or surface.errors.get(id_)


class Waiting(Generic[Thing]):
    """Things of two versions that are yet to be paired, in the order of the documents."""

    def __init__(self, old: Iterable[Thing], new: Iterable[Thing]) -> None:
        self.old = list(old)
        self.new = list(new)
        self.paired: list[tuple[Thing, Thing]] = []

    def pair(self, old_key: _Key[Thing], new_key: _Key[Thing]) -> None:
        """Pair things by a key that is unique in both versions; the key None equals no other."""
        before, after = _indexed(self.old, old_key), _indexed(self.new, new_key)
        for key, old in before.items():
            if len(old) == 1 and len(after.get(key, ())) == 1:
                self.paired.append((old[0], after[key][0]))
        done_old = {id(old) for old, _ in self.paired}
        done_new = {id(new) for _, new in self.paired}
        self.old = [item for item in self.old if id(item) not in done_old]
        self.new = [item for item in self.new if id(item) not in done_new]


def _indexed(things: Iterable[Thing], key: _Key[Thing]) -> Mapping[Hashable, list[Thing]]:
    found: dict[Hashable, list[Thing]] = {}
    for item in things:
        if (its := key(item)) is not None:
            found.setdefault(its, []).append(item)
    return found


def _pair_methods(old: Surface, new: Surface) -> list[tuple[Method, Method]]:
    waiting = Waiting(old.methods.values(), new.methods.values())
    for key in (_whole, _request_line, _operation_id, _typed):
        waiting.pair(key, key)
    order = {method.key: number for number, method in enumerate(old.methods.values())}
    return sorted(waiting.paired, key=lambda pair: order[pair[0].key])


def paired_arguments(
    old: tuple[ir.Argument, ...], new: tuple[ir.Argument, ...]
) -> Waiting[ir.Argument]:
    """Pair the arguments of a method: by what callers type, then by what is sent."""
    waiting = Waiting(old, new)
    waiting.pair(_name, _name)
    waiting.pair(_sent_as, _sent_as)
    return waiting


def _name(keyword: ir.Argument) -> Hashable:
    return keyword.name


def _sent_as(keyword: ir.Argument) -> Hashable:
    return keyword.wire, type(keyword.origin)


def _only(names: set[str] | None) -> str | None:
    return next(iter(names)) if names and len(names) == 1 else None


def _whole(method: Method) -> Hashable:
    return method.key


def _request_line(method: Method) -> Hashable:
    return method.request_line


def _operation_id(method: Method) -> Hashable:
    return method.operation.id


def _typed(method: Method) -> Hashable:
    return method.resource.name.python, method.operation.name.python


def _credentials(scheme: ir.SecurityScheme) -> Hashable:
    return plain(replace(scheme, id="", doc=ir.Doc(), arguments=()), {})


def _import_path(item: Class) -> Hashable:
    return package_of(item), item.name.python


def _first(
    old: tuple[ir.MediaType, ...], new: tuple[ir.MediaType, ...]
) -> Iterable[tuple[ir.Type, ir.Type]]:
    return [(old[0].type, new[0].type)] if old and new else []


def unwrapped(old: ir.Type, new: ir.Type) -> tuple[ir.Type, ir.Type]:
    """Strip null, lists and maps from two types, as long as both have the same."""
    while True:
        match old, new:
            case ir.Nullable(inner=inner), _:
                old = inner
            case _, ir.Nullable(inner=inner):
                new = inner
            case ir.ListOf(item=before), ir.ListOf(item=after):
                old, new = before, after
            case ir.MapOf(value=before), ir.MapOf(value=after):
                old, new = before, after
            case _:
                return old, new
