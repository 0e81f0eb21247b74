"""Lists: the types of their elements."""

from __future__ import annotations

from sdkwright.frontend import unions
from sdkwright.frontend.engine import Schema
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.lowerer import Lowerer
from sdkwright.frontend.merging import Merge
from sdkwright.model import ir
from sdkwright.model.json_pointer import child


def lower_list(types: Lowerer, merge: Merge) -> ir.Type:
    """Lower a list, whose elements are described by one schema or by one for each index."""
    places = [
        Part(item, child(leaf.at, "prefixItems", index))
        for leaf in merge.leaves
        for index, item in enumerate(leaf.schema.prefixItems)
    ]
    items = [
        Part(leaf.schema.items, child(leaf.at, "items"))
        for leaf in merge.leaves
        if leaf.schema.items is not None
    ]
    if places:  # a type for each index: any of them, at any index
        inside = merge.scope.variant("Item")
        variants = [(p, types.lower(p.item, p.at, inside)) for p in [*places, *items]]
        at = child(merge.at, "prefixItems")
        if len({kind for _, kind in variants}) > 1:
            types.context.warn_weak_type(
                "`prefixItems` gives each index a type; typed as a list of any of these types",
                fix="none needed: values are passed through unchanged",
                at=at,
            )
        if not items and not _ends(merge, len(places)):
            # Elements behind these may be anything (JSON Schema, section 10.3.1.2).
            variants.append((Part(Schema(), at), ir.Any()))
        return ir.ListOf(unions.union_of(types, Schema(), variants, at, inside))
    if not items:
        return ir.ListOf(ir.Any())
    if len(items) > 1:
        return ir.ListOf(types.lower_all(items, child(merge.at, "items"), merge.scope.element()))
    return ir.ListOf(types.lower(items[0].item, items[0].at, merge.scope.element()))


def _ends(merge: Merge, count: int) -> bool:
    """Return whether a list has no more than a number of elements."""
    limits = [leaf.schema.maxItems for leaf in merge.leaves]
    return any(limit is not None and limit <= count for limit in limits)
