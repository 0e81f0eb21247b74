"""What refers to what in an `Api`: the ids of the declarations that a thing needs.

Shared by stages that must not know each other. Changes nothing, and knows only the IR.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import ir


def of_type(kind: ir.Type) -> Iterator[str]:
    """Give the ids that a type names, in the order of reading."""
    match kind:
        case ir.Named(id_):
            yield id_
        case ir.ListOf(inner) | ir.MapOf(inner) | ir.Nullable(inner):
            yield from of_type(inner)


def of_declaration(declaration: ir.Declaration) -> Iterator[str]:
    """Give the ids that a declaration names itself."""
    match declaration:
        case ir.Model():
            for field in declaration.fields:
                yield from of_type(field.type)
            if declaration.additional is not None:
                yield from of_type(declaration.additional)
        case ir.Union():
            for variant in declaration.variants:
                yield from of_type(variant)
            for _, kind in declaration.discriminator.mapping if declaration.discriminator else ():
                yield from of_type(kind)
        case ir.Alias():
            yield declaration.target.id


def of_operation(operation: ir.Operation) -> Iterator[str]:
    """Give the ids that the parameters, bodies and headers of an operation name."""
    for parameter in operation.parameters:
        yield from of_type(parameter.type)
    bodies = [] if operation.body is None else [*operation.body.media_types]
    for response in operation.responses:
        bodies += response.media_types
    bodies += [error.media_type for error in operation.errors if error.media_type]
    for body in bodies:
        yield from of_type(body.type)
    if operation.headers is not None:
        yield from of_type(operation.headers)


def closure(
    roots: Iterable[str], declarations: Mapping[str, ir.Declaration | None]
) -> dict[str, None]:
    """Give all ids that are reached from some, in the order of finding, without end in cycles."""
    found = dict.fromkeys(roots)
    waiting = list(found)
    for id_ in waiting:
        declaration = declarations.get(id_)
        for further in of_declaration(declaration) if declaration else ():
            if further not in found:
                found[further] = None
                waiting.append(further)
    return found
