"""Dedupe: one class for inline models and unions that are equal.

Documents repeat whole objects where they could refer to one (of the 1,776 models that the engine's
own templates generate from OpenRouter's document, 517 are copies).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from typing import Final

from sdkwright.model import graph, ir
from sdkwright.model.origin import Component, Origin
from sdkwright.passes.shared_names import SharedNames

_MANY: Final = 12


def dedupe(api: ir.Api) -> ir.Api:
    """Turn inline models and unions that are equal into names of one.

    Models are equal if their fields are, with names, types, order and documentation; the
    documentation of the model as a whole does not count. Equal models share a class with a name of
    its own, if one can be found that suits all of them; what else is equal refers to the first.

    Components and error bodies have names that people chose, and are kept. So is the body of an
    operation's success: what a method returns is printed under the name that its signature has.
    Enums with many values are shared, with components as well.
    """
    shapes = _Shapes({item.id: item for item in api.declarations})
    results = frozenset(_results(api))
    groups: dict[Hashable, list[ir.Model | ir.Union | ir.Enum]] = {}
    keys: dict[Origin, Hashable] = {}
    for item in sorted(api.declarations, key=_is_inline):  # what people named comes first
        if isinstance(item, ir.Alias) or item.id in results or not _is_shared(item):
            continue
        keys[item.id] = (item.package, shapes.of_declared(item))
        groups.setdefault(keys[item.id], []).append(item)
    names = SharedNames(api)
    shared = {key: _original(members, names) for key, members in groups.items()}
    kept: list[ir.Declaration] = []
    for item in api.declarations:
        key = keys.get(item.id)
        if key is None or isinstance(item, ir.Alias):
            kept.append(item)
            continue
        original = shared[key]
        if item is groups[key][0] and original is not item:
            kept.append(original)
        kept.append(item if item is original else _alias(item, original.id))
    return replace(api, declarations=tuple(kept))


def _results(api: ir.Api) -> Iterator[Origin]:
    """Yield the models that operations return when they succeed."""
    for resource in api.resources:
        for operation in resource.operations:
            for response in operation.responses:
                for media in response.all_media:
                    kind = media.type.inner if isinstance(media.type, ir.Nullable) else media.type
                    if isinstance(kind, ir.Named):
                        yield kind.id


def _original(
    members: list[ir.Model | ir.Union | ir.Enum], names: SharedNames
) -> ir.Model | ir.Union | ir.Enum:
    """Return what equal declarations become names of: a class of its own, or the first of them."""
    first = members[0]
    if len(members) == 1 or not isinstance(first, ir.Model) or first.id.form != "plain":
        return first
    name = names.name(members)
    if not name:
        return first
    return replace(first, id=replace(first.id, form="shared"), hints=(name,))


class _Shapes:
    """The structure of types, with the ids of inline declarations replaced by their contents."""

    def __init__(self, declarations: dict[Origin, ir.Declaration]) -> None:
        self._declarations = declarations
        self._declared: dict[Origin, int] = {}
        self._numbers: dict[Hashable, int] = {}
        self._open: set[Origin] = set()

    def of_declared(self, item: ir.Model | ir.Union | ir.Enum) -> int:
        """Return a number for the structure of a declaration.

        Structures that contain it refer to the number: if they contained its structure, their size
        would double with each level of nesting.
        """
        if item.id not in self._declared:
            self._open.add(item.id)
            shape = (type(item), self._contents(item))
            self._declared[item.id] = self._numbers.setdefault(shape, len(self._numbers))
            self._open.discard(item.id)
        return self._declared[item.id]

    def _contents(self, item: ir.Model | ir.Union | ir.Enum) -> Hashable:
        match item:
            case ir.Enum(values=values, open=is_open, meanings=meanings):
                return tuple(map(repr, values)), is_open, meanings
            case ir.Model(fields=fields, additional=additional, constraints=constraints):
                others = item.closed if additional is None else self._of_type(additional)
                return tuple(self._of_field(field) for field in fields), others, constraints
            case ir.Union(variants=variants, discriminator=tags):
                mapping = tags.mapping if tags else ()
                by = tuple((value, self._of_type(kind)) for value, kind in mapping)
                name = tags.property if tags else None
                default = self._of_type(tags.default) if tags and tags.default else None
                return tuple(self._of_type(variant) for variant in variants), name, by, default

    def _of_field(self, field: ir.Field) -> Hashable:
        kind = self._of_type(field.type)
        how = (field.required, field.secret, field.access, field.constraints, field.tag)
        return field.name, kind, field.doc, how

    def _of_type(self, kind: ir.Type) -> Hashable:
        match kind:
            case ir.Named(id_):
                return self._of_named(id_)
            case ir.ListOf() | ir.TupleOf() | ir.MapOf() | ir.Nullable():
                return type(kind), *map(self._of_type, graph.inside(kind))
            case ir.Literal(values):
                # 1, 1.0 and True are equal in Python, but not in JSON.
                return ir.Literal, tuple(map(repr, values))
        return kind

    def _of_named(self, id_: Origin) -> Hashable:
        declaration = self._declarations.get(id_)
        if declaration is None or not _is_inline(declaration) or id_ in self._open:
            return id_
        match declaration:
            case ir.Model() | ir.Union() | ir.Enum():
                return self.of_declared(declaration)
        return id_


def _is_shared(item: ir.Model | ir.Union | ir.Enum) -> bool:
    """Return whether equal declarations of this kind become one.

    Repeating the values of a short enum costs readers less than looking them up elsewhere.
    """
    if isinstance(item, ir.Enum):
        return len(item.values) >= _MANY and item.package != "errors"
    return _is_inline(item)


def _is_inline(declaration: ir.Declaration) -> bool:
    return declaration.package != "errors" and not isinstance(declaration.id.node, Component)


def _alias(model: ir.Model | ir.Union | ir.Enum, original: Origin) -> ir.Alias:
    return ir.Alias(
        id=model.id,
        package=model.package,
        hints=model.hints,
        doc=model.doc,
        source=model.source,
        name=model.name,
        module=model.module,
        target=ir.Named(original),
    )
