"""Server-sent events: whether a schema describes whole events or only their data.

A whole event is an object with the fields of HTML, section 9.2.6. Its data is text, in which a
schema can say that there is JSON: with `contentSchema` (JSON Schema validation, section 8.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdkwright.frontend.contents import with_contents
from sdkwright.frontend.context import Content, Context
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
    kind = with_contents(types, kind, _type_of, form="content")
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


def _type_of(types: Types, field: ir.Field, content: Content) -> ir.Type | None:
    """Return the type of the JSON that `data` is; None if it is text."""
    if field.name.wire != "data":
        return None
    kind = types.lower(content.item, content.at, content.scope)
    types.finish()
    if kind != ir.Primitive("string"):
        return kind
    types.context.warn_weak_type(
        "`data` is JSON that is a string; it is passed as it is sent, with its quotation marks",
        fix="remove `contentSchema` if the data is plain text",
        at=content.at,
    )
    return None
