"""Compares the classes that callers import: models, enums, unions, and exceptions.

If the level depends on whether callers send a class or receive it, the old version decides, since
existing code cannot use it in a new way, and so does the class that is in its place now. Changes of
a class that is only a body, whose properties are keyword arguments of a method, are reported with
the method.
"""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.diff.ledger import Ledger, Thing, used_by
from sdkwright.diff.members import compare_contents
from sdkwright.diff.outcomes import compare_read
from sdkwright.diff.surface import Class, Surface
from sdkwright.diff.wording import code, codes, plural
from sdkwright.model import ir
from sdkwright.model.origin import Origin


def compare_declarations(ledger: Ledger) -> None:
    """Compare all classes."""
    old = ledger.old
    moved: dict[tuple[str, str], list[Class]] = {}
    for item in (*old.api.declarations, *old.api.errors):
        other = ledger.pairs.new_class(item.id)
        if other is None:
            _tell_removed(ledger, item)
            continue
        thing = _thing(ledger, item, other)
        now = ledger.new.imported(other)
        if old.imported(item) != now:
            message, fix = f"is now {code(now)}", f"Import {code(now)} instead."
            ledger.record("class-renamed", thing, message, fix)
        elif item.module != other.module:
            modules = old.module_symbol(item), ledger.new.module_symbol(other)
            moved.setdefault(modules, []).append(item)
        ledger.compare_docs(thing, "the description", item.doc, other.doc)
        ledger.compare_deprecation(thing, "", item.doc, other.doc)
        _compare(ledger, thing, item, other)
    _tell_moved(ledger, moved)
    _compare_groups(ledger)


def _thing(ledger: Ledger, old: Class, new: Class | None) -> Thing:
    source = new.source if new else None
    return Thing(ledger.old.imported(old), ledger.old.class_symbol(old), "", old.source, source)


def _tell_removed(ledger: Ledger, item: Class) -> None:
    calls = ledger.old.users(item.id, by_other_names=False)
    kind = "exception" if isinstance(item, ir.ErrorType) else "class"
    ledger.record(
        "class-removed",
        _thing(ledger, item, None),
        f"the {kind} was removed{used_by(calls)}",
        "Remove the import.",
    )


def _tell_moved(ledger: Ledger, moved: dict[tuple[str, str], list[Class]]) -> None:
    for (was, now), items in moved.items():
        names = sorted(item.name.python for item in items)
        package = ledger.old.imported(items[0]).partition(".")[0]
        ledger.record(
            "class-moved",
            Thing(was.partition(".")[2], was, "", items[0].source),
            f"the {plural('class', names)} {codes(names)} moved to {code(now)}",
            f"Import from {code(f'{ledger.new.config.module}.{package}')}.",
        )


# Contents


def _compare(ledger: Ledger, thing: Thing, old: Class, new: Class) -> None:
    if isinstance(old, ir.ErrorType) or isinstance(new, ir.ErrorType):
        if isinstance(old, ir.ErrorType) and isinstance(new, ir.ErrorType):
            there = Thing(thing.subject, thing.symbol, "data", thing.old, thing.new)
            compare_read(ledger, there, "`data`", (old.body,), (new.body,))
            ledger.compare_rest(thing, "", old, new)
        else:
            _tell_kind(ledger, thing, old, new)
        return
    before, after = ledger.old.canonical(old.id), ledger.new.canonical(new.id)
    if before is None or after is None:
        return
    is_alias = isinstance(old, ir.Alias) and isinstance(new, ir.Alias)
    if is_alias and ledger.pairs.classes.get(before.id) == after.id:
        return  # reported with the class that both are names for
    if type(before) is not type(after):
        _tell_kind(ledger, thing, before, after)
        return
    compare_contents(ledger, thing, before, after, ledger.uses.directions(before, after))
    ledger.compare_rest(thing, "", before, after)


def _tell_kind(ledger: Ledger, thing: Thing, old: Class, new: Class) -> None:
    was, now = _kind(old), _kind(new)
    ledger.record(
        "class-kind-changed", thing, f"is now {now} instead of {was}", f"Use it as {now}."
    )


def _kind(item: Class) -> str:
    match item:
        case ir.Model():
            return "a class"
        case ir.Enum():
            return "an enum"
        case ir.Union():
            return "a union"
        case ir.Alias():
            return "a second name"
        case ir.ErrorType():
            return "an exception"


# Names for the same class


def _compare_groups(ledger: Ledger) -> None:
    """Compare which names refer to the same class, whichever of them is its own name."""
    new_class = ledger.pairs.new_class
    for names in _groups(ledger.old, (item.id for item in ledger.old.api.declarations)):
        parts = _groups(
            ledger.new, (other.id for item in names if (other := new_class(item)) is not None)
        )
        first = _first(ledger.new, parts)
        for part in parts[1:]:
            rule = _split(ledger, names[0], parts[0][0], part[0])
            for id_ in part:
                _tell_group(ledger, rule, id_, first)
    old_ids = {new: old for old, new in ledger.pairs.classes.items()}
    for names in _groups(ledger.new, (item.id for item in ledger.new.api.declarations)):
        known = [id_ for id_ in names if id_ in old_ids]
        parts = _groups(ledger.old, (old_ids[id_] for id_ in known))
        first = _first(ledger.old, parts)
        for part in parts[1:]:
            for id_ in part:
                _tell_group(ledger, "class-joined", ledger.pairs.classes[id_], first)


def _split(ledger: Ledger, old: Origin, first: Origin, second: Origin) -> str:
    """Return the rule for a class that became two, by where callers send and receive the two."""
    before = ledger.old.canonical(old)
    now = (ledger.new.canonical(id_) for id_ in (first, second))
    one, other = (
        {*ledger.uses.directions(before, each)} if before and each else None for each in now
    )
    return "class-split-by-use" if one and other and not one & other else "class-split"


def _groups(surface: Surface, ids: Iterable[Origin]) -> list[list[Origin]]:
    found: dict[Origin, list[Origin]] = {}
    for id_ in ids:
        if (item := surface.canonical(id_)) is not None:
            found.setdefault(item.id, []).append(id_)
    return list(found.values())


def _first(surface: Surface, parts: list[list[Origin]]) -> str:
    return surface.imported(surface.declarations[parts[0][0]]) if parts else ""


def _tell_group(ledger: Ledger, rule: str, new_id: Origin, first: str) -> None:
    old_id = next(old for old, new in ledger.pairs.classes.items() if new == new_id)
    old, new = ledger.old.declarations[old_id], ledger.new.declarations[new_id]
    thing = _thing(ledger, old, new)
    if rule == "class-joined":
        ledger.record(rule, thing, f"is now the same class as {code(first)}")
        return
    ledger.record(
        rule,
        thing,
        f"is no longer the same class as {code(first)}",
        "Annotate with both where either is accepted: "
        f"{code(f'{ledger.new.imported(new)} | {first}')}.",
    )
