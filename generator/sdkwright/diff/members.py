"""Compares the contents of a class: fields of a model, values of an enum, variants of a union.

For each difference there are rules for what callers send and for what they receive; the most severe
applies to a class that is used both ways.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sdkwright.diff.ledger import Ledger, Thing, is_same_json, prose, used_by
from sdkwright.diff.outcomes import compare_read
from sdkwright.diff.surface import Direction, contents
from sdkwright.diff.types import spell
from sdkwright.diff.wording import code, codes, listed, plural, verb
from sdkwright.model import ir

_JSON_KINDS: Final[Mapping[type, str]] = {str: "string", int: "number", bool: "boolean"}


def compare_contents(
    ledger: Ledger,
    thing: Thing,
    old: ir.Declaration,
    new: ir.Declaration,
    directions: Sequence[Direction],
) -> None:
    """Compare two declarations of the same kind.

    Args:
        ledger: Collects the changes.
        thing: The name that callers import.
        old: The old version.
        new: The new version.
        directions: Whether callers send such values, receive them, or both; neither for a body
            whose properties are keyword arguments.
    """
    match old, new:
        case ir.Model(), ir.Model():
            if directions:
                _Fields(ledger, thing, directions, used_by(ledger.old.users(old.id))).compare(
                    old, new
                )
        case ir.Enum(), ir.Enum():
            _compare_enums(ledger, thing, old, new, directions)
        case ir.Union(), ir.Union():
            _compare_unions(ledger, thing, old, new, directions)


# Models


class _Fields:
    def __init__(
        self, ledger: Ledger, thing: Thing, directions: Sequence[Direction], users: str
    ) -> None:
        self._ledger = ledger
        self._thing = thing
        self._directions = directions
        self._users = users

    def compare(self, old: ir.Model, new: ir.Model) -> None:
        """Compare all fields, paired by the name that callers type, else by the name in JSON."""
        before, after = contents(old), contents(new)
        named = {item.name.python: item for item in after}
        pairs = [(f, named[f.name.python]) for f in before if f.name.python in named]
        known = {item.name.python for item, _ in pairs}
        added = {item.name.wire: item for item in after if item.name.python not in known}
        for item in before:
            if item.name.python in known:
                continue
            other = added.pop(item.name.wire, None)
            if other is None:
                self._tell_removed(item)
            else:
                pairs.append((item, other))
        for item in added.values():
            self._tell_added(item)
        for item, other in pairs:
            self._compare_field(item, other)
        self._ledger.compare_limits(self._thing, "such an object", old, new, self._directions)

    def _at(self, old: ir.Field | None, new: ir.Field | None) -> Thing:
        either = old or new
        return Thing(
            self._thing.subject,
            self._thing.symbol,
            either.name.python if either else "",
            old.source if old else None,
            new.source if new else None,
        )

    def _rules(self, kind: str) -> list[str]:
        return [f"{direction}-{kind}" for direction in self._directions]

    def _tell_removed(self, item: ir.Field) -> None:
        name = code(item.name.python)
        message = f"field {name} was removed{self._users}"
        fix = f"Do not use {name}."
        self._ledger.record("field-removed", self._at(item, None), message, fix)

    def _tell_added(self, item: ir.Field) -> None:
        name, kind = code(item.name.python), code(spell(self._ledger.new, item.type))
        is_demanded = item.required and "request" in self._directions
        rules = ["request-field-added-required"] if is_demanded else self._rules("field-added")
        message = f"field {name} ({kind}) is new{', and required' if is_demanded else ''}"
        fix = f"Pass {name} to every such object."
        self._ledger.record_most_severe(rules, self._at(None, item), f"{message}{self._users}", fix)

    def _compare_field(self, old: ir.Field, new: ir.Field) -> None:
        ledger, there = self._ledger, self._at(old, new)
        name = code(old.name.python)
        self._compare_name(there, old, new)
        self._compare_presence(there, old, new)
        before, after = _not_null(old.type), _not_null(new.type)
        compare_read(
            ledger, there, f"field {name}", (before,), (after,), directions=self._directions
        )
        if old.secret != new.secret:
            rule = "field-secret" if new.secret else "field-not-secret"
            what = "now a secret" if new.secret else "no longer a secret, and is shown in full"
            fix = f"Keep objects with {name} out of logs."
            ledger.record(rule, there, f"field {name} is {what}", "" if new.secret else fix)
        ledger.compare_limits(there, f"field {name}", old, new, self._directions)
        if "request" not in self._directions:
            what = f"the default of field {name}"
            ledger.compare_docs(there, what, old.doc.default, new.doc.default)
        elif not is_same_json(old.doc.default, new.doc.default):
            message = f"the default of field {name} changed"
            fix = f"Pass {name} where the old value is meant."
            ledger.record("field-default-changed", there, message, fix)
        ledger.compare_docs(there, f"who sets field {name}", old.access, new.access)
        ledger.compare_docs(there, f"the description of {name}", prose(old.doc), prose(new.doc))
        ledger.compare_deprecation(there, f"field {name}", old.doc, new.doc)
        ledger.compare_rest(there, name, old, new)

    def _compare_name(self, there: Thing, old: ir.Field, new: ir.Field) -> None:
        name = code(old.name.python)
        if old.name.python != new.name.python:
            now = code(new.name.python)
            message, fix = f"field {name} is now {now}", f"Write {now} instead."
            self._ledger.record("field-renamed", there, f"{message}{self._users}", fix)
        elif old.name.wire != new.name.wire:
            was, now = code(old.name.wire), code(new.name.wire)
            self._ledger.record(
                "field-key-changed",
                there,
                f"field {name} is {now} in JSON instead of {was}",
                f"Use the key {now} with `model_dump` and `model_validate`.",
            )

    def _compare_presence(self, there: Thing, old: ir.Field, new: ir.Field) -> None:
        ledger = self._ledger
        name = code(old.name.python)
        if old.required != new.required:
            what = "required" if new.required else "optional"
            fix = (
                f"Pass {name} to every such object."
                if new.required
                else f"Handle {name} being `UNSET`."
            )
            message = f"field {name} is now {what}{self._users}"
            ledger.record_most_severe(self._rules(f"field-{what}"), there, message, fix)
        could, can = (isinstance(item.type, ir.Nullable) for item in (old, new))
        if could == can:
            return
        what = "may now be null" if can else "may no longer be null"
        fix = f"Handle {name} being `None`." if can else f"Do not set {name} to `None`."
        kind = "field-nullable" if can else "field-not-nullable"
        ledger.record_most_severe(
            self._rules(kind), there, f"field {name} {what}{self._users}", fix
        )


def _not_null(kind: ir.Type) -> ir.Type:
    return kind.inner if isinstance(kind, ir.Nullable) else kind


# Enums


def _compare_enums(
    ledger: Ledger, thing: Thing, old: ir.Enum, new: ir.Enum, directions: Sequence[Direction]
) -> None:
    before, after = {*map(repr, old.values)}, {*map(repr, new.values)}
    kinds = [{type(value) for value in item.values} for item in (old, new)]
    users = used_by(ledger.old.users(old.id))
    if kinds[0] != kinds[1]:
        message = f"its values are now {codes(_kinds(new))} instead of {codes(_kinds(old))}"
        ledger.record("type-changed", thing, f"{message}{users}", "Adapt code to the new values.")
        return
    open_ = "open-" if old.open and new.open else ""
    if gained := [repr(value) for value in new.values if repr(value) not in before]:
        rules = [
            f"response-{open_}enum-value-added" if d == "response" else "request-enum-value-added"
            for d in directions
        ]
        message = f"{_all('value', gained)} {verb('is', 'are', gained)} new{users}"
        ledger.record_most_severe(rules, thing, message, f"Handle {codes(gained)}.")
    if lost := [repr(value) for value in old.values if repr(value) not in after]:
        is_open = "open-" if new.open else ""
        rules = [
            (
                f"request-{is_open}enum-value-removed"
                if d == "request"
                else "response-enum-value-removed"
            )
            for d in directions
        ]
        message = f"{_all('value', lost)} {verb('was', 'were', lost)} removed{users}"
        ledger.record_most_severe(rules, thing, message, f"Do not send {codes(lost)}.")
    both = before & after
    ledger.compare_docs(
        thing, "the meaning of its values", _meanings(old, both), _meanings(new, both)
    )
    if old.open != new.open:
        what = "opened" if new.open else "closed"
        rules = [f"{direction}-enum-{what}" for direction in directions]
        message = "values other than those listed " + ("can come" if new.open else "are refused")
        fix = "Handle any other value." if new.open else "Send only the listed values."
        ledger.record_most_severe(rules, thing, f"{message}{users}", fix)


def _meanings(enum: ir.Enum, known: set[str]) -> dict[str, str]:
    """Return the descriptions of the values that both versions have."""
    pairs = zip(enum.values, enum.meanings, strict=False)  # there may be no meanings
    return {repr(value): meaning for value, meaning in pairs if repr(value) in known}


def _kinds(enum: ir.Enum) -> list[str]:
    return sorted({type(value).__name__ for value in enum.values}) or ["nothing"]


def _all(noun: str, names: list[str]) -> str:
    return f"the {plural(noun, names)} {codes(names)}"


# Unions


def _compare_unions(
    ledger: Ledger, thing: Thing, old: ir.Union, new: ir.Union, directions: Sequence[Direction]
) -> None:
    if ledger.old.api.event == ir.Named(old.id):
        return  # its variants are webhooks, and `unwrap` also returns unknown ones
    gained, lost = ledger.types.differences(old.variants, new.variants)
    users = used_by(ledger.old.users(old.id))
    if gained:
        rules = [f"{direction}-variant-added" for direction in directions]
        message = f"{_all('variant', gained)} {verb('is', 'are', gained)} new{users}"
        ledger.record_most_severe(rules, thing, message, f"Handle {codes(gained)}.")
    if lost:
        rules = [f"{direction}-variant-removed" for direction in directions]
        message = f"{_all('variant', lost)} {verb('was', 'were', lost)} removed{users}"
        ledger.record_most_severe(rules, thing, message, f"Do not send {codes(lost)}.")
    _compare_formats(ledger, thing, old, new, directions)
    if "response" in directions:
        _compare_order(ledger, thing, old, new)
    _compare_discriminators(ledger, thing, old.discriminator, new.discriminator)


def _compare_formats(
    ledger: Ledger, thing: Thing, old: ir.Union, new: ir.Union, directions: Sequence[Direction]
) -> None:
    """Compare the formats of the variants, if these are otherwise the same."""
    if ledger.types.relation(old.variants, new.variants) == "format":
        ledger.compare_formats(thing, "a variant", old.variants, new.variants, directions)


def _compare_order(ledger: Ledger, thing: Thing, old: ir.Union, new: ir.Union) -> None:
    """Compare the order of the variants that are chosen by their contents."""
    kept = [
        (kind, other)
        for kind in old.variants
        for other in new.variants
        if ledger.types.is_same(kind, other)
    ]
    order = [new.variants.index(other) for _, other in kept]
    moved = [
        (kept[later][0], kept[earlier][0])
        for later in range(len(kept))
        for earlier in range(later)
        if order[later] < order[earlier]
        and _fit_alike(ledger, old, kept[earlier][0], kept[later][0])
    ]
    if moved:
        pairs = [
            f"{code(spell(ledger.old, first))} before {code(spell(ledger.old, second))}"
            for first, second in moved
        ]
        message = f"a value that fits several variants is now read as {listed(pairs)}"
        fix = "Check which variant is returned."
        ledger.record("variant-order-changed", thing, message, fix)


def _fit_alike(ledger: Ledger, union: ir.Union, one: ir.Type, other: ir.Type) -> bool:
    """Return whether one value may fit two variants, so that their order decides."""
    kinds = [_json_kind(ledger.old.declaration(kind) or kind) for kind in (one, other)]
    if kinds[0] != kinds[1] and "" not in kinds:
        return False
    tagged = [kind for _, kind in union.discriminator.mapping] if union.discriminator else []
    if one in tagged and other in tagged:
        return False
    return not _are_marked(ledger.old.model(one), ledger.old.model(other))


def _json_kind(kind: ir.Type | ir.Declaration) -> str:
    """Return what a value is in JSON, or "" if it may be several things."""
    match kind:
        case ir.Model() | ir.MapOf():
            return "object"
        case ir.ListOf() | ir.TupleOf():
            return "array"
        case ir.Primitive(kind="integer"):
            return "number"
        case ir.Primitive(kind=name):
            return name
        case ir.Enum(values=values) | ir.Literal(values=values):
            kinds = {_JSON_KINDS[type(value)] for value in values}
            return kinds.pop() if len(kinds) == 1 else ""
    return ""


def _are_marked(one: ir.Model | None, other: ir.Model | None) -> bool:
    """Return whether a required property has constant values that two models do not share."""
    if one is None or other is None:
        return False
    marks, others = _marks(one), _marks(other)
    return any(not marks[name] & others[name] for name in marks.keys() & others.keys())


def _marks(model: ir.Model) -> dict[str, set[str]]:
    """Return the constant values of the required properties, by name."""
    return {
        item.name.wire: {*map(repr, item.type.values)}
        for item in model.fields
        if item.required and isinstance(item.type, ir.Literal)
    }


def _compare_discriminators(
    ledger: Ledger, thing: Thing, old: ir.Discriminator | None, new: ir.Discriminator | None
) -> None:
    if old is None or new is None:
        if old is not new:
            either = old or new
            name = code(either.property) if either else ""
            when = "no longer" if new is None else "now"
            message = f"the property {name} {when} distinguishes the variants"
            ledger.record(
                "discriminator-changed", thing, message, "Check which variant is returned."
            )
        return
    if old.property != new.property:
        message = f"the property {code(new.property)} distinguishes the variants instead of "
        fix = f"Set and read {code(new.property)}."
        ledger.record("discriminator-changed", thing, f"{message}{code(old.property)}", fix)
    before, after = dict(old.mapping), dict(new.mapping)
    changed = [
        value
        for value, kind in before.items()
        if value not in after or not ledger.types.is_same(kind, after[value])
    ]
    if changed:
        stand = verb("stands", "stand", changed)
        message = (
            f"{codes(changed)} of {code(new.property)} now {stand} for another variant or none"
        )
        ledger.record("discriminator-changed", thing, message, "Check which variant is returned.")
    if gained := [value for value in after if value not in before]:
        stand = verb("stands", "stand", gained)
        message = f"{codes(gained)} of {code(new.property)} now {stand} for a variant"
        ledger.record("discriminator-value-added", thing, message)
    if not _is_same_default(ledger, old.default, new.default):
        message = f"a value without a known {code(new.property)} is now another variant"
        ledger.record("discriminator-changed", thing, message, "Check which variant is returned.")
    ledger.compare_rest(thing, "the discriminator", old, new)


def _is_same_default(ledger: Ledger, old: ir.Type | None, new: ir.Type | None) -> bool:
    if old is None or new is None:
        return old is new
    return ledger.types.is_same(old, new)
