"""What refers to what in an `Api`: the ids of the declarations that a thing needs.

Shared by stages that must not know each other. Changes nothing, and knows only the IR.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from sdkwright.model import ir

Node = TypeVar("Node", bound=Hashable)


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
    if operation.request is not None:
        yield from of_type(operation.request)
    bodies = [] if operation.body is None else [*operation.body.media_types]
    for response in operation.responses:
        bodies += response.media_types
    bodies += [error.media_type for error in operation.errors if error.media_type]
    for body in bodies:
        yield from of_type(body.type)
    if operation.headers is not None:
        yield from of_type(operation.headers)


def of_webhook(webhook: ir.Webhook) -> Iterator[str]:
    """Give the ids that the headers and the payload of a webhook name."""
    for header in webhook.headers:
        yield from of_type(header.type)
    if webhook.payload is not None:
        yield from of_type(webhook.payload.type)


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


def circles(edges: Mapping[Node, Iterable[Node]]) -> dict[Node, int]:
    """Number the circles of a graph: two nodes have one number if each is reached from the other.

    This is the algorithm of Tarjan (Depth-first search and linear graph algorithms, 1972), without
    recursion. A node alone has a number of its own, whether or not it leads to itself.
    """
    numbers: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    open_: list[Node] = []
    for root in edges:
        if root in lowest:
            continue
        lowest[root] = len(lowest)
        open_.append(root)
        walk = [(root, lowest[root], iter(edges[root]))]
        while walk:
            node, met, further = walk[-1]
            for other in further:
                if other not in lowest:
                    lowest[other] = len(lowest)
                    open_.append(other)
                    walk.append((other, lowest[other], iter(edges.get(other, ()))))
                    break
                if other not in numbers:
                    lowest[node] = min(lowest[node], lowest[other])
            else:
                walk.pop()
                if walk:
                    outer = walk[-1][0]
                    lowest[outer] = min(lowest[outer], lowest[node])
                while lowest[node] == met and node not in numbers:
                    numbers[open_.pop()] = met
    return numbers
