"""Lists: the types of their elements."""

from __future__ import annotations

from typing import Final

from sdkwright.frontend import unions
from sdkwright.frontend.context import Scope
from sdkwright.frontend.engine import Schema
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.lowerer import SIMPLIFY, Lowerer
from sdkwright.frontend.merging import Merge
from sdkwright.model import graph, ir
from sdkwright.model.json_pointer import child

MAX_PLACES: Final = 100
"""Maximum number of types in a tuple and the tuples in it, which could double at each level."""


def lower_list(types: Lowerer, merge: Merge) -> ir.Type:
    """Lower a list, whose elements are described by one schema or by one for each index.

    It is a tuple if each index has a schema and all lists have the same length. The type of a list
    that may end earlier or go on (JSON Schema, section 10.3.1.1) is one for all elements.
    """
    places = [
        [
            Part(leaf.schema.prefixItems[index], child(leaf.at, "prefixItems", index))
            for leaf in merge.leaves
            if index < len(leaf.schema.prefixItems)
        ]
        for index in range(max((len(leaf.schema.prefixItems) for leaf in merge.leaves), default=0))
    ]
    items = [
        Part(leaf.schema.items, child(leaf.at, "items"))
        for leaf in merge.leaves
        if leaf.schema.items is not None
    ]
    if places:
        return _lower_places(types, merge, places, items)
    if not items:
        return ir.ListOf(ir.Any())
    if len(items) > 1:
        return ir.ListOf(types.lower_all(items, child(merge.at, "items"), merge.scope.element()))
    return ir.ListOf(types.lower(items[0].item, items[0].at, merge.scope.element()))


def _lower_places(
    types: Lowerer, merge: Merge, places: list[list[Part]], items: list[Part]
) -> ir.Type:
    inside = merge.scope.variant("Item")
    at = child(merge.at, "prefixItems")
    least, most = _lengths(merge)
    if most and least == most <= len(places):
        made = tuple(
            _of_place(types, parts, child(at, index), inside)
            for index, parts in enumerate(places[:most])
        )
        if sum(map(_leaves, made)) <= MAX_PLACES:
            return ir.TupleOf(made)
        types.context.warn_weak_type(
            f"a tuple of more than {MAX_PLACES} types, with those in its own tuples; typed as a "
            "list of any of these types",
            fix=SIMPLIFY,
            at=at,
        )
        kinds = [(Part(Schema(), at), kind) for kind in made]
        return ir.ListOf(unions.union_of(types, Schema(), kinds, at, inside))
    parts = [part for found in places for part in found] + items
    variants = [(part, types.lower(part.item, part.at, inside)) for part in parts]
    if len({kind for _, kind in variants}) > 1:
        fixed = len(places)
        types.context.warn_weak_type(
            "`prefixItems` gives each index a type, but the length may differ; typed as a list of "
            "any of these types",
            fix=f"add `minItems: {fixed}` and `maxItems: {fixed}` if it never does",
            at=at,
        )
    if not items and (most is None or most > len(places)):
        # Elements behind these may be anything (JSON Schema, section 10.3.1.2).
        variants.append((Part(Schema(), at), ir.Any()))
    return ir.ListOf(unions.union_of(types, Schema(), variants, at, inside))


def _of_place(types: Lowerer, parts: list[Part], at: str, scope: Scope) -> ir.Type:
    if len(parts) > 1:
        return types.lower_all(parts, at, scope)
    return types.lower(parts[0].item, parts[0].at, scope)


def _leaves(kind: ir.Type) -> int:
    """Return the number of types that are written out in a type."""
    return sum(map(_leaves, graph.inside(kind))) or 1


def _lengths(merge: Merge) -> tuple[int, int | None]:
    """Return the least and the greatest number of elements; None if there may be any number."""
    least = [leaf.schema.minItems or 0 for leaf in merge.leaves]
    most = [leaf.schema.maxItems for leaf in merge.leaves]
    return max(least), min((limit for limit in most if limit is not None), default=None)
