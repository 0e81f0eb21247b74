"""The JSON kinds of a union's variants, and whether msgspec can tell them apart by these.

msgspec decodes a union directly unless two variants are objects, lists, or text of different
formats. All other unions are decoded by the runtime, which inspects the value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sdkwright.model import ir
from sdkwright.model.formats import format_of
from sdkwright.model.origin import Origin

_UNKNOWN = "anything"


def is_plain(
    union: ir.Union, declarations: Mapping[Origin, ir.Declaration], *, is_late: bool
) -> bool:
    """Return whether msgspec decodes a union itself, so that it is written as a plain one.

    Args:
        union: The union.
        declarations: All named types, by id.
        is_late: Whether its definition must be quoted (`Lookup.late`).
    """
    return not (is_late or is_tagged(union)) and _are_apart(union.variants, declarations)


def is_tagged(union: ir.Union) -> bool:
    """Return whether the runtime decodes a union by its discriminator."""
    return union.discriminator is not None and len(union.variants) > 1


def _are_apart(variants: Iterable[ir.Type], declarations: Mapping[Origin, ir.Declaration]) -> bool:
    """Return whether msgspec can tell the variants of a union apart."""
    kinds = [kind for variant in variants for kind in _kinds(variant, declarations)]
    texts = {kind for kind in kinds if kind.startswith("text")}
    most = max(len(texts), kinds.count("object"), kinds.count("list"))
    return _UNKNOWN not in kinds and most <= 1


def _kinds(type_: ir.Type, declarations: Mapping[Origin, ir.Declaration]) -> Iterator[str]:
    match type_:
        case ir.Primitive(kind=kind):
            row = format_of(type_)
            if row.is_apart:
                yield f"text as {row.shown}"
            elif row.is_exact:
                yield f"text as {row.shown}"  # for msgspec, which decodes it from both
                yield kind
            else:
                yield "text" if kind == "string" else kind
        case ir.ListOf() | ir.TupleOf():
            yield "list"
        case ir.MapOf():
            yield "object"
        case ir.Nullable(inner=inner):
            yield from _kinds(inner, declarations)
        case ir.Literal(values=values):
            yield from ("text" if isinstance(value, str) else "constant" for value in values)
        case ir.Named(id=id_):
            yield from _kinds_declared(declarations[id_], declarations)
        case ir.Any():
            yield _UNKNOWN


def _kinds_declared(
    declaration: ir.Declaration, declarations: Mapping[Origin, ir.Declaration]
) -> Iterator[str]:
    match declaration:
        case ir.Model():
            yield "object"
        case ir.Enum(values=values):
            yield from _kinds(ir.Literal(values), declarations)
        case ir.Alias(target=target):
            yield from _kinds(target, declarations)
        case ir.Union():
            # The runtime flattens nested unions. Following them would be endless if one contains
            # itself.
            yield _UNKNOWN


def constants(
    type_: ir.Type, name: str, declarations: Mapping[Origin, ir.Declaration]
) -> tuple[str | int | bool, ...]:
    """Return the values that a property of a model may have, if they are known."""
    declaration = declarations[type_.id] if isinstance(type_, ir.Named) else None
    if isinstance(declaration, ir.Alias):
        return constants(declaration.target, name, declarations)
    if not isinstance(declaration, ir.Model):
        return ()
    kind = next((field.type for field in declaration.fields if field.name.wire == name), None)
    match kind:
        case ir.Literal(values=values):
            return values
        case ir.Named(id=id_):
            match declarations[id_]:
                case ir.Enum(values=values, open=False):
                    return values
    return ()
