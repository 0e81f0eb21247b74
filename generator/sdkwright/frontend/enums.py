"""Enums and constants: values that are listed in the document.

A list of text and integers is an enum, with a name; booleans among them become another variant.
Values that no type can list, such as 1.5, are not handled here: see `keywords.has_values`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sdkwright.frontend import extensions
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.declared import declared
from sdkwright.frontend.engine import Schema
from sdkwright.model import ir
from sdkwright.model.json_pointer import child


def lower_values(context: Context, schema: Schema, at: str, scope: Scope) -> ir.Type:
    """Lower a schema that lists its values, in `const` or in `enum`."""
    if "const" not in schema.model_fields_set:
        return lower_enum(context, schema, schema.enum or [], at, scope)
    listed = tuple(value for value in [schema.const] if isinstance(value, str | int))
    return ir.Literal(listed) if listed else ir.Primitive("null")


def lower_enum(
    context: Context, schema: Schema, values: Sequence[Any], at: str, scope: Scope
) -> ir.Type:
    """Lower the values of an enum; whether null is among them is up to the caller."""
    values = [value for value in values if value is not None]
    kinds = {_kind(value) for value in values}
    if not kinds:
        return ir.Primitive("null")
    texts = [value for value in values if _kind(value) in {"text", "integer"}]
    if kinds <= {"text", "integer"}:
        return declare(context, schema, texts, at, scope, is_open=extensions.is_open(schema))
    if kinds == {"boolean"}:
        return ir.Literal(tuple(_unique(values)))
    inside = child(at, "enum")
    listed = declare(
        context, schema, texts, inside, scope.variant("Value"), is_open=extensions.is_open(schema)
    )
    flags = ir.Literal(tuple(_unique(value for value in values if isinstance(value, bool))))
    id_ = context.origin(at)
    context.declarations[id_] = ir.Union(
        **declared(id_, scope.package, scope.hints, schema, at),
        variants=(listed, flags),
        discriminator=None,
    )
    return ir.Named(id_)


def declare(
    context: Context,
    schema: Schema,
    values: Sequence[str | int],
    at: str,
    scope: Scope,
    *,
    is_open: bool,
    meanings: Mapping[str | int, str] | None = None,
) -> ir.Named:
    """Declare an enum of text and integers."""
    id_ = context.origin(at)
    if id_ not in context.declarations:
        unique = _unique(values)
        if len(unique) < len(values):
            context.diagnostics.warning(
                "duplicate-value",
                "the enum lists a value more than once",
                fix="remove the duplicates",
                at=child(at, "enum"),
            )
        known = extensions.meanings(context, schema, at) if meanings is None else meanings
        texts = tuple(known.get(value, "") for value in unique)
        context.declarations[id_] = ir.Enum(
            **declared(id_, scope.package, scope.hints, schema, at),
            values=tuple(unique),
            open=is_open,
            meanings=texts if any(texts) else (),
        )
    return ir.Named(id_)


def _unique(values: Any) -> list[Any]:
    return list(dict.fromkeys(values))


def _kind(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case str():
            return "text"
    return "integer"
