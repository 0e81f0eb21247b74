"""Sample values: the examples of the document if they fit their type, else made-up values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from itertools import repeat
from typing import Final, TypeAlias

from sdkwright.emit.index import Index
from sdkwright.model import graph, ir
from sdkwright.model.formats import Json, format_of, is_json
from sdkwright.model.origin import Origin

_Known: TypeAlias = "dict[tuple[int, ir.Type], bool]"
"""Whether types accept values, by the `id` of the value."""

_MOST_OBJECTS: Final = 50
"""Maximum number of objects in a made-up value; further ones are empty."""


def parsed(example: ir.JsonText | None) -> Json:
    """Parse an example; None if there is none, or if it has no literal in Python."""
    if example is None:
        return None
    try:
        return json.loads(example, parse_constant=_refuse)
    except ValueError:
        return None


def _refuse(constant: str) -> Json:
    raise ValueError(constant)


class Samples:
    """Finds a sample value for any type.

    Args:
        index: The types, and the examples of bodies.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._objects = 0

    def of(self, type_: ir.Type, doc: ir.Doc | None = None) -> Json:
        """Return a value of a type, as JSON; the example if it fits."""
        example = None if doc is None else parsed(doc.example)
        if example is not None and self.fits(example, type_):
            return example
        return self._made(type_)

    def of_declaration(self, declaration: ir.Declaration) -> Json:
        """Return a value of a named type."""
        for example in (declaration.doc.example, self._bodies.get(declaration.id)):
            value = parsed(example)
            if value is not None and self.fits(value, ir.Named(declaration.id)):
                return value
        return self._made(ir.Named(declaration.id))

    def fits(self, value: Json, type_: ir.Type) -> bool:
        """Return whether the generated type accepts this value."""
        return self._takes(value, type_, {})

    def _takes(self, value: Json, type_: ir.Type, known: _Known) -> bool:
        """Return whether a type accepts a value, computed once for each part of the value.

        There may be many paths to a type.
        """
        key = (id(value), type_)
        if key not in known:
            known[key] = False  # until it is known, for types that contain themselves
            known[key] = self._finds_out(value, type_, known)
        return known[key]

    def _finds_out(self, value: Json, type_: ir.Type, known: _Known) -> bool:
        match type_:
            case ir.Primitive():
                return is_json(type_, value)
            case ir.ListOf(item=item):
                return isinstance(value, list) and all(
                    self._takes(each, item, known) for each in value
                )
            case ir.TupleOf(items=items):
                return (
                    isinstance(value, list)
                    and len(value) == len(items)
                    and all(map(self._takes, value, items, repeat(known)))
                )
            case ir.MapOf(value=inner):
                return isinstance(value, dict) and all(
                    self._takes(each, inner, known) for each in value.values()
                )
            case ir.Nullable(inner=inner):
                return value is None or self._takes(value, inner, known)
            case ir.Literal(values=values):
                return any(type(known) is type(value) and known == value for known in values)
            case ir.Named(id=id_):
                return self._takes_declared(value, self._index.declarations[id_], known)
            case ir.Any():
                return True

    def _takes_declared(self, value: Json, declaration: ir.Declaration, known: _Known) -> bool:
        match declaration:
            case ir.Alias(target=target):
                return self._takes(value, target, known)
            case ir.Union(variants=variants):
                return any(self._takes(value, variant, known) for variant in variants)
            case ir.Enum(values=values, open=is_open):
                same_kind = type(value) in {type(known) for known in values}
                return same_kind and (is_open or value in values)
            case ir.Model(fields=fields):
                return isinstance(value, dict) and all(
                    (
                        self._takes(value[field.name.wire], field.type, known)
                        if field.name.wire in value
                        else not field.required
                    )
                    for field in fields
                )

    def _made(self, type_: ir.Type) -> Json:
        self._objects = 0
        return self._make(type_, ())

    def _make(self, type_: ir.Type, inside: tuple[Origin, ...]) -> Json:
        """Return a made-up value; `inside` are the ids of the types that contain it."""
        match type_:
            case ir.Primitive():
                return format_of(type_).sample
            case ir.ListOf(item=item):
                return [] if _ids(item) & {*inside} else [self._make(item, inside)]
            case ir.TupleOf(items=items):
                return [self._make(item, inside) for item in items]
            case ir.MapOf(value=value):
                return {} if _ids(value) & {*inside} else {"key": self._make(value, inside)}
            case ir.Nullable(inner=inner):
                return None if _ids(inner) & {*inside} else self._make(inner, inside)
            case ir.Literal(values=values):
                return values[0]
            case ir.Named(id=id_):
                return self._make_declared(self._index.declarations[id_], inside)
            case ir.Any():
                return "<value>"

    def _make_declared(self, declaration: ir.Declaration, inside: tuple[Origin, ...]) -> Json:
        if declaration.id in inside or self._objects == _MOST_OBJECTS:
            return {}
        self._objects += 1
        inside = (*inside, declaration.id)
        match declaration:
            case ir.Alias(target=target):
                return self._make(target, inside)
            case ir.Union():
                return self._make_variant(declaration, inside)
            case ir.Enum(values=values):
                return values[0]
            case ir.Model(fields=fields):
                return {
                    field.name.wire: self._make_field(field, inside)
                    for field in fields
                    if field.required or parsed(field.doc.example) is not None
                }

    def _make_variant(self, union: ir.Union, inside: tuple[Origin, ...]) -> Json:
        """Return a value of the first finite variant, with its value of the discriminator."""
        ending = (variant for variant in union.variants if not _ids(variant) & {*inside})
        chosen = next(ending, union.variants[0])
        value = self._make(chosen, inside)
        mapping = union.discriminator.mapping if union.discriminator else ()
        tags = [tag for tag, kind in mapping if kind == chosen]
        if isinstance(value, dict) and union.discriminator is not None and tags:
            name = union.discriminator.property
            if str(value.get(name)) not in tags:
                value = {**value, name: tags[0]}
        return value

    def variant(self, union: ir.Union, value: Json) -> ir.Type:
        """Return the variant of a value: by its discriminator, else the first that accepts it."""
        if isinstance(value, dict) and union.discriminator is not None:
            tag = str(value.get(union.discriminator.property))
            for known, kind in union.discriminator.mapping:
                if known == tag:
                    return kind
        return next((kind for kind in union.variants if self.fits(value, kind)), ir.Any())

    def _make_field(self, field: ir.Field, inside: tuple[Origin, ...]) -> Json:
        example = parsed(field.doc.example)
        if example is not None and self.fits(example, field.type):
            return example
        return self._make(field.type, inside)

    @cached_property
    def _bodies(self) -> Mapping[Origin, ir.JsonText]:
        """The examples of requests and responses, by the id of their type."""
        found: dict[Origin, ir.JsonText] = {}
        for resource in self._index.resources():
            for operation in resource.operations:
                bodies = [
                    *(operation.body.media_types if operation.body else ()),
                    *(media for item in operation.responses for media in item.all_media),
                    *(item.media_type for item in operation.errors if item.media_type),
                ]
                for media in bodies:
                    if isinstance(media.type, ir.Named) and media.example is not None:
                        found.setdefault(media.type.id, media.example)
        return found


def _ids(type_: ir.Type) -> set[Origin]:
    return {*graph.of_type(type_)}
