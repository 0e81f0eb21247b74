"""Place: the module of each type.

A type that is declared inside a component or an operation is defined in the same module: the two
are read together, and no other import is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkwright.model import graph, ir, naming
from sdkwright.model.origin import Node, Origin, around, node_at


def modules(api: ir.Api, classes: Mapping[Origin, str]) -> dict[Origin, str]:
    """Return the module of each declaration and each exception, by id.

    Args:
        api: The API, with its declarations and their owners.
        classes: The names of all classes, by id.
    """
    owners = _Owners(api)
    bodies = {error.body.id: error.id for error in api.errors if isinstance(error.body, ir.Named)}
    placed: dict[Origin, str] = {
        error.id: naming.error_module_name(classes[error.id]) for error in api.errors
    }
    for item in api.declarations:
        match item.package:
            case "errors":
                placed[item.id] = placed[bodies[item.id]]
            case "operations":
                placed[item.id] = naming.module_name(owners.of(item) or classes[item.id])
    placed |= _of_components(api, classes)
    return placed | _together(api, placed)


def _together(api: ir.Api, placed: Mapping[Origin, str]) -> dict[Origin, str]:
    """Return one module for each group of unions that contain each other.

    Type checkers accept cyclic aliases in one file, but not across files.
    """
    unions = {item.id: item for item in api.declarations if isinstance(item, ir.Union | ir.Alias)}
    edges = {
        id_: [inner for inner in graph.of_declaration(item) if inner in unions]
        for id_, item in unions.items()
    }
    circles = graph.circles(edges)
    groups: dict[tuple[str, int], list[str]] = {}
    for id_, item in unions.items():
        groups.setdefault((item.package, circles[id_]), []).append(placed[id_])
    return {
        id_: min(groups[item.package, circles[id_]], key=lambda name: (len(name), name))
        for id_, item in unions.items()
        if len(groups[item.package, circles[id_]]) > 1
    }


class _Owners:
    """The operations and webhooks that types are declared in."""

    def __init__(self, api: ir.Api) -> None:
        self._prefixes: dict[Node, str] = {}
        self._of_paths: dict[Node, str] = {}
        for resource in api.resources:
            for operation in resource.operations:
                self._add(operation.source, naming.operation_prefix(operation.id))
        for webhook in api.webhooks:
            self._add(webhook.source, naming.class_name(webhook.id, fallback="Webhook"))

    def _add(self, source: ir.SourcePointer, prefix: str) -> None:
        *holders, operation = around(node_at(source.pointer))
        self._prefixes.setdefault(operation, prefix)
        for path in holders[-1:]:
            self._of_paths.setdefault(path, prefix)

    def of(self, item: ir.Declaration) -> str | None:
        """Return the class prefix of the operation that a type is declared in.

        For a type that is declared in a path item, it is that of the first operation of the path. A
        class that several operations share is in none of them.
        """
        if item.id.form == "shared":
            return None
        of_path = None
        for node in around(item.id.node):
            if node in self._prefixes:
                return self._prefixes[node]
            of_path = of_path or self._of_paths.get(node)
        return of_path


def _of_components(api: ir.Api, classes: Mapping[Origin, str]) -> dict[Origin, str]:
    components = {item.id: item for item in api.declarations if item.package == "components"}
    outermost = {id_: _outermost(id_, components) for id_ in components}
    apart = _in_circles(components, outermost)
    return {
        id_: naming.module_name(classes[id_ if id_ in apart else outermost[id_]])
        for id_ in components
    }


def _outermost(id_: Origin, declared: Mapping[Origin, ir.Declaration]) -> Origin:
    """Return the outermost type that a type is declared in.

    The sent form of a type is placed next to the received one. A class that several types share is
    in none of them.
    """
    if id_.form == "shared":
        return id_
    return next((outer for outer in _around(id_) if outer in declared), id_)


def _around(id_: Origin) -> Iterator[Origin]:
    for node in around(id_.node):
        yield Origin(node) if node is not id_.node else replace(id_, is_sent=False)


def _in_circles(
    components: Mapping[Origin, ir.Declaration], places: Mapping[Origin, Origin]
) -> frozenset[Origin]:
    """Return the unions and aliases that can't be defined where they are declared.

    They are evaluated when their module is imported, so a module that contains one may need another
    module before its own classes are defined. These get a module each.
    """
    needs = {
        id_: {places[inner] for inner in graph.of_declaration(item) if inner in places}
        for id_, item in components.items()
        if isinstance(item, ir.Union | ir.Alias)
    }
    edges: dict[Origin, set[Origin]] = {}
    for id_, needed in needs.items():
        edges.setdefault(places[id_], set()).update(needed)
    circles = graph.circles(edges)
    return frozenset(
        id_
        for id_, needed in needs.items()
        if places[id_] != id_
        and any(
            other != places[id_] and circles.get(other) == circles[places[id_]] for other in needed
        )
    )
