"""Choices: `oneOf`, `anyOf`, and lists in `type`, where a value is one of several things.

Determines what a choice is (an enum, one scalar, a union), the basis for names of inline variants,
and which discriminator values select which variant. `unions` lowers each variant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from sdkwright.frontend import engine, extensions, keywords, merging, references
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import DataType, Reference, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.model import ir
from sdkwright.model.json_pointer import child, steps
from sdkwright.model.origin import Origin, key_of, node_at

DEFAULT: Final = "defaultMapping"
"""The key of a discriminator for the schema of all values without a mapping."""

_SCALARS: Final = {DataType.STRING: str, DataType.INTEGER: int}
MAX_COMBINATIONS = 64
"""Maximum number of combinations of several choices in one value."""

MAX_TRIED = 4096
"""Maximum number of combinations to check, most of which may be impossible."""

MAX_NESTED = 1024
"""Maximum number of combinations in total, if they contain further choices to combine."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The values listed by the variants of a choice, and their descriptions."""

    values: tuple[str | int, ...]
    is_open: bool
    meanings: Mapping[str | int, str]


def values_of(context: Context, parts: Sequence[Part]) -> Listed | None:
    """Join variants that are all text, or all integers.

    `anyOf: [enum, string]` is an open enum, and constants with titles or descriptions are an enum
    whose values are described.

    Returns:
        The values; None if the choice is not of this kind.
    """
    values: dict[str | int, None] = {}
    meanings: dict[str | int, str] = {}
    kinds: set[type | None] = set()
    is_open = False
    for part in parts:
        schema, _ = context.follow(part.item, Schema, part.at)
        if schema is None or keywords.is_composed(schema):
            return None
        if keywords.values_of(schema) and not keywords.has_values(schema):
            return None
        listed = [value for value in keywords.values_of(schema) if value is not None]
        if listed:
            kinds |= {type(value) for value in listed}
            values |= dict.fromkeys(listed)
            is_open = is_open or extensions.is_open(schema)
            meanings |= extensions.meanings(context, schema, part.at)
            if len(listed) == 1 and isinstance(part.item, Schema):
                text = engine.text(schema.description) or engine.text(schema.title)
                meanings |= {listed[0]: text} if text else {}
        elif not keywords.structure(schema):
            kinds |= {_SCALARS.get(kind) for kind in keywords.kinds(schema)} or {None}
            is_open = True
        else:
            return None
    if not values or kinds not in ({str}, {int}):
        return None
    return Listed(tuple(values), is_open, meanings)


def scalar_of(context: Context, parts: Sequence[Part]) -> ir.Primitive | None:
    """Join variants that all have one scalar type: `anyOf: [date, date-time]` is text."""
    found: dict[ir.Primitive, None] = {}
    for part in parts:
        schema, _ = context.follow(part.item, Schema, part.at)
        if schema is None or keywords.structure(schema):
            return None
        scalar = keywords.scalar(schema)
        if scalar is None:
            return None
        found[scalar] = None
    if len(found) > 1:
        found = dict.fromkeys(ir.Primitive(kind.kind) for kind in found)
    return found.popitem()[0] if len(found) == 1 else None


def with_mapped(context: Context, schema: Schema, parts: Sequence[Part], at: str) -> list[Part]:
    """Add the schemas that are only named in the discriminator."""
    known = {context.follow(part.item, Schema, part.at)[1] for part in parts}
    named = dict.fromkeys(named_by(context, schema))
    return [*parts, *(reference_to(place, at) for place in named if place not in known)]


def reference_to(place: str, at: str) -> Part:
    """Return a reference to a schema, for use where the document has none."""
    return Part(Reference.model_validate({"$ref": f"#{place}"}), at)


def is_nullable(context: Context, parts: Iterable[Part]) -> bool:
    """Return whether any of the variants allows null as well."""
    found = [context.follow(part.item, Schema, part.at)[0] for part in parts]
    return any(keywords.is_nullable(schema) for schema in found if schema is not None)


def allows_null(context: Context, schema: Schema, at: str) -> bool:
    """Return whether a schema allows null, or one of its variants at any depth."""
    seen = {at}
    pending = [(schema, at)]
    while pending:
        one, of = pending.pop()
        if keywords.is_nullable(one):
            return True
        for part in chain.from_iterable(keywords.choices(one, of)):
            inside, place = context.follow(part.item, Schema, part.at)
            if inside is not None and place not in seen:
                seen.add(place)
                pending.append((inside, place))
    return False


def may_overlap(group: Sequence[Part]) -> bool:
    """Return whether a value may match several members of a choice, as in `anyOf`."""
    return steps(group[0].at)[-2] == "anyOf"


def scopes(context: Context, schema: Schema, parts: Sequence[Part], scope: Scope) -> list[Scope]:
    """Return the scope for the inline types of each variant.

    An object is named after its value of the discriminator or of another constant property, else
    after its title, else after its position.
    """
    names = _constants(context, schema, parts)
    return [
        scope.variant(names.get(part.at) or _variant_name(context, part, number))
        for number, part in enumerate(parts, 1)
    ]


def _variant_name(context: Context, part: Part, number: int) -> str:
    schema, _ = context.follow(part.item, Schema, part.at)
    if schema is None:
        return str(number)
    if keywords.has_values(schema):
        return "Enum"
    match keywords.kinds(schema):
        case [DataType.ARRAY]:
            return "Item"
        case [DataType.OBJECT] if not schema.properties:
            return "Value"
    return engine.text(schema.title) or str(number)


def _constants(context: Context, schema: Schema, parts: Sequence[Part]) -> dict[str, str]:
    """Return names for variants by a property that has a different constant in each of them."""
    wanted = _property_of(schema)
    inline = [part for part in parts if isinstance(part.item, Schema)]
    constants = {part.at: constants_of(context, part) for part in inline}
    constants = {at: found for at, found in constants.items() if found}
    names = dict.fromkeys(name for found in constants.values() for name in found)
    for name in sorted(names, key=lambda name: name != wanted):
        values = {at: found[name] for at, found in constants.items() if name in found}
        words = [found[0] for found in values.values() if len(found) == 1]
        if len(words) == len(constants) == len({str(word).lower() for word in words}):
            return {at: str(found[0]) for at, found in values.items()}
    return {}


def constants_of(context: Context, part: Part) -> dict[str, list[str | int]]:
    """Return the properties of an object that have only known values, with these values."""
    found: dict[str, list[str | int]] = {}
    for item in merging.properties(merging.leaves_of(context, part)):
        for _, inside in item.parts:
            schema, _ = context.follow(inside.item, Schema, inside.at)
            if schema is None or keywords.is_nullable(schema) or extensions.is_open(schema):
                continue
            is_constant = "const" in schema.model_fields_set
            listed: list[Any] = [schema.const] if is_constant else schema.enum or []
            values = [v for v in listed if keywords.can_be_listed(v) and not isinstance(v, bool)]
            if values and len(values) == len(listed):
                found[item.name] = values
    return found


def discriminator_of(
    context: Context, schema: Schema, at: str, variants: Sequence[tuple[Part, ir.Type]]
) -> ir.Discriminator | None:
    """Return the property that distinguishes the variants (OpenAPI 3.1, section 4.8.25).

    A variant has the values that `mapping` gives for it; else those that its own schema allows for
    the property and no other one's; else its name, if it is a component. A choice without a
    discriminator has that of the schema which all of its objects extend.
    """
    if schema.discriminator is None:
        inherited = _inherited(context, [part for part, _ in variants])
        if inherited is None:
            return None
        schema, at = inherited.schema, inherited.at
    else:
        _note_unresolved(context, schema, at)
    name = _property_of(schema)
    explicit = mapping_of(context, schema)
    found = [(*context.follow(part.item, Schema, part.at), part, kind) for part, kind in variants]
    unmapped = [
        (part, kind)
        for target, place, part, kind in found
        if target is not None and place not in explicit.values()
    ]
    shared = _shared(context, name, unmapped) - explicit.keys()
    mapping: dict[str, ir.Type] = {}
    for target, place, part, kind in found:
        if target is None:
            continue
        values = [value for value, wanted in explicit.items() if wanted == place]
        if not values:
            values = _implied(context, part, name, place, shared)
            values = [value for value in values if value not in explicit]
        for value in values:
            mapping.setdefault(value, kind)
    _note_ambiguous(context, name, sorted(shared - mapping.keys()), at)
    default = default_of(context, schema)
    kinds = (kind for target, place, _, kind in found if target is not None and place == default)
    return ir.Discriminator(name, tuple(mapping.items()), next(kinds, None))


def _property_of(schema: Schema) -> str:
    return engine.text(schema.discriminator.propertyName) if schema.discriminator else ""


def _inherited(context: Context, parts: Sequence[Part]) -> merging.Leaf | None:
    """Return the schema with a discriminator that all objects of a choice extend; None if none."""
    families = [
        {leaf.at: leaf for leaf in leaves if leaf.schema.discriminator is not None}
        for part in parts
        if merging.kinds(leaves := merging.leaves_of(context, part)) == [DataType.OBJECT]
    ]
    if len(families) < 2:
        return None
    common = [leaf for at, leaf in families[0].items() if all(at in each for each in families)]
    return common[-1] if common else None


def _implied(
    context: Context, part: Part, name: str, place: str, shared: Collection[str]
) -> list[str]:
    """Return the values of the discriminator that a variant has without a `mapping`."""
    is_named = isinstance(part.item, Reference) and _is_object(context, part)
    component = [key_of(node_at(place))] if is_named else []
    constants = _allowed(context, part, name)
    return [v for v in constants if v not in shared or v in component] or (
        [] if constants else component
    )


def _shared(context: Context, name: str, variants: Iterable[tuple[Part, ir.Type]]) -> set[str]:
    """Return the values of a property that several variants allow."""
    kinds: dict[str, set[ir.Type]] = {}
    for part, kind in variants:
        for value in _allowed(context, part, name):
            kinds.setdefault(value, set()).add(kind)
    return {value for value, found in kinds.items() if len(found) > 1}


def _allowed(context: Context, part: Part, name: str) -> list[str]:
    return [str(value) for value in constants_of(context, part).get(name, [])]


def _note_ambiguous(context: Context, name: str, values: Sequence[str], at: str) -> None:
    if values:
        listed = ", ".join(f"`{value}`" for value in values)
        context.diagnostics.warning(
            "ambiguous-discriminator",
            f"several variants allow {listed} for `{name}`; such a value becomes the variant whose "
            "other properties match best",
            fix="add a `mapping`, or a `const` to each variant",
            at=child(at, "discriminator"),
        )


def mapping_of(context: Context, schema: Schema) -> dict[str, str]:
    """Return the `mapping` of a discriminator: value → pointer of the schema."""
    found = {}
    for value, ref in _mapping(schema):
        target = _target(context, ref)
        if target is not None:
            found[value] = target
    return found


def named_by(context: Context, schema: Schema) -> list[str]:
    """Return the pointers of the schemas that a discriminator names."""
    default = default_of(context, schema)
    return [*mapping_of(context, schema).values(), *([] if default is None else [default])]


def default_of(context: Context, schema: Schema) -> str | None:
    """Return the pointer of the schema of all other values (OpenAPI 3.2, section 4.24).

    These are values of the property without a mapping, and objects without the property.
    """
    ref = _default(schema)
    return _target(context, ref) if ref else None


def _default(schema: Schema) -> str:
    found = engine.extras(schema.discriminator).get(DEFAULT) if schema.discriminator else None
    return found if isinstance(found, str) else ""


def _note_unresolved(context: Context, schema: Schema, at: str) -> None:
    default = _default(schema)
    if default and _target(context, default) is None:
        context.diagnostics.warning(
            "unresolved-mapping",
            f"`{DEFAULT}` is `{default}`, which does not exist; other objects stay plain data",
            fix="correct or remove it",
            at=child(at, "discriminator", DEFAULT),
        )
    for value, ref in _mapping(schema):
        if _target(context, ref) is None:
            context.diagnostics.warning(
                "unresolved-mapping",
                f"discriminator value `{value}` maps to `{ref}`, which does not exist; objects "
                "with this value stay plain data",
                fix="correct it, or remove it from `mapping`",
                at=child(at, "discriminator", "mapping", value),
            )


def _mapping(schema: Schema) -> Iterator[tuple[str, str]]:
    mapping = schema.discriminator.mapping if schema.discriminator else None
    for value, ref in (mapping or {}).items():
        # OpenRouter's overlays put an extension among the values.
        if not engine.text(value).startswith("x-speakeasy-"):
            yield engine.text(value), engine.text(ref)


def _target(context: Context, ref: str) -> str | None:
    # A value may be the bare name of a component (OpenAPI 3.1, section 4.8.25.1).
    tried = [ref] if "/" in ref else [f"#/components/schemas/{ref}", ref]
    targets = [context.resolved(candidate, keywords.STRUCTURE) for candidate in tried]
    return next((item.pointer for item in targets if isinstance(item, references.Target)), None)


def _is_object(context: Context, part: Part) -> bool:
    return merging.kinds(merging.leaves_of(context, part)) == [DataType.OBJECT]


def without_self_references(declarations: Iterable[ir.Declaration]) -> tuple[ir.Declaration, ...]:
    """Remove from each union the variants that refer back to it.

    `A: oneOf [B, string]` with `B: oneOf [A, integer]` are both text or integers.
    """
    known = {item.id: item for item in declarations}
    return tuple(
        (
            replace(item, variants=found)
            if isinstance(item, ir.Union) and (found := _without_itself(item, known))
            else item
        )
        for item in known.values()
    )


def _without_itself(
    union: ir.Union, known: Mapping[Origin, ir.Declaration]
) -> tuple[ir.Type, ...] | None:
    """Return the variants of a union that contains itself, flattened; None for any other."""
    found: dict[ir.Type, None] = {}
    seen = {union.id}
    pending = [*union.variants]
    is_circle = False
    while pending:
        kind = pending.pop(0)
        inside = known.get(kind.id) if isinstance(kind, ir.Named) else None
        if not isinstance(inside, ir.Union):
            found[kind] = None
        elif inside.id in seen:
            is_circle = is_circle or inside.id == union.id
        else:
            seen.add(inside.id)
            pending = [*inside.variants, *pending]
    return (tuple(found) or (ir.Any(),)) if is_circle else None
