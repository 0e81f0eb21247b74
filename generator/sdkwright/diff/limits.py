"""Compares limits and formats of values: which are refused now, or no longer.

Numbers decide: `maximum: 10` refuses more than `maximum: 100`, and for an integer
`exclusiveMaximum: 11` refuses the same values. Two patterns cannot be compared, nor can keywords
such as `not`, so a different one counts as refusing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias

from sdkwright.model import ir, limit_phrases

Tendency: TypeAlias = Literal["fewer", "more"]

_LOWER: Final = ("minimum", "exclusive_minimum")
_UPPER: Final = ("maximum", "exclusive_maximum")
_LEAST: Final = ("min_length", "min_items", "min_properties")
_MOST: Final = ("max_length", "max_items", "max_properties")

_Number: TypeAlias = int | float


@dataclass(frozen=True, slots=True)
class Shift:
    """One limit that changed.

    Args:
        tendency: Whether fewer values are accepted, or more.
        old: The old limit as a phrase, or "" if there was none.
        new: The new one, or "" if there is none any more.
    """

    tendency: Tendency
    old: str
    new: str


def shifts(
    old: ir.Constraints, new: ir.Constraints, old_type: ir.Type, new_type: ir.Type
) -> Iterator[Shift]:
    """Yield the limits that differ, nested ones included.

    Args:
        old: The old limits.
        new: The new limits.
        old_type: The old type of the value, which decides what a limit means for it.
        new_type: The new type.
    """
    before, after = _regular(old, old_type), _regular(new, new_type)
    for names in (_LOWER, _UPPER):
        yield from _of_bound(_only(before, *names), _only(after, *names))
    yield from _of_multiple(before, after)
    for name in _LEAST:
        yield from _of_size(_only(before, name), _only(after, name), name, upwards="fewer")
    for name in _MOST:
        yield from _of_size(_only(before, name), _only(after, name), name, upwards="more")
    if before.unique_items != after.unique_items:
        one, other = _only(before, "unique_items"), _only(after, "unique_items")
        yield _shift("fewer" if after.unique_items else "more", one, other)
    yield from _of_patterns(before.patterns, after.patterns)
    yield from _of_values(before.among, after.among)
    yield from _of_texts(before.others, after.others)
    for name, what in (("items", "elements"), ("values", "values")):
        if getattr(before, name) == getattr(after, name):
            continue
        inner = (getattr(before, name) or ir.FREE, getattr(after, name) or ir.FREE)
        for shift in shifts(*inner, _inside(old_type), _inside(new_type)):
            was, now = (f"{what}: {text}" if text else "" for text in (shift.old, shift.new))
            yield Shift(shift.tendency, was, now)


def _regular(limits: ir.Constraints, kind: ir.Type) -> ir.Constraints:
    """Return limits without those that exclude nothing, and bounds of integers as inclusive."""
    plain: dict[str, Any] = {name: getattr(limits, name) or None for name in _LEAST}
    limits = replace(limits, **plain)
    if not _is_integer(kind):
        return limits
    lower, upper = limits.exclusive_minimum, limits.exclusive_maximum
    if lower is not None:
        least = lower // 1 + 1
        known = limits.minimum
        minimum = least if known is None else max(least, known)
        limits = replace(limits, minimum=minimum, exclusive_minimum=None)
    if upper is not None:
        most = -(-upper // 1) - 1
        known = limits.maximum
        maximum = most if known is None else min(most, known)
        limits = replace(limits, maximum=maximum, exclusive_maximum=None)
    return replace(limits, multiple_of=None) if limits.multiple_of == 1 else limits


def _is_integer(kind: ir.Type) -> bool:
    match kind:
        case ir.Primitive(kind="integer"):
            return True
        case ir.Nullable(inner=inner):
            return _is_integer(inner)
    return False


def _inside(kind: ir.Type) -> ir.Type:
    match kind:
        case ir.Nullable(inner=inner):
            return _inside(inner)
        case ir.ListOf(item=item):
            return item
        case ir.MapOf(value=value):
            return value
    return ir.Any()


def _only(limits: ir.Constraints, *names: str) -> ir.Constraints:
    """Return the limits of some names, and no others."""
    return ir.Constraints(**{name: getattr(limits, name) for name in names})


def _phrase(limits: ir.Constraints) -> str:
    phrases = (
        *limit_phrases.of_numbers(limits),
        *limit_phrases.of_length(limits),
        *limit_phrases.of_lists(limits),
    )
    return ", ".join(phrases)


def _shift(tendency: Tendency, old: ir.Constraints, new: ir.Constraints) -> Shift:
    return Shift(tendency, _phrase(old), _phrase(new))


def _of_bound(old: ir.Constraints, new: ir.Constraints) -> Iterator[Shift]:
    """Compare the lower bounds, or the upper ones: the narrower of the two kinds applies."""
    before, after = _bound(old), _bound(new)
    if before == after:
        return
    is_narrower = before is None or (after is not None and after > before)
    yield _shift("fewer" if is_narrower else "more", old, new)


def _bound(limits: ir.Constraints) -> tuple[_Number, bool] | None:
    """Return a bound such that a greater one is narrower; None if there is none."""
    found = [
        (sign * value, is_exclusive)
        for sign, is_exclusive, value in (
            (1, False, limits.minimum),
            (1, True, limits.exclusive_minimum),
            (-1, False, limits.maximum),
            (-1, True, limits.exclusive_maximum),
        )
        if value is not None
    ]
    return max(found, default=None)


def _of_multiple(old: ir.Constraints, new: ir.Constraints) -> Iterator[Shift]:
    before, after = old.multiple_of, new.multiple_of
    if before == after:
        return
    old, new = _only(old, "multiple_of"), _only(new, "multiple_of")
    is_wider = after is None or (before is not None and _is_multiple(before, after))
    yield _shift("more" if is_wider else "fewer", old, new)


def _is_multiple(number: _Number, of: _Number) -> bool:
    # As decimals, as they are written: 0.3 is a multiple of 0.1, and of floats it is not.
    return of > 0 and Decimal(repr(number)) % Decimal(repr(of)) == 0


def _of_size(
    old: ir.Constraints, new: ir.Constraints, name: str, *, upwards: Tendency
) -> Iterator[Shift]:
    before, after = getattr(old, name), getattr(new, name)
    if before == after:
        return
    if before is None or after is None:
        yield _shift("fewer" if before is None else "more", old, new)
        return
    downwards: Tendency = "more" if upwards == "fewer" else "fewer"
    yield _shift(upwards if after > before else downwards, old, new)


def _of_patterns(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Shift]:
    patterns = (tuple(map(limit_phrases.of_pattern, each)) for each in (old, new))
    yield from _of_texts(*patterns)


def _of_texts(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Shift]:
    """Compare limits that say nothing to us: another one may refuse anything."""
    lost, gained = (
        [*dict.fromkeys(p for p in a if p not in b)] for a, b in ((old, new), (new, old))
    )
    was, now = (", ".join(each) for each in (lost, gained))
    if was or now:
        yield Shift("fewer" if now else "more", was, now)


def _of_values(
    old: tuple[ir.JsonText, ...] | None, new: tuple[ir.JsonText, ...] | None
) -> Iterator[Shift]:
    was, now = ("" if each is None else limit_phrases.of_values(each) for each in (old, new))
    if new is None:
        if old is not None:
            yield Shift("more", was, now)
    elif old is None or not {*old} <= {*new}:
        yield Shift("fewer", was, now)
    elif {*old} != {*new}:
        yield Shift("more", was, now)


# Formats


_OPEN: Final[Mapping[str, frozenset[str]]] = {
    "string": frozenset({"", "password"}),
    "integer": frozenset({"", "int64"}),
    "number": frozenset({"", "float", "double"}),
}
"""The formats that refuse no value of a kind: a `float` in Python is a `double`, which servers
round to a `float`, and integers that JSON libraries exchange have 64 bits."""


def format_shifts(old: tuple[ir.Type, ...], new: tuple[ir.Type, ...]) -> Iterator[Shift]:
    """Yield the kinds of values whose `format` differs.

    Args:
        old: The variants of the old type.
        new: The variants of a new type that is the same in Python.
    """
    before, after = _formats(old), _formats(new)
    for place, formats in before.items():
        others = after.get(place, {})
        was, now = (
            ", ".join(name for name in some if name and name not in rest)
            for some, rest in ((formats, others), (others, formats))
        )
        if not was and not now:
            continue
        is_open = bool(_OPEN.get(place[-1], frozenset({""})) & others.keys())
        yield Shift("more" if is_open or formats.keys() <= others.keys() else "fewer", was, now)


def _formats(kinds: tuple[ir.Type, ...]) -> dict[tuple[str, ...], dict[str, None]]:
    """Return the formats of the scalars in a type, by the lists and maps around them and kind."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    waiting: list[tuple[tuple[str, ...], ir.Type]] = [((), kind) for kind in kinds]
    while waiting:
        around, kind = waiting.pop()
        match kind:
            case ir.Primitive(kind=scalar, format=form):
                found.setdefault((*around, scalar), {})[form] = None
            case ir.Nullable(inner=inner):
                waiting.append((around, inner))
            case ir.ListOf(item=inner):
                waiting.append(((*around, "list"), inner))
            case ir.TupleOf(items=items):
                waiting += [((*around, str(n)), item) for n, item in enumerate(items)]
            case ir.MapOf(value=inner):
                waiting.append(((*around, "map"), inner))
    return found
