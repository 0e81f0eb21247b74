"""Enums and constants: values that are listed in the document.

A list of text and integers is an enum, with a name of its own. Other values have no type that
would list them, so their kind alone is checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator import ir
from generator.frontend import engine, extensions
from generator.frontend.context import Context, Scope
from generator.frontend.declared import declared
from generator.frontend.engine import Schema


def lower_values(context: Context, schema: Schema, at: str, scope: Scope) -> ir.Type:
    """Lower a schema that lists its values, in `const` or in `enum`."""
    if "const" not in schema.model_fields_set:
        return lower_enum(context, schema, schema.enum or [], at, scope)
    value = schema.const
    if value is None:
        return ir.Primitive("null")
    if isinstance(value, float):
        context.weak("a constant number is typed as any number", fix="", at=at)
        return ir.Primitive("number")
    return ir.Literal((value,))


def lower_enum(
    context: Context, schema: Schema, given: Sequence[Any], at: str, scope: Scope
) -> ir.Type:
    """Lower the values of an enum. Whether null is among them is for the caller to see."""
    kinds = {_kind(value) for value in given if value is not None}
    if not kinds:
        return ir.Primitive("null")
    texts = [value for value in given if _kind(value) in {"text", "integer"}]
    if kinds <= {"text", "integer"}:
        return declare(context, schema, texts, at, scope, is_open=extensions.is_open(schema))
    if kinds == {"boolean"}:
        return ir.Literal(tuple(_unique(value for value in given if value is not None)))
    if kinds <= {"integer", "number"}:
        context.weak("an enum of numbers is typed as any number", fix="", at=at)
        return ir.Primitive("number")
    if "other" in kinds or "number" in kinds:
        context.weak(
            "an enum of lists, objects or a mix of numbers and other things is not checked",
            fix="give it one plain schema, or leave it: values pass through unchanged",
            at=at,
        )
        return ir.Any()
    inside = engine.child(at, "enum")
    listed = declare(
        context, schema, texts, inside, scope.variant("Value"), is_open=extensions.is_open(schema)
    )
    flags = ir.Literal(tuple(_unique(value for value in given if isinstance(value, bool))))
    context.declarations[at] = ir.Union(
        **declared(at, scope.package, scope.hints, schema, at),
        variants=(listed, flags),
        discriminator=None,
    )
    return ir.Named(at)


def declare(
    context: Context,
    schema: Schema,
    values: Sequence[str | int],
    at: str,
    scope: Scope,
    *,
    is_open: bool,
) -> ir.Named:
    """Declare an enum of text and integers."""
    if at not in context.declarations:
        context.declarations[at] = ir.Enum(
            **declared(at, scope.package, scope.hints, schema, at),
            values=tuple(_unique(values)),
            open=is_open,
        )
    return ir.Named(at)


def _unique(values: Any) -> list[Any]:
    return list(dict.fromkeys(values))


def _kind(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case str():
            return "text"
        case int():
            return "integer"
        case float():
            return "number"
        case None:
            return "null"
    return "other"
