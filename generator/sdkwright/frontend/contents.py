"""Models in which a text of JSON has the type of what is in it (JSON Schema validation, 8.5).

Models and unions with such a text are declared once more, since elsewhere it is text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from sdkwright.frontend.context import Content
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir
from sdkwright.model.origin import Form, Origin

TypeOf: TypeAlias = Callable[[Types, ir.Field, Content], ir.Type | None]
"""Returns the type of the JSON in a field; None if the field stays text."""


def with_contents(types: Types, kind: ir.Type, type_of: TypeOf, *, form: Form) -> ir.Type:
    """Return a type in which the texts that a schema describes have the type of that.

    Args:
        types: Knows the declarations.
        kind: The type.
        type_of: Decides which of them.
        form: The form of the models that are declared for it.
    """
    types.finish()
    return _Contents(types, type_of, form).of(kind)


@dataclass
class _Contents:
    types: Types
    type_of: TypeOf
    form: Form
    made: dict[Origin, ir.Type] = field(default_factory=dict)

    def of(self, kind: ir.Type) -> ir.Type:
        declarations = self.types.context.declarations
        declared = declarations.get(kind.id) if isinstance(kind, ir.Named) else None
        if declared is None or declared.id in self.made:
            return kind if declared is None else self.made[declared.id]
        self.made[declared.id] = kind
        id_ = replace(declared.id, form=self.form)
        match declared:
            case ir.Model(fields=fields):
                inside = tuple(self._field(declared, each) for each in fields)
                if inside == fields:
                    return kind
                declarations[id_] = replace(declared, id=id_, fields=inside)
            case ir.Union(variants=variants, discriminator=tags):
                found = {each: self.of(each) for each in variants}
                if all(each == of for each, of in found.items()):
                    return kind
                declarations[id_] = replace(
                    declared,
                    id=id_,
                    variants=tuple(found.values()),
                    discriminator=tags and _mapped(tags, found),
                )
            case _:
                return kind
        self.made[declared.id] = ir.Named(id_)
        return self.made[declared.id]

    def _field(self, model: ir.Model, item: ir.Field) -> ir.Field:
        content = self.types.context.contents.get((model.id, item.name.wire))
        if content is None or model.id.form == self.form:
            return item
        kind = self.type_of(self.types, item, content)
        if kind is None:
            return item
        if isinstance(item.type, ir.Nullable) and not isinstance(kind, ir.Nullable):
            kind = ir.Nullable(kind)
        return replace(item, type=kind, constraints=ir.FREE)


def _mapped(tags: ir.Discriminator, found: dict[ir.Type, ir.Type]) -> ir.Discriminator:
    return replace(
        tags,
        mapping=tuple((value, found.get(kind, kind)) for value, kind in tags.mapping),
        default=None if tags.default is None else found.get(tags.default, tags.default),
    )
