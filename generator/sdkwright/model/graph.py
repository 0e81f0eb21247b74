"""The reference graph of an `Api`: which declarations each type, operation and webhook needs.

Shared by stages that must not know each other. Changes nothing, and knows only the IR.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from sdkwright.model import ir
from sdkwright.model.origin import Origin

Node = TypeVar("Node", bound=Hashable)


def inside(kind: ir.Type) -> tuple[ir.Type, ...]:
    """Return the types that a type is made of, in reading order."""
    match kind:
        case ir.ListOf(inner) | ir.MapOf(inner) | ir.Nullable(inner):
            return (inner,)
        case ir.TupleOf(items):
            return items
    return ()


def of_type(kind: ir.Type) -> Iterator[Origin]:
    """Yield the ids that a type refers to, in reading order."""
    if isinstance(kind, ir.Named):
        yield kind.id
    for inner in inside(kind):
        yield from of_type(inner)


def of_declaration(declaration: ir.Declaration) -> Iterator[Origin]:
    """Yield the ids that a declaration refers to directly."""
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


def of_operation(operation: ir.Operation) -> Iterator[Origin]:
    """Yield the ids that the parameters, bodies and headers of an operation refer to."""
    for parameter in operation.parameters:
        yield from of_type(parameter.type)
    if operation.request is not None:
        yield from of_type(operation.request)
    bodies = [] if operation.body is None else [*operation.body.media_types]
    for response in operation.responses:
        bodies += response.all_media
    bodies += [error.media_type for error in operation.errors if error.media_type]
    for body in bodies:
        yield from of_type(body.type)
    if operation.headers is not None:
        yield from of_type(operation.headers)


def of_webhook(webhook: ir.Webhook) -> Iterator[Origin]:
    """Yield the ids that the headers and the payload of a webhook refer to."""
    for header in webhook.headers:
        yield from of_type(header.type)
    if webhook.payload is not None:
        yield from of_type(webhook.payload.type)


def closure(
    roots: Iterable[Origin], declarations: Mapping[Origin, ir.Declaration | None]
) -> dict[Origin, None]:
    """Return all ids reachable from the roots, roots included, in the order they are found."""
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
    """Number the cycles of a graph: nodes share a number if each is reachable from the other.

    The numbers identify the strongly connected components, found by Tarjan's algorithm (Depth-first
    search and linear graph algorithms, 1972) without recursion. A node that is in no cycle with
    another has a number to itself, whether or not it refers to itself. Nodes come after those that
    they lead to, except in a cycle.
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


def xml_places(node: ir.XmlNode) -> Iterator[str]:
    """Yield the places of the contents that a node of XML refers to."""
    match node:
        case ir.XmlSame(place=place):
            yield place
        case ir.XmlElement(content=content):
            yield from xml_places(content)
        case ir.XmlItems(item=item):
            yield from xml_places(item)
        case ir.XmlFields():
            for inner in node.nodes:
                yield from xml_places(inner)
        case _:
            pass
