"""Choices: `oneOf`, `anyOf`, and lists in `type`, where a value is one of several things.

Decides what a choice really is (an enum, one scalar, a union), what inline variants are named
after, and which values of the discriminator stand for which variant. What a variant is, is for
`schemas` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from sdkwright.frontend import engine, extensions, keywords, merging, references
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import DataType, Reference, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.model import ir
from sdkwright.model.json_pointer import child, steps

_SCALARS: Final = {DataType.STRING: str, DataType.INTEGER: int}
LARGEST_PRODUCT = 64
"""How many combinations are made where several choices hold together."""

MOST_TRIED = 4096
"""How many are looked at, most of which may exclude each other."""

MOST_NESTED = 1024
"""How many are made in all, where the choices of a combination hold together with others again."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The values that some variants come to, and what they mean."""

    values: tuple[str | int, ...]
    is_open: bool
    meanings: Mapping[str | int, str]


def values_of(context: Context, parts: Sequence[Part]) -> Listed | None:
    """Join variants that are all of text, or all of integers: `anyOf: [enum, string]` is an open
    enum, and constants with titles or descriptions are an enum whose values are explained.

    Returns:
        The values; None where it is no such choice.
    """
    values: dict[str | int, None] = {}
    meanings: dict[str | int, str] = {}
    kinds: set[type | None] = set()
    is_open = False
    for part in parts:
        schema, _ = context.follow(part.item, Schema, part.at)
        if schema is None or keywords.all_of_or_choice(schema):
            return None
        if keywords.values_of(schema) and not keywords.has_values(schema):
            return None
        given = [value for value in keywords.values_of(schema) if value is not None]
        if given:
            kinds |= {type(value) for value in given}
            values |= dict.fromkeys(given)
            is_open = is_open or extensions.is_open(schema)
            meanings |= extensions.meanings(context, schema, part.at)
            if len(given) == 1 and isinstance(part.item, Schema):
                text = engine.text(schema.description) or engine.text(schema.title)
                meanings |= {given[0]: text} if text else {}
        elif not keywords.structure(schema):
            kinds |= {_SCALARS.get(kind) for kind in keywords.kinds(schema)} or {None}
            is_open = True
        else:
            return None
    if not values or kinds not in ({str}, {int}):
        return None
    return Listed(tuple(values), is_open, meanings)


def scalar_of(context: Context, parts: Sequence[Part]) -> ir.Primitive | None:
    """Join variants that are all of one scalar type: `anyOf: [date, date-time]` is text."""
    found: dict[ir.Primitive, None] = {}
    for part in parts:
        schema, _ = context.follow(part.item, Schema, part.at)
        if schema is None or keywords.structure(schema):
            return None
        made = keywords.scalar(schema)
        if made is None:
            return None
        found[made] = None
    if len(found) > 1:
        found = dict.fromkeys(ir.Primitive(kind.kind) for kind in found)
    return found.popitem()[0] if len(found) == 1 else None


def with_mapped(context: Context, schema: Schema, parts: Sequence[Part], at: str) -> list[Part]:
    """Add the schemas that only the `mapping` of the discriminator names."""
    known = {context.follow(part.item, Schema, part.at)[1] for part in parts}
    named = dict.fromkeys(mapping_of(context, schema).values())
    return [*parts, *(referring(place, at) for place in named if place not in known)]


def referring(place: str, at: str) -> Part:
    """Refer to a schema from where the document has no reference of its own."""
    return Part(Reference.model_validate({"$ref": f"#{place}"}), at)


def is_nullable(context: Context, parts: Iterable[Part]) -> bool:
    """Whether one of some variants takes null as well."""
    found = [context.follow(part.item, Schema, part.at)[0] for part in parts]
    return any(keywords.is_nullable(schema) for schema in found if schema is not None)


def allows_null(context: Context, schema: Schema, at: str) -> bool:
    """Whether a schema takes null, or one of its variants does, however deep."""
    met = {at}
    waiting = [(schema, at)]
    while waiting:
        one, of = waiting.pop()
        if keywords.is_nullable(one):
            return True
        for part in chain.from_iterable(keywords.choices(one, of)):
            inside, place = context.follow(part.item, Schema, part.at)
            if inside is not None and place not in met:
                met.add(place)
                waiting.append((inside, place))
    return False


def scopes(context: Context, schema: Schema, parts: Sequence[Part], scope: Scope) -> list[Scope]:
    """Say what the inline types of each variant are named after.

    An object is called after its value of the discriminator or of another constant property, else
    after its title, else after its place.
    """
    names = _constants(context, schema, parts)
    return [
        scope.variant(names.get(part.at) or _word(context, part, number))
        for number, part in enumerate(parts, 1)
    ]


def _word(context: Context, part: Part, number: int) -> str:
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
    """Name variants by a property that is another constant in each of them."""
    wanted = engine.text(schema.discriminator.propertyName) if schema.discriminator else ""
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
    """Give the properties of an object that have known values only, and these values."""
    found: dict[str, list[str | int]] = {}
    for item in merging.properties(merging.leaves_of(context, part)):
        for _, inside in item.parts:
            schema, _ = context.follow(inside.item, Schema, inside.at)
            if schema is None or keywords.is_nullable(schema) or extensions.is_open(schema):
                continue
            is_constant = "const" in schema.model_fields_set
            given: list[Any] = [schema.const] if is_constant else schema.enum or []
            values = [v for v in given if isinstance(v, str | int) and not isinstance(v, bool)]
            if values and len(values) == len(given):
                found[item.name] = values
    return found


def discriminator_of(
    context: Context, schema: Schema, at: str, variants: Sequence[tuple[Part, ir.Type]]
) -> ir.Discriminator | None:
    """Say which property tells the variants apart (OpenAPI 3.1, section 4.8.25).

    A variant goes by the values that `mapping` has for it; else by those that its own schema
    allows for the property; else by its name, if it is a component.
    """
    if schema.discriminator is None:
        return None
    name = engine.text(schema.discriminator.propertyName)
    explicit = mapping_of(context, schema)
    _note_unresolved(context, schema, at)
    mapping: dict[str, ir.Type] = {}
    for part, kind in variants:
        target, place = context.follow(part.item, Schema, part.at)
        if target is None:
            continue
        values = [value for value, wanted in explicit.items() if wanted == place]
        if not values:
            values = [str(value) for value in constants_of(context, part).get(name, [])]
        if not values and isinstance(part.item, Reference) and _is_object(context, part):
            values = [steps(place)[-1]]
        for value in values:
            mapping.setdefault(value, kind)
    return ir.Discriminator(name, tuple(mapping.items()))


def mapping_of(context: Context, schema: Schema) -> dict[str, str]:
    """Give the `mapping` of a discriminator, with the place of the schema for each value."""
    found = {}
    for value, ref in _mapping(schema):
        target = _target(context, ref)
        if target is not None:
            found[value] = target
    return found


def _note_unresolved(context: Context, schema: Schema, at: str) -> None:
    for value, ref in _mapping(schema):
        if _target(context, ref) is None:
            context.diagnostics.warning(
                "unresolved-mapping",
                f"the discriminator's value `{value}` stands for `{ref}`, which does not exist; "
                "such a value is kept as it came",
                fix="correct it, or remove it from `mapping`",
                at=child(at, "discriminator", "mapping", value),
            )


def _mapping(schema: Schema) -> Iterator[tuple[str, str]]:
    given = schema.discriminator.mapping if schema.discriminator else None
    for value, ref in (given or {}).items():
        # OpenRouter's overlays put an extension among the values.
        if not engine.text(value).startswith("x-speakeasy-"):
            yield engine.text(value), engine.text(ref)


def _target(context: Context, ref: str) -> str | None:
    # A value may be the bare name of a component (OpenAPI 3.1, section 4.8.25.1).
    tried = [ref] if "/" in ref else [f"#/components/schemas/{ref}", ref]
    targets = [references.resolve(context.data, candidate) for candidate in tried]
    return next((item.pointer for item in targets if isinstance(item, references.Target)), None)


def _is_object(context: Context, part: Part) -> bool:
    return merging.kinds(merging.leaves_of(context, part)) == [DataType.OBJECT]


def untangled(declarations: Iterable[ir.Declaration]) -> tuple[ir.Declaration, ...]:
    """Take out of each union what it is a variant of itself: `A: oneOf [B, string]` with
    `B: oneOf [A, integer]` are both text or integers, whichever is asked."""
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
    union: ir.Union, known: Mapping[str, ir.Declaration]
) -> tuple[ir.Type, ...] | None:
    """Give the variants of a union and of those in it, if it is one of these; None if not."""
    found: dict[ir.Type, None] = {}
    seen = {union.id}
    waiting = [*union.variants]
    is_circle = False
    while waiting:
        kind = waiting.pop(0)
        inside = known.get(kind.id) if isinstance(kind, ir.Named) else None
        if not isinstance(inside, ir.Union):
            found[kind] = None
        elif inside.id in seen:
            is_circle = is_circle or inside.id == union.id
        else:
            seen.add(inside.id)
            waiting = [*inside.variants, *waiting]
    return (tuple(found) or (ir.Any(),)) if is_circle else None
