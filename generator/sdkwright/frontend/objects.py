"""Objects: the fields of models, and the types of their other properties.

The fields of a model are lowered after the model was declared, so that it can contain itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from sdkwright.frontend import (
    assertions,
    descriptions,
    engine,
    extensions,
    keywords,
    media_names,
    merging,
    unions,
)
from sdkwright.frontend.context import Content, Context, Scope
from sdkwright.frontend.declared import declared, scope_of
from sdkwright.frontend.engine import Schema
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.lowerer import Lowerer, Task
from sdkwright.frontend.merging import Leaf, Merge, Property
from sdkwright.model import graph, ir
from sdkwright.model.formats import format_of
from sdkwright.model.json_pointer import child, is_inside
from sdkwright.model.origin import Origin

_NO_FIELD: Final = re.compile(r'["\\\x00-\x1f\ud800-\udfff]')
"""Characters that are not allowed in the name of a msgspec field, since JSON must escape them."""


def lower_object(types: Lowerer, merge: Merge) -> ir.Type:
    """Lower an object: a model if it has properties that can be fields, else a map."""
    leaves = merge.leaves
    if not any(leaf.schema.properties for leaf in leaves):
        return ir.MapOf(lower_others(types, leaves, merge.scope) or ir.Any())
    if not has_usable_names(leaves):
        note_unusable(types.context, leaves)
        return ir.MapOf(ir.Any())
    package = merge.scope.package
    outer = types.recursion.outermost((package, *(leaf.at for leaf in leaves)), merge.at)
    if is_inside(merge.at, outer):
        return ir.Named(types.context.origin(outer))  # the same merge, inside of itself
    return types.declare_model(
        Task(
            id=types.context.origin(merge.at),
            package=package,
            schema=merge.schema,
            leaves=leaves,
            at=merge.at,
            scope=merge.scope,
            hints=merge.scope.hints,
            merges=types.recursion.merges,
        )
    )


def lower_model(types: Lowerer, task: Task) -> ir.Model:
    """Lower the fields of a model, and the type of its other properties if it has any."""
    others = lower_others(types, task.leaves, task.scope.down("AdditionalProperty"))
    if note_unusable(types.context, task.leaves):
        others = ir.Any()
    return ir.Model(
        **declared(task.id, task.package, task.hints, task.schema, task.at),
        fields=tuple(_fields(types, task, others)),
        additional=others,
        closed=any(keywords.others_of(leaf.schema) is False for leaf in task.leaves),
        constraints=_constraints(types.context, task.leaves),
    )


def _constraints(context: Context, leaves: Sequence[Leaf]) -> ir.Constraints:
    own = assertions.of_model(leaf.schema for leaf in leaves)
    others = [
        Part(leaf.schema.additionalProperties, child(leaf.at, "additionalProperties"))
        for leaf in leaves
        if isinstance(leaf.schema.additionalProperties, Schema | engine.Reference)
    ]
    values = assertions.constraints_of(context, others)
    return own if values == ir.FREE else replace(own, values=values)


def lower_others(types: Lowerer, leaves: Sequence[Leaf], scope: Scope) -> ir.Type | None:
    """Lower the type of the properties that have no schema of their own; None if there are none."""
    open_leaves = [leaf for leaf in leaves if keywords.allows_others(leaf.schema)]
    if not open_leaves:
        return None
    leaf = open_leaves[-1]
    parts = list(_patterns(types.context, leaf))
    others = keywords.others_of(leaf.schema)
    if others is True:
        return ir.Any()
    parts += _others(types.context, leaf, others)
    if len(parts) == 1 and others is not None:
        return types.lower(parts[0].item, parts[0].at, scope)
    variants = [
        (part, types.lower(part.item, part.at, scope.variant(str(n)) if parts[1:] else scope))
        for n, part in enumerate(parts, 1)
    ]
    at = child(leaf.at, "patternProperties")
    if others is None:  # keys that match no pattern may have any value
        variants.append((Part(Schema(), at), ir.Any()))
    return unions.union_of(types, Schema(), variants, at, scope)


def _others(context: Context, leaf: Leaf, others: object) -> Iterator[Part]:
    match others:
        case engine.Reference() | Schema():
            yield Part(others, child(leaf.at, "additionalProperties"))
        case dict():
            yield from _part(context, others, child(leaf.at, "unevaluatedProperties"))


def _patterns(context: Context, leaf: Leaf) -> Iterator[Part]:
    patterns = engine.extras(leaf.schema).get("patternProperties")
    at = child(leaf.at, "patternProperties")
    for pattern, schema in patterns.items() if isinstance(patterns, dict) else ():
        yield from _part(context, schema, child(at, pattern))


def _part(context: Context, schema: object, place: str) -> Iterator[Part]:
    item = context.read_schema(schema, place)
    if item is not None:
        yield Part(item, place)


def has_usable_names(leaves: Sequence[Leaf]) -> bool:
    """Return whether at least one property can be a field."""
    return any(not _NO_FIELD.search(item.name) for item in merging.properties(leaves))


def note_unusable(context: Context, leaves: Sequence[Leaf]) -> bool:
    """Warn of the properties that cannot be fields, and return whether there are any."""
    places = {item.name: item.parts[0][1].at for item in merging.properties(leaves)}
    places = merging.required(leaves) | places
    unusable = {name: place for name, place in places.items() if _NO_FIELD.search(name)}
    for name, place in unusable.items():
        context.warn_weak_type(
            f"property {name!r} has no field, because its name contains a quotation mark, a "
            "backslash or a control character; it is kept in the additional properties as `Any`",
            fix="rename the property, or accept `Any`: values are passed through unchanged",
            at=place,
        )
    return bool(unusable)


def _fields(types: Lowerer, task: Task, others: ir.Type | None) -> Iterator[ir.Field]:
    required = merging.required(task.leaves)
    known = set()
    for item in merging.properties(task.leaves):
        known.add(item.name)
        if any(is_ignored(types.context, part) for _, part in item.parts):
            types.context.diagnostics.note(
                "ignored-property",
                f"`{item.name}` is excluded by `x-speakeasy-ignore`",
                at=item.parts[-1][1].at,
            )
        elif not _NO_FIELD.search(item.name):
            yield _field(types, task, item, is_required=item.name in required)
    for name, at in required.items():
        if name in known or _NO_FIELD.search(name):
            continue
        if others is None:
            types.context.warn_weak_type(
                f"`{name}` is in `required` but not in `properties`; typed as `Any`",
                fix="add it to `properties`, or remove it from `required`",
                at=at,
            )
        place = ir.SourcePointer(at)
        yield ir.Field(ir.Name(name), others or ir.Any(), True, ir.Doc(), place)  # noqa: FBT003


def is_ignored(context: Context, part: Part) -> bool:
    """Return whether a property, or the schema that it refers to, has `x-speakeasy-ignore`."""
    if extensions.is_ignored(part.item):
        return True
    schema, _ = context.follow(part.item, Schema, part.at)
    return schema is not None and extensions.is_ignored(schema)


def _field(types: Lowerer, task: Task, item: Property, *, is_required: bool) -> ir.Field:
    parts = [part for _, part in item.parts]
    last = parts[-1]
    if len(parts) == 1:
        ((leaf, _),) = item.parts
        scope = task.scope
        if leaf.is_shared:
            scope = scope_of(types.context.origin(leaf.at), scope)
        kind = types.lower(last.item, last.at, scope.down(item.name))
    else:
        at = child(task.at, "properties", item.name)
        kind = types.lower_all(parts, at, task.scope.down(item.name))
    _note_content(types.context, task, item)
    names = [extensions.name_override(part.item) for part in reversed(parts)]
    access = _access(types.context, parts)
    if is_required and access == "read" and not _access(types.context, [last]):
        types.context.diagnostics.note(
            "read-only-property",
            f"`{item.name}` is required here, but `readOnly` in a schema that this one extends; "
            "it is not sent",
            fix="remove `readOnly` there, if callers have to send it",
            at=last.at,
        )
    return ir.Field(
        name=ir.Name(item.name, next((name for name in names if name), "")),
        type=kind,
        required=is_required,
        doc=descriptions.of_schemas(types.context, parts),
        source=ir.SourcePointer(last.at),
        secret=_is_secret(types.context, kind),
        access=access,
        constraints=assertions.constraints_of(types.context, parts),
    )


def _note_content(context: Context, task: Task, item: Property) -> None:
    """Remember the schema of the JSON that a property has as text: events use it."""
    for _, part in item.parts:
        schema, at = context.follow(part.item, Schema, part.at)
        inside = {} if schema is None else engine.extras(schema)
        media_type = inside.get("contentMediaType")
        if "contentSchema" not in inside or not isinstance(media_type, str):
            continue
        place = child(at, "contentSchema")
        found = context.read_schema(inside["contentSchema"], place)
        if found is not None and media_names.is_json(media_names.essence_of(media_type)):
            scope = task.scope.down(item.name)
            context.contents[task.id, item.name] = Content(found, place, scope, media_type)


def _is_secret(context: Context, kind: ir.Type, seen: tuple[Origin, ...] = ()) -> bool:
    """Return whether a value itself can be a secret, rather than a model that it contains."""
    match kind:
        case ir.Primitive():
            return format_of(kind).is_secret
        case ir.Named(id_) if id_ not in seen:
            declared_ = context.declarations.get(id_)
            variants = declared_.variants if isinstance(declared_, ir.Union) else ()
            return any(_is_secret(context, item, (*seen, id_)) for item in variants)
    return any(_is_secret(context, inner, seen) for inner in graph.inside(kind))


def _access(context: Context, parts: Sequence[Part]) -> Literal["", "read", "write"]:
    for part in parts:
        beside = engine.extras(part.item) if isinstance(part.item, engine.Reference) else {}
        schema, _ = context.follow(part.item, Schema, part.at)
        if beside.get("readOnly") is True or (schema is not None and schema.readOnly):
            return "read"
        if beside.get("writeOnly") is True or (schema is not None and schema.writeOnly):
            return "write"
    return ""
