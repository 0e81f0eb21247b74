"""Schemas: the types of values, and the declarations of types that have a name.

It takes a schema and a `Scope` for naming, returns a type, and knows nothing of operations. What it
cannot express becomes a looser type that loses no data at run time, with a warning.

This module determines the kind of a schema; each kind has a module that lowers it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from sdkwright.frontend import (
    combined,
    components,
    engine,
    enums,
    keywords,
    merging,
    objects,
    unions,
)
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.declared import nullable
from sdkwright.frontend.engine import DataType, Reference, Schema, SchemaOrReference
from sdkwright.frontend.ignored import note_ignored
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.lowerer import SIMPLIFY, Task
from sdkwright.frontend.recursion import Recursion
from sdkwright.model import ir


@dataclass(slots=True)
class Types:
    """Lowers schemas, and collects the declarations that they need in the context."""

    context: Context
    families: merging.Families = field(init=False)
    recursion: Recursion = field(default_factory=Recursion)
    _tasks: deque[Task] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.families = merging.Families(self.context)

    def lower(self, item: SchemaOrReference | None, at: str, scope: Scope) -> ir.Type:
        """Lower a schema.

        Args:
            item: The schema, or a reference to one; None if the document has none.
            at: Its JSON pointer.
            scope: The basis for the name of an inline type.

        Returns:
            Its type. The declarations that it needs are complete after `finish`.
        """
        if item is None:
            return ir.Any()
        if self.recursion.nesting.is_too_deep:
            self.context.warn_weak_type(
                "the schema is nested too deeply; typed as `Any`", fix=SIMPLIFY, at=at
            )
            return ir.Any()
        with self.recursion.nesting:
            if isinstance(item, Reference):
                return components.lower_reference(self, item, at, scope)
            lowered = self._not_null(item, at, scope)
        return nullable(lowered) if keywords.is_nullable(item) else lowered

    def lower_all(self, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
        """Lower several schemas that all apply to one value; the last one overrides."""
        return combined.lower_all(self, parts, at, scope)

    def declare_model(self, task: Task) -> ir.Named:
        """Declare a model; `finish` lowers its fields, so that it can contain itself."""
        if task.id not in self.context.declarations:
            self.context.declarations[task.id] = None
            self._tasks.append(task)
        return ir.Named(task.id)

    def finish(self) -> None:
        """Lower the fields of all models that were declared so far."""
        while self._tasks:
            task = self._tasks.popleft()
            self.context.check_size()
            self.context.count_text(
                ir.Doc(description=engine.text(task.schema.description)), task.at
            )
            with self.context.attribute_to(task.id), self.recursion.merged(task.merges):
                lowered = objects.lower_model(self, task)
            self.context.declarations[task.id] = lowered
            self.context.count_fields(len(lowered.fields), task.at)

    def _not_null(self, schema: Schema, at: str, scope: Scope) -> ir.Type:
        note_ignored(self.context, schema, at)
        if keywords.has_values(schema):
            return enums.lower_values(self.context, schema, at, scope)
        if unions.is_parent(self, schema, at):
            return unions.lower_family(self, schema, at, scope)
        members = [
            part for part in keywords.all_of(schema, at) if keywords.is_structural(part.item)
        ]
        groups = keywords.choices(schema, at)
        own = keywords.structure(schema) - keywords.COMBINING
        if not members and not groups and not own and not keywords.kinds(schema):
            is_null = keywords.has_null_variant(schema) or DataType.NULL in keywords.types(schema)
            return ir.Primitive("null") if is_null else ir.Any()
        if len(members) + len(groups) == 1 and not own:
            if groups:
                return unions.lower_choice(self, schema, groups[0], at, scope)
            if not _adds_to(self, schema, members[0], at):
                return self.lower(members[0].item, members[0].at, scope)
        leaves = tuple(merging.leaves(self.context, schema, at))
        return combined.lower_merge(self, merging.Merge(schema, leaves, at, scope))


def _adds_to(types: Types, schema: Schema, member: Part, at: str) -> bool:
    """Return whether a schema consists of more than the only member of its `allOf`."""
    parent, place = types.context.follow(member.item, Schema, member.at)
    if parent is not None and unions.is_parent(types, parent, place):
        return at in unions.children(types, parent, place)
    whole = merging.leaves(types.context, schema, at)
    inside = merging.leaves_of(types.context, member)
    if any(keywords.format_of(leaf.schema) for leaf in whole if leaf not in inside):
        return True
    return bool(merging.required(whole).keys() - merging.required(inside).keys())
