"""Widen: let objects keep what the other objects of an `anyOf` declare.

A value may match several members of an `anyOf` (JSON Schema, section 10.2.1.2), but it becomes one
of them. What only the others declare stays in its additional properties, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from sdkwright.model import ir
from sdkwright.model.origin import Origin


def widen(api: ir.Api) -> ir.Api:
    """Add additional properties to the models of unions that one value can match together.

    Not to those whose schema forbids other properties, and not if one has all that the other has.
    """
    declarations = {item.id: item for item in api.declarations}
    wider: set[Origin] = set()
    for union in api.declarations:
        if isinstance(union, ir.Union) and union.overlaps and union.discriminator is None:
            for pair in combinations(_models(union, declarations, set()), 2):
                if _overlap(*pair, declarations):
                    wider |= {model.id for model in pair}
    return replace(
        api,
        declarations=tuple(
            (
                replace(item, additional=ir.Any())
                if isinstance(item, ir.Model) and item.id in wider and _drops_others(item)
                else item
            )
            for item in api.declarations
        ),
    )


def _drops_others(model: ir.Model) -> bool:
    return model.additional is None and not model.closed


def _models(
    item: ir.Declaration, declarations: Mapping[Origin, ir.Declaration], seen: set[Origin]
) -> Iterator[ir.Model]:
    """Yield the models of a union and of nested ones."""
    if item.id in seen:
        return
    seen.add(item.id)
    match item:
        case ir.Model():
            yield item
        case ir.Alias(target=target):
            yield from _models(declarations[target.id], declarations, seen)
        case ir.Union(variants=variants):
            for kind in variants:
                if isinstance(kind, ir.Named):
                    yield from _models(declarations[kind.id], declarations, seen)


def _overlap(one: ir.Model, other: ir.Model, declarations: Mapping[Origin, ir.Declaration]) -> bool:
    """Return whether a value can match both models, and each declares what the other lacks."""
    fields = [{item.name.wire: item for item in model.fields} for model in (one, other)]
    first, second = fields
    if first.keys() <= second.keys() or second.keys() <= first.keys():
        return False
    for model, has, lacks in ((one, first, second), (other, second, first)):
        if model.closed and any(item.required and name not in has for name, item in lacks.items()):
            return False
    return not any(
        (first[name].required or second[name].required)
        and _exclude(first[name].type, second[name].type, declarations)
        for name in first.keys() & second.keys()
    )


def _exclude(one: ir.Type, other: ir.Type, declarations: Mapping[Origin, ir.Declaration]) -> bool:
    """Return whether no value is of both types, judging by constants and kinds of JSON."""
    values = [_values(kind, declarations) for kind in (one, other)]
    if all(values):
        return values[0].isdisjoint(values[1])
    kinds = [_kinds(kind, declarations, set()) for kind in (one, other)]
    return None not in kinds[0] | kinds[1] and kinds[0].isdisjoint(kinds[1])


def _values(kind: ir.Type, declarations: Mapping[Origin, ir.Declaration]) -> frozenset[str]:
    match kind:
        case ir.Literal(values=values):
            return frozenset(map(repr, values))  # 1 and True are equal in Python
        case ir.Named(id=id_):
            match declarations[id_]:
                case ir.Enum(values=values, open=False):
                    return frozenset(map(repr, values))
    return frozenset()


def _kinds(
    kind: ir.Type, declarations: Mapping[Origin, ir.Declaration], seen: set[Origin]
) -> frozenset[str | None]:
    """Return the kinds of JSON that a type can be; None among them if that is unknown."""
    match kind:
        case ir.Primitive(kind=name):
            return frozenset({"number" if name == "integer" else name})
        case ir.ListOf() | ir.TupleOf():
            return frozenset({"array"})
        case ir.MapOf():
            return frozenset({"object"})
        case ir.Nullable(inner=inner):
            return _kinds(inner, declarations, seen) | {"null"}
        case ir.Named(id=id_) if id_ not in seen:
            return _kinds_declared(declarations[id_], declarations, {*seen, id_})
        case ir.Literal(values=values):
            return _of_values(values)
    return frozenset({None})


def _kinds_declared(
    item: ir.Declaration, declarations: Mapping[Origin, ir.Declaration], seen: set[Origin]
) -> frozenset[str | None]:
    match item:
        case ir.Model():
            return frozenset({"object"})
        case ir.Alias(target=target):
            return _kinds(target, declarations, seen)
        case ir.Union(variants=variants):
            return frozenset[str | None]().union(
                *(_kinds(kind, declarations, seen) for kind in variants)
            )
        case ir.Enum(values=values):
            return _of_values(values)


def _of_values(values: tuple[str | int | bool, ...]) -> frozenset[str | None]:
    names: dict[type, str] = {str: "string", int: "number", bool: "boolean"}
    return frozenset(names[type(value)] for value in values)
