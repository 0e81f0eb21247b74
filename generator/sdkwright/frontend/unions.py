"""Unions: the type of a value that may have one of several types.

Lowers the variants of a choice, and declares a union if they have more than one type. A type that
contains itself without being an object is a union too. `choices` determines what a choice is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdkwright.frontend import choices, enums, keywords, merging
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.declared import declared, is_component, nullable, scope_of
from sdkwright.frontend.engine import Schema
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.lowerer import Lowerer, Task
from sdkwright.model import ir

# Choices


def lower_choice(
    types: Lowerer, schema: Schema, group: list[Part], at: str, scope: Scope
) -> ir.Type:
    """Lower a choice to one type if its variants have only one, else to a union of their types."""
    group = choices.with_mapped(types.context, schema, group, at)
    values = choices.values_of(types.context, group)
    lowered: ir.Type | None = None
    if len(group) == 1:
        lowered = types.lower(group[0].item, group[0].at, scope)
    elif values is not None:
        lowered = enums.declare(
            types.context,
            schema,
            values.values,
            at,
            scope,
            is_open=values.is_open,
            meanings=values.meanings,
        )
    else:
        lowered = choices.scalar_of(types.context, group)
    if lowered is not None:
        return nullable(lowered) if choices.is_nullable(types.context, group) else lowered
    inside = choices.scopes(types.context, schema, group, scope)
    variants = [
        (part, types.lower(part.item, part.at, scope_))
        for part, scope_ in zip(group, inside, strict=True)
    ]
    overlaps = choices.may_overlap(group)
    return union_of(types, schema, variants, at, scope, overlaps=overlaps)


# Families: schemas that others extend


def is_parent(types: Lowerer, schema: Schema, at: str) -> bool:
    """Return whether other components extend a schema, distinguished by its discriminator."""
    if schema.discriminator is None or keywords.choices(schema, at):
        return False
    return is_component(types.context.origin(at)) and bool(children(types, schema, at))


def children(types: Lowerer, schema: Schema, at: str) -> list[str]:
    """Return the pointers of the schemas that extend a schema, or that its `mapping` names."""
    named = choices.named_by(types.context, schema)
    found = dict.fromkeys([*types.families.children(at), *named])
    return [place for place in found if place != at]


def lower_family(types: Lowerer, schema: Schema, at: str, scope: Scope) -> ir.Type:
    """Lower a parent: any of its children, or an object with only its own properties."""
    parts = [choices.reference_to(place, at) for place in children(types, schema, at)]
    variants = [(part, types.lower(part.item, part.at, scope)) for part in parts]
    leaves = merging.leaves(types.context, schema, at)
    default: ir.Type | None = None
    if any(leaf.schema.properties for leaf in leaves):
        hints = tuple(f"{hint}Base" for hint in scope.hints)
        id_ = types.context.origin(at, "base")
        base = Task(id_, scope.package, schema, tuple(leaves), at, scope, hints)
        default = types.declare_model(base)
        variants.append((Part(Schema(), at), default))
    return union_of(types, schema, variants, at, scope, default=default)


# Declarations


def union_of(
    types: Lowerer,
    schema: Schema,
    variants: Sequence[tuple[Part, ir.Type]],
    at: str,
    scope: Scope,
    *,
    default: ir.Type | None = None,
    overlaps: bool = False,
) -> ir.Type:
    """Return the type of a value that may have several types; declare a union if necessary.

    Args:
        types: Lowers the variants.
        schema: The schema with the discriminator.
        variants: The schemas and types of the variants.
        at: The JSON pointer of the union.
        scope: The basis for its name.
        default: The variant of a value whose discriminator is missing or unknown.
        overlaps: Whether a value may match several variants.
    """
    has_null = any(isinstance(kind, ir.Nullable | ir.Any) for _, kind in variants)
    found: dict[ir.Type, None] = {}
    tagged: list[tuple[Part, ir.Type]] = []
    for part, variant in variants:
        kind = variant.inner if isinstance(variant, ir.Nullable) else variant
        if kind == ir.Primitive("null"):
            has_null = True
            continue
        inside, is_overlap = _flat(types.context, kind)
        found |= dict.fromkeys(inside)
        overlaps = overlaps or is_overlap
        tagged.append((part, kind))
    if len(found) < 2:
        lowered: ir.Type = next(iter(found), ir.Primitive("null"))
    else:
        tags = choices.discriminator_of(types.context, schema, at, tagged)
        tags = tags and replace(tags, default=tags.default or default)
        lowered = _declare(
            types.context, schema, tuple(found), at, scope, tags=tags, overlaps=overlaps
        )
    return nullable(lowered) if has_null else lowered


def _flat(context: Context, kind: ir.Type) -> tuple[tuple[ir.Type, ...], bool]:
    """Return the variants of an inline union inside another one, and whether they overlap.

    Other types are returned unchanged.
    """
    union = context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    if not isinstance(union, ir.Union) or union.discriminator or is_component(union.id):
        return (kind,), False
    return union.variants, union.overlaps


def _declare(
    context: Context,
    schema: Schema,
    variants: tuple[ir.Type, ...],
    at: str,
    scope: Scope,
    *,
    tags: ir.Discriminator | None = None,
    overlaps: bool = False,
) -> ir.Type:
    id_ = context.origin(at)
    context.declarations[id_] = ir.Union(
        **declared(id_, scope.package, scope.hints, schema, at),
        variants=variants,
        discriminator=tags,
        overlaps=overlaps,
    )
    return ir.Named(id_)


# Types that contain themselves


def self_reference(context: Context, at: str, *, is_nullable: bool) -> ir.Type:
    """Return a reference to the type that is being lowered, for use inside of itself."""
    name = ir.Named(context.origin(at))
    return nullable(name) if is_nullable else name


def close_recursion(
    types: Lowerer, lowered: ir.Type, schema: Schema, at: str, scope: Scope
) -> ir.Type:
    """Declare a named union for a type that contains itself without being an object."""
    inner = lowered.inner if isinstance(lowered, ir.Nullable) else lowered
    name = ir.Named(types.context.origin(at))
    if inner == name and name.id not in types.context.declarations:
        types.context.warn_weak_type(
            "the schema only refers to itself; typed as `Any`",
            fix="give it a type",
            at=at,
        )
        return ir.Any()
    if not types.recursion.is_recursive(at) or inner == name:
        return lowered
    _declare(types.context, schema, (inner,), at, scope_of(name.id, scope))
    return nullable(name) if inner is not lowered else name
