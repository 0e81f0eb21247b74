"""How one type relates to another, for callers and their type checkers.

A type is the set of its variants: a nullable enum is its values and None. One type is wider than
another if it includes all its variants. Lists and maps with different values are neither wider nor
narrower: they are mutable, so type checkers accept none in place of the other. Tuples are not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import fields
from typing import Final, Literal, TypeAlias

from sdkwright.diff.coverage import COMPARED
from sdkwright.diff.pairs import Pairs
from sdkwright.diff.surface import Surface, plain
from sdkwright.model import ir
from sdkwright.model.formats import format_of
from sdkwright.model.origin import Origin

Relation: TypeAlias = Literal[
    "same", "format", "respelled", "narrower", "wider", "typed", "untyped", "other"
]
"""How the new type relates to the old one.

`format`: only the document's `format` changed; `respelled`: another expression for the same values;
`typed`, `untyped`: it was, or is, `Any`.
"""

Variants: TypeAlias = frozenset[tuple[Hashable, ...]]

_ANY: Final = ("any",)


class Types:
    """Compares types of two versions.

    Args:
        old: The old version.
        new: The new version.
        pairs: Which classes of the two versions belong together.
    """

    def __init__(self, old: Surface, new: Surface, pairs: Pairs) -> None:
        self._old = old
        self._new = new
        self._pairs = pairs

    def relation(
        self, old: tuple[ir.Type, ...], new: tuple[ir.Type, ...], *, argument: bool = False
    ) -> Relation:
        """Compare two types, each given as its variants.

        Args:
            old: The old type.
            new: The new type.
            argument: Whether callers pass it, in which case some values have two forms.
        """
        if len(old) == len(new) and all(map(self.is_same, old, new)):
            return "same"
        before = self._variants(self._old, old, argument=argument)
        after = self._variants(self._new, new, argument=argument)
        if before == after:
            return "format" if self._spelled_alike(old, new) else "respelled"
        if _holds(after, before):
            return "wider"
        if _holds(before, after):
            return "narrower"
        if _holds(after, before, anything=True):
            return "untyped"
        if _holds(before, after, anything=True) and _is_json(after):
            return "typed"
        return "other"

    def is_same(self, old: ir.Type, new: ir.Type) -> bool:
        """Return whether two types are the same; changes of a class are reported with the class."""
        return self._is_alike(old, new) and self._has_same_rest(old, new)

    def _has_same_rest(self, old: ir.Type, new: ir.Type) -> bool:
        """Return whether two types are equal in fields that are newer than this comparison."""
        return all(
            plain(getattr(old, entry.name), self._old.declarations)
            == plain(getattr(new, entry.name), self._new.declarations)
            for entry in fields(old)
            if entry.name not in COMPARED.get(type(old), frozenset())
        )

    def _is_alike(self, old: ir.Type, new: ir.Type) -> bool:
        match old, new:
            case ir.Named(id=before), ir.Named(id=after):
                return self._pairs.is_same(before, after)
            case ir.ListOf(item=left), ir.ListOf(item=right):
                return self.is_same(left, right)
            case ir.TupleOf(items=lefts), ir.TupleOf(items=rights):
                return len(lefts) == len(rights) and all(map(self.is_same, lefts, rights))
            case ir.MapOf(value=left), ir.MapOf(value=right):
                return self.is_same(left, right)
            case ir.Nullable(inner=left), ir.Nullable(inner=right):
                return self.is_same(left, right)
            case ir.Literal(values=left_values), ir.Literal(values=right_values):
                return {*map(repr, left_values)} == {*map(repr, right_values)}
            case _:
                return plain(old, self._old.declarations) == plain(new, self._new.declarations)

    def differences(
        self, old: tuple[ir.Type, ...], new: tuple[ir.Type, ...]
    ) -> tuple[list[str], list[str]]:
        """Return the variants that a union gained, and those that it lost, as Python source."""
        before, after = self._variants(self._old, old), self._variants(self._new, new)
        gained = [
            spell(self._new, kind)
            for kind in new
            if not any(self.is_same(other, kind) for other in old)
            and not _holds(before, self._variants(self._new, (kind,)))
        ]
        lost = [
            spell(self._old, kind)
            for kind in old
            if not any(self.is_same(kind, other) for other in new)
            and not _holds(after, self._variants(self._old, (kind,)))
        ]
        return gained, lost

    def _spelled_alike(self, old: tuple[ir.Type, ...], new: tuple[ir.Type, ...]) -> bool:
        return [spell(self._old, kind) for kind in old] == [spell(self._new, kind) for kind in new]

    def _variants(
        self,
        surface: Surface,
        kinds: Iterable[ir.Type],
        *,
        argument: bool = False,
        seen: frozenset[Origin] = frozenset(),
    ) -> Variants:
        found: set[tuple[Hashable, ...]] = set()
        for kind in kinds:
            found |= self._variants_of(surface, kind, seen, argument=argument)
        return frozenset(found)

    def _variants_of(
        self, surface: Surface, kind: object, seen: frozenset[Origin], *, argument: bool
    ) -> Variants:
        match kind:
            case ir.Primitive() if argument and (taken := format_of(kind).argument):
                return frozenset({(type_.name,) for type_ in taken})
            case ir.Primitive():
                return frozenset({(_primitive(kind),)})
            case ir.ListOf(item=item):
                return frozenset({("list", self._variants(surface, (item,), seen=seen))})
            case ir.TupleOf(items=items):
                held = (self._variants(surface, (item,), seen=seen) for item in items)
                return frozenset({("tuple", tuple(held))})
            case ir.MapOf(value=value):
                return frozenset({("dict", self._variants(surface, (value,), seen=seen))})
            case ir.Nullable(inner=inner):
                return self._variants(surface, (inner,), argument=argument, seen=seen) | {("None",)}
            case ir.Literal(values=values):
                return _literals(values)
            case ir.Named(id=id_):
                return self._named(surface, id_, seen)
            case ir.Any():
                return frozenset({_ANY})
            case _:  # a type that is newer than this comparison equals only itself
                return frozenset({("unknown", plain(kind, surface.declarations))})

    def _named(self, surface: Surface, id_: Origin, seen: frozenset[Origin]) -> Variants:
        token = self._pairs.token(id_, is_new=surface is self._new)
        match surface.canonical(id_):
            case ir.Enum(values=values, open=is_open):
                kinds = {(type(value).__name__,) for value in values} if is_open else set()
                return frozenset({*_literals(values), *kinds})
            case ir.Union(id=own, variants=variants) if own not in seen:
                return self._variants(surface, variants, seen=seen | {own})
            case _:
                return frozenset({("class", token)})


def _primitive(kind: ir.Primitive) -> str:
    row = format_of(kind)
    return "str" if row.is_secret else row.shown


def _literals(values: tuple[str | int | bool, ...]) -> Variants:
    if {True, False} <= {value for value in values if isinstance(value, bool)}:
        return frozenset({("bool",)})
    return frozenset({("literal", type(value).__name__, repr(value)) for value in values})


def _holds(outer: Variants, inner: Variants, *, anything: bool = False) -> bool:
    """Return whether `outer` includes all of `inner`; with `anything`, `Any` includes all."""
    return all(i in outer or any(_covers(o, i, anything=anything) for o in outer) for i in inner)


def _covers(outer: tuple[Hashable, ...], inner: tuple[Hashable, ...], *, anything: bool) -> bool:
    if outer == inner or (anything and outer == _ANY):
        return True
    match outer, inner:
        case ("float",), ("int",) | ("literal", "int", _):
            return True
        case (kind,), ("literal", other, _):
            return kind == other
        case (str(kind), frozenset() as held), (str(other), frozenset() as given):
            is_any = anything and held == {_ANY}
            both = ((held, given), (given, held))
            return kind == other and (is_any or all(_holds(*p, anything=anything) for p in both))
        case ("tuple", tuple() as held), ("tuple", tuple() as given):
            pairs = zip(held, given, strict=False)
            return len(held) == len(given) and all(_holds(*p, anything=anything) for p in pairs)
    return False


def _is_json(variants: Variants) -> bool:
    """Return whether all values of a type are plain JSON, with no class and no date among them."""
    for variant in variants:
        match variant:
            case ("str" | "int" | "float" | "bool" | "None" | "any",) | ("literal", _, _):
                continue
            case (_, frozenset() as held) if _is_json(held):
                continue
            case ("tuple", tuple() as items) if all(map(_is_json, items)):
                continue
        return False
    return True


def spell(surface: Surface, kind: object) -> str:
    """Return a type as Python source, as in signatures.

    An IR type that is newer than this module is spelled by its class name.
    """
    match kind:
        case ir.Primitive():
            return _primitive(kind)
        case ir.ListOf(item=item):
            return f"list[{spell(surface, item)}]"
        case ir.TupleOf(items=items):
            return f"tuple[{', '.join(spell(surface, item) for item in items)}]"
        case ir.MapOf(value=value):
            return f"dict[str, {spell(surface, value)}]"
        case ir.Nullable(inner=inner):
            return f"{spell(surface, inner)} | None"
        case ir.Literal(values=values):
            if {True, False} <= {value for value in values if isinstance(value, bool)}:
                return "bool"
            return f"Literal[{', '.join(map(repr, values))}]"
        case ir.Named(id=id_):
            declared = surface.declarations.get(id_)
            return surface.imported(declared) if declared else "Any"
        case ir.Any():
            return "Any"
        case _:
            return type(kind).__name__


def spell_argument(surface: Surface, kind: ir.Type) -> str:
    """Return a type as Python source, with the forms that an argument may also have."""
    match kind:
        case ir.Primitive() if taken := format_of(kind).argument:
            return " | ".join(type_.name for type_ in taken)
        case ir.Nullable(inner=inner):
            return f"{spell_argument(surface, inner)} | None"
        case _:
            return spell(surface, kind)
