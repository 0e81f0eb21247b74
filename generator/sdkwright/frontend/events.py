"""Server-sent events: whether a schema describes whole events or only their data.

A whole event is an object with the fields of HTML, section 9.2.6. Its data is text, in which a
schema can say that there is JSON: with `contentSchema` (JSON Schema validation, section 8.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sdkwright.frontend.context import Context
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir
from sdkwright.model.origin import Origin

_FIELDS: Final = frozenset({"data", "event", "id", "retry"})


def unwrapped(types: Types, kind: ir.Type, at: str, *, is_item: bool) -> tuple[ir.Type, bool]:
    """Return the data of an event if the type describes only that, else the type.

    A model may have the fields of the event itself (HTML, section 9.2.6), as may each variant of a
    union. If `data` is the only one, its type is what matters. The second value says whether the
    type is that of a whole event.
    """
    kind = _with_contents(types, kind)
    variants = [*_variants(types.context, kind, set())]
    fields = [{} if each is None else _fields(each) for each in variants]
    if not any("data" in each and each.keys() <= _FIELDS for each in fields):
        if is_item:
            types.context.diagnostics.note(
                "data-of-events",
                "`itemSchema` does not describe the fields of events; it is read as that of their "
                "data",
                fix="describe objects with `data`, and put the schema into its `contentSchema`",
                at=at,
            )
        return kind, False
    if not all(each and each.keys() <= _FIELDS for each in fields):
        if len(fields) > 1:
            types.context.warn_weak_type(
                "not all variants have the fields of an event, such as `data`; "
                "all are read as the data of events",
                fix="declare `data` in all variants, or in none",
                at=at,
            )
        return kind, False
    is_data_only = len(fields) == 1 and len(fields[0]) == 1
    return (fields[0]["data"], False) if is_data_only else (kind, True)


def _variants(context: Context, kind: ir.Type, seen: set[Origin]) -> Iterator[ir.Model | None]:
    """Yield the models that an event may be, those of unions in unions included.

    None stands for another type.
    """
    declared = context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    match declared:
        case ir.Union(id=id_):
            if id_ not in seen:
                seen.add(id_)
                for variant in declared.variants:
                    yield from _variants(context, variant, seen)
        case ir.Model():
            yield declared
        case _:
            yield None


def _fields(model: ir.Model) -> dict[str, ir.Type]:
    return {field.name.wire: field.type for field in model.fields}


def _with_contents(types: Types, kind: ir.Type) -> ir.Type:
    """Return the type of events in which data that a schema describes has the type of that.

    Models and unions with such data are declared once more, since elsewhere it is text.
    """
    types.finish()
    made: dict[Origin, ir.Type] = {}
    return _content_of(types, kind, made)


def _content_of(types: Types, kind: ir.Type, made: dict[Origin, ir.Type]) -> ir.Type:
    declared = types.context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    if declared is None or declared.id in made:
        return kind if declared is None else made[declared.id]
    made[declared.id] = kind
    id_ = replace(declared.id, form="content")
    match declared:
        case ir.Model(fields=fields):
            inside = tuple(_field_of(types, declared, field) for field in fields)
            if inside == fields:
                return kind
            types.context.declarations[id_] = replace(declared, id=id_, fields=inside)
        case ir.Union(variants=variants, discriminator=tags):
            found = {each: _content_of(types, each, made) for each in variants}
            if all(each == of for each, of in found.items()):
                return kind
            types.context.declarations[id_] = replace(
                declared,
                id=id_,
                variants=tuple(found.values()),
                discriminator=tags and _mapped(tags, found),
            )
        case _:
            return kind
    made[declared.id] = ir.Named(id_)
    return made[declared.id]


def _mapped(tags: ir.Discriminator, found: dict[ir.Type, ir.Type]) -> ir.Discriminator:
    return replace(
        tags,
        mapping=tuple((value, found.get(kind, kind)) for value, kind in tags.mapping),
        default=None if tags.default is None else found.get(tags.default, tags.default),
    )


def _field_of(types: Types, model: ir.Model, field: ir.Field) -> ir.Field:
    """Return a field of an event; `data` has the type of the JSON in it, if that has a schema."""
    content = types.context.contents.get((model.id, field.name.wire))
    if field.name.wire != "data" or content is None or model.id.form == "content":
        return field
    kind = types.lower(content.item, content.at, content.scope)
    types.finish()
    if kind != ir.Primitive("string"):
        return replace(field, type=kind, constraints=ir.FREE)
    types.context.warn_weak_type(
        "`data` is JSON that is a string; it is passed as it is sent, with its quotation marks",
        fix="remove `contentSchema` if the data is plain text",
        at=content.at,
    )
    return field
