"""The two versions side by side, and the changes found so far.

Also the comparisons that apply to everything in the IR: documentation, deprecation, limits, and
differences that no other comparison covers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from typing import Any, TypeAlias

from sdkwright.diff.changes import LEVELS, Change
from sdkwright.diff.coverage import COMPARED, IGNORED
from sdkwright.diff.limits import Shift, format_shifts, shifts
from sdkwright.diff.pairs import Pairs
from sdkwright.diff.rules import BY_CODE, RULES
from sdkwright.diff.surface import Direction, Surface, plain
from sdkwright.diff.types import Types
from sdkwright.diff.uses import Uses
from sdkwright.diff.wording import code, codes, listed
from sdkwright.model import ir

Source: TypeAlias = ir.SourcePointer | None
Limited: TypeAlias = ir.Parameter | ir.Field | ir.Model | ir.MediaType

_ORDER = {rule.code: number for number, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Thing:
    """The subject of a change.

    Args:
        subject: As callers type it.
        symbol: As Python imports it.
        member: The parameter or field, or "".
        old: Where the old document declares it.
        new: Where the new document declares it.
    """

    subject: str
    symbol: str
    member: str = ""
    old: Source = None
    new: Source = None

    @property
    def owner(self) -> Thing:
        """The method or class without the parameter or field."""
        return Thing(self.subject, self.symbol, "", self.old, self.new)


@dataclass(slots=True)
class Ledger:
    """Collects changes.

    Args:
        old: The old version.
        new: The new version.
    """

    old: Surface
    new: Surface
    pairs: Pairs = field(init=False)
    types: Types = field(init=False)
    uses: Uses = field(init=False)
    _changes: list[Change] = field(default_factory=list)
    _described: dict[str, tuple[Thing, dict[str, None]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pairs = Pairs(self.old, self.new)
        self.types = Types(self.old, self.new, self.pairs)
        self.uses = Uses(self.old, self.new, self.pairs, self.types)

    def record(self, rule: str, thing: Thing, message: str, fix: str = "") -> None:
        """Record a change."""
        self._changes.append(
            Change(
                rule=BY_CODE[rule],
                subject=thing.subject,
                message=message,
                fix=fix,
                symbol=thing.symbol,
                member=thing.member,
                old=thing.old,
                new=thing.new,
            )
        )

    def record_most_severe(
        self, rules: Iterable[str], thing: Thing, message: str, fix: str = ""
    ) -> None:
        """Record a change under the most severe of several rules."""
        ranked = sorted(rules, key=lambda rule: LEVELS.index(BY_CODE[rule].level))
        if ranked:
            needs_fix = BY_CODE[ranked[0]].level == "breaking"
            self.record(ranked[0], thing, message, fix if needs_fix else "")

    def compare_docs(
        self, thing: Thing, what: str, old: ir.Doc | object, new: ir.Doc | object
    ) -> None:
        """Record that a description changed: one change for each method or class."""
        if isinstance(old, ir.Doc) and isinstance(new, ir.Doc):
            advice = old.deprecated is not None and new.deprecated is not None
            old, new = (
                (
                    *(doc.summary, doc.description, doc.example, doc.limits, doc.default),
                    (doc.deprecated if advice else None),
                )
                for doc in (old, new)
            )
        if old != new:
            _, parts = self._described.setdefault(thing.subject, (thing.owner, {}))
            parts[what] = None

    def compare_limits(
        self,
        thing: Thing,
        what: str,
        old: Limited,
        new: Limited,
        directions: Sequence[Direction] = ("request",),
    ) -> None:
        """Record that fewer values are accepted than before, or more.

        A limit of what callers only receive is documentation: no type depends on it.
        """
        found = [*shifts(old.constraints, new.constraints, _type_of(old), _type_of(new))]
        if "request" not in directions:
            parts = frozenset(found)
            self.compare_docs(thing, f"the limits of {what}", frozenset[Shift](), parts)
            return
        if fewer := [_shown(shift) for shift in found if shift.tendency == "fewer"]:
            message = f"{what} accepts fewer values: {listed(fewer)}"
            self.record("limits-narrowed", thing, message, "Check the values you send.")
        if more := [_shown(shift) for shift in found if shift.tendency == "more"]:
            self.record("limits-widened", thing, f"{what} accepts more values: {listed(more)}")

    def compare_formats(
        self,
        thing: Thing,
        what: str,
        old: tuple[ir.Type, ...],
        new: tuple[ir.Type, ...],
        directions: Sequence[Direction],
    ) -> None:
        """Record that a value has another `format` of those that Python has no type for."""
        for shift in format_shifts(old, new):
            message = f"{what} has another format: {_shown(shift)}"
            if "request" not in directions:
                self.record("format-changed", thing, message)
            elif shift.tendency == "fewer":
                fix = "Check the values you send."
                self.record("request-format-narrowed", thing, message, fix)
            else:
                self.record("request-format-widened", thing, message)

    def compare_deprecation(self, thing: Thing, what: str, old: ir.Doc, new: ir.Doc) -> None:
        """Record that something is now deprecated, or no longer."""
        what = f"{what} " if what else ""
        if old.deprecated is None and new.deprecated is not None:
            advice = f": {code(new.deprecated)}" if new.deprecated.strip() else ""
            self.record("deprecated", thing, f"{what}is deprecated{advice}")
        elif old.deprecated is not None and new.deprecated is None:
            self.record("not-deprecated", thing, f"{what}is no longer deprecated")

    def compare_rest(self, thing: Thing, what: str, old: Any, new: Any) -> None:
        """Record differences in fields that no comparison covers, so that none is ignored silently.

        Args:
            thing: The subject of the change.
            what: What the fields are part of, in words, or "".
            old: A dataclass of the IR.
            new: Another one of the same class.
        """
        known = COMPARED.get(type(old), frozenset()) | IGNORED.get(type(old), {}).keys()
        differing = [
            entry.name
            for entry in fields(old)
            if entry.name not in known
            and plain(getattr(old, entry.name), self.old.declarations)
            != plain(getattr(new, entry.name, None), self.new.declarations)
        ]
        if differing:
            of = f" of {what}" if what else ""
            self.record(
                "unknown-change",
                thing,
                f"{codes(differing)}{of} changed, which no rule covers",
                "Compare the two documents, and test your code.",
            )

    def changes(self) -> tuple[Change, ...]:
        """Return all changes, most severe first."""
        for thing, parts in self._described.values():
            self.record("documentation-changed", thing, f"{listed(parts)} changed")
        self._described.clear()
        return tuple(sorted(dict.fromkeys(self._changes), key=_rank))


def _rank(change: Change) -> tuple[int, str, int, str, str, str]:
    return (
        LEVELS.index(change.level),
        change.subject,
        _ORDER[change.rule.code],
        change.symbol,
        change.member,
        change.message,
    )


def _type_of(item: Limited) -> ir.Type:
    return ir.Any() if isinstance(item, ir.Model) else item.type


def _shown(shift: Shift) -> str:
    if not shift.new:
        return f"no longer {code(shift.old)}"
    return f"{code(shift.new)} instead of {code(shift.old)}" if shift.old else code(shift.new)


def is_same_json(one: ir.JsonText | None, other: ir.JsonText | None) -> bool:
    """Return whether two values are equal in JSON, where 5 is 5.0 and keys have no order."""
    if one is None or other is None:
        return one is other
    return one == other or _value(one) == _value(other)


def _value(text: ir.JsonText) -> Any:
    return _comparable(json.loads(text, parse_int=Decimal, parse_float=Decimal))


def _comparable(value: Any) -> Any:
    match value:
        case bool():
            return ("bool", value)  # True is 1 in Python, and not in JSON
        case dict():
            return {key: _comparable(inner) for key, inner in value.items()}
        case list():
            return [*map(_comparable, value)]
    return value


def prose(doc: ir.Doc) -> ir.Doc:
    """Return the documentation without its limits and default, which have separate rules."""
    return replace(doc, limits=(), default=None)


def used_by(calls: Sequence[str]) -> str:
    """Return which methods a class is part of, in words for the end of a message."""
    if not calls:
        return ""
    some = [*map(code, calls[:3])]
    more = len(calls) - len(some)
    return f" (used by {listed([*some, f'{more} more'] if more else some)})"
