"""Combined schemas: the type of a value that several schemas apply to.

These are the members of an `allOf`, the schemas of one property in several members, and the
variants of a choice together with the keywords beside it. `merging` reads them as one flat list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from math import prod

from sdkwright.frontend import choices, enums, keywords, lists, merging, objects, unions
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.declared import nullable, scope_of
from sdkwright.frontend.engine import DataType, Schema
from sdkwright.frontend.ignored import note_ignored
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.lowerer import SIMPLIFY, Lowerer
from sdkwright.frontend.merging import Leaf, Merge
from sdkwright.frontend.recursion import MAX_MERGES
from sdkwright.model import ir
from sdkwright.model.json_pointer import child


def lower_all(types: Lowerer, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
    """Lower several schemas that all apply to one value; the last one overrides.

    The same schemas are lowered once: two that contain themselves also contain their merge.
    """
    merge = (scope.package, *(part.at for part in parts))
    if types.recursion.is_new(merge) and types.recursion.merges == MAX_MERGES:
        what = "merging these schemas never ends; typed as `Any`"
        types.context.warn_weak_type(what, fix=SIMPLIFY, at=at)
        return ir.Any()
    return types.recursion.once(
        merge,
        at,
        lower=lambda: _lower_once(types, parts, at, scope),
        name=lambda of: unions.self_reference(
            types.context, of, is_nullable=_nullability(types.context, parts) is True
        ),
    )


def _lower_once(types: Lowerer, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
    with types.recursion.merged(types.recursion.merges + 1):
        lowered = _lower(types, parts, at, scope)
    return unions.close_recursion(types, lowered, Schema(), at, scope)


def _lower(types: Lowerer, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
    structural = [part for part in parts if keywords.is_structural(part.item)] or [parts[-1]]
    followed = [types.context.follow(part.item, Schema, part.at) for part in structural]
    if len({place for _, place in followed}) == 1:
        lowered = types.lower(structural[-1].item, structural[-1].at, scope)
    else:
        leaves = {
            leaf.at: leaf for part in structural for leaf in merging.leaves_of(types.context, part)
        }
        schema = next((found for found, _ in reversed(followed) if found is not None), None)
        whole = Merge(schema or Schema(), tuple(leaves.values()), at, scope)
        lowered = lower_merge(types, whole)
    allows_null = _nullability(types.context, parts)
    if allows_null is None:
        return lowered
    inner = lowered.inner if isinstance(lowered, ir.Nullable) else lowered
    return nullable(inner) if allows_null else inner


def _nullability(context: Context, parts: Sequence[Part]) -> bool | None:
    """Return whether the last schema that determines it allows null; None if none does."""
    for part in reversed(parts):
        allowed = keywords.nullability(part.item, context.follow(part.item, Schema, part.at)[0])
        if allowed is not None:
            return allowed
    return None


def lower_merge(types: Lowerer, merge: Merge) -> ir.Type:
    """Lower schemas that all apply to one value."""
    for leaf in merge.leaves:
        note_ignored(types.context, leaf.schema, leaf.at)
    groups = list(_choices(types, merge))
    leaves = tuple(leaf for leaf in merge.leaves if not _only_combines(leaf.schema))
    base = merge if leaves == merge.leaves else replace(merge, leaves=leaves)
    if groups:
        spread = (leaf.at for leaf in merge.leaves if keywords.choices(leaf.schema, leaf.at))
        with types.recursion.expanding(spread):
            return _distributed(types, base, groups)
    valued = [leaf for leaf in leaves if keywords.has_values(leaf.schema)]
    if valued:
        return _narrowest(types, valued, merge.at, merge.scope)
    return _shape(types, base)


def _choices(types: Lowerer, merge: Merge) -> Iterator[list[Part]]:
    """Yield the choices among the schemas, except those that are being lowered already."""
    for leaf in merge.leaves:
        if not types.recursion.is_expanded(leaf.at):
            for group in keywords.choices(leaf.schema, leaf.at):
                # The parent of a union's variants may refer to the union again.
                if not any(_is_around(types, part, merge.at) for part in group):
                    yield group


def _is_around(types: Lowerer, part: Part, at: str) -> bool:
    """Return whether a part refers to what is being lowered at a pointer, or to a parent of it."""
    _, place = types.context.follow(part.item, Schema, part.at)
    return place == at or types.recursion.is_in_progress(place)


def _only_combines(schema: Schema) -> bool:
    own = keywords.kinds(schema) or keywords.structure(schema) - keywords.COMBINING
    return not (own or schema.required or keywords.format_of(schema))


# By kind


def _shape(types: Lowerer, merge: Merge) -> ir.Type:
    kinds = merging.kinds(merge.leaves)
    match kinds:
        case None:
            types.context.warn_weak_type(
                "the merged schemas exclude each other; typed as `Any`",
                fix=SIMPLIFY,
                at=merge.at,
            )
            return ir.Any()
        case []:
            return ir.Any()
        case [kind]:
            return _of_kind(types, kind, merge)
    # One after the other, so that the contents of each have other ids than the whole.
    variants = []
    for kind in kinds:
        inside = merge.scope.variant("Item" if kind is DataType.ARRAY else "Value")
        one = replace(merge, at=child(merge.at, kind.value), scope=inside)
        variants.append((Part(Schema(), merge.at), _of_kind(types, kind, one)))
    return unions.union_of(types, merge.schema, variants, merge.at, merge.scope)


def _of_kind(types: Lowerer, kind: DataType, merge: Merge) -> ir.Type:
    match kind:
        case DataType.OBJECT:
            return objects.lower_object(types, merge)
        case DataType.ARRAY:
            return lists.lower_list(types, merge)
    forms = [keywords.format_of(leaf.schema) for leaf in merge.leaves]
    return keywords.primitive(kind, next((form for form in reversed(forms) if form), ""))


def _narrowest(types: Lowerer, valued: list[Leaf], at: str, scope: Scope) -> ir.Type:
    """Lower an enum or a constant that is combined with other schemas."""
    *others, last = valued
    allowed = [value for leaf in others for value in [keywords.values_of(leaf.schema)]]
    kept = [v for v in keywords.values_of(last.schema) if all(v in each for each in allowed)]
    if others and kept and kept != keywords.values_of(last.schema):
        return enums.lower_enum(types.context, last.schema, kept, at, scope)
    inside = scope_of(types.context.origin(last.at), scope) if last.is_shared else scope
    return enums.lower_values(types.context, last.schema, last.at, inside)


# Choices among them


def _distributed(types: Lowerer, base: Merge, groups: list[list[Part]]) -> ir.Type:
    """Lower choices combined with other schemas, which are merged into each variant."""
    combinations = _combinations(types, base.leaves, groups)
    if not combinations:
        is_large = combinations is None
        reason = (
            "too many choices are merged" if is_large else "the merged choices exclude each other"
        )
        types.context.warn_weak_type(f"{reason}; typed as `Any`", fix=SIMPLIFY, at=base.at)
        return ir.Any()
    first = [parts[0] for parts in combinations]
    scopes = choices.scopes(types.context, base.schema, first, base.scope)
    with types.recursion.multiplied(len(combinations)):
        variants = [
            (parts[0], _with_base(types, base.leaves, parts, child(base.at, "variants", n), scope))
            for n, (parts, scope) in enumerate(zip(combinations, scopes, strict=True))
        ]
    overlaps = any(map(choices.may_overlap, groups))
    return unions.union_of(types, base.schema, variants, base.at, base.scope, overlaps=overlaps)


def _combinations(
    types: Lowerer, base: Sequence[Leaf], groups: list[list[Part]]
) -> list[list[Part]] | None:
    """Return all combinations of one member per group; None if there are too many."""
    if prod(map(len, groups)) > choices.MAX_TRIED:
        return None
    possible = (
        list(parts) for parts in product(*groups) if _is_possible(types.context, base, parts)
    )
    maximum = min(choices.MAX_COMBINATIONS, choices.MAX_NESTED // types.recursion.multiplicity)
    found = list(islice(possible, maximum + 1))
    return found if len(found) <= maximum else None


def _with_base(
    types: Lowerer, base: Sequence[Leaf], parts: list[Part], at: str, scope: Scope
) -> ir.Type:
    leaves = [merging.leaves_of(types.context, part) for part in parts]
    added = {leaf.at: leaf for found in leaves for leaf in found}
    for part, found in zip(reversed(parts), reversed(leaves), strict=True):
        others = [leaf for leaf in added.values() if leaf not in found]
        if merging.covers(found, [*base, *others]):
            return types.lower(part.item, part.at, scope)
    schema, _ = types.context.follow(parts[0].item, Schema, parts[0].at)
    whole = {leaf.at: leaf for leaf in base} | added
    return lower_merge(types, Merge(schema or Schema(), tuple(whole.values()), at, scope))


def _is_possible(context: Context, base: Sequence[Leaf], parts: Sequence[Part]) -> bool:
    leaves = [leaf for part in parts for leaf in merging.leaves_of(context, part)]
    return merging.is_possible(context, [*base, *leaves])
