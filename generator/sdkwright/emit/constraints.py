"""The view of the constraints on requests: a table that is imported only for checking them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Final

from sdkwright.emit.expr import Expr, call, constant, imported, lazy, string, tuple_of
from sdkwright.emit.imports import ImportLines, ModuleImports
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import TypeWriter
from sdkwright.model import graph, ir
from sdkwright.model.ecma_regex import python_pattern
from sdkwright.model.origin import Origin

_BODY = "$"
"""The key of the request body among the arguments of an operation in the runtime."""

_CHECKED: Final = frozenset(entry.name for entry in fields(ir.Constraints)) - {"among", "others"}
"""The constraints that the runtime checks; the others are left to the server."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """A key of the table, and the source of its value."""

    name: str
    source: Expr


@dataclass(frozen=True, slots=True)
class GroupView:
    """The entries of one operation, or of one model."""

    name: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ConstraintsView:
    imports: ImportLines
    rules: tuple[GroupView, ...]
    types: tuple[GroupView, ...]
    fields: tuple[GroupView, ...]


def constraints_view(index: Index) -> ConstraintsView | None:
    """Return the view of the constraints on requests; None if there are none."""
    operations = [*index.operations()]
    rules = _not_empty(GroupView(item.id, tuple(_rules(item))) for item in operations)
    types = _not_empty(_types(index, operations))
    fields_ = _not_empty(_models(index))
    if not (rules or types):
        return None
    imports = ModuleImports()
    imports.use(imported("._runtime.validation", "Constraints"))
    for group in (*rules, *types, *fields_):
        for entry in group.entries:
            imports.use(entry.source)
    return ConstraintsView(imports.needed(), rules, types, fields_)


def _types(index: Index, operations: list[ir.Operation]) -> Iterator[GroupView]:
    """Yield the arguments of each operation whose type alone makes some values invalid."""
    writer = TypeWriter(index.declarations, ("", "_constraints"))
    constrained = _constrained(index)
    for operation in operations:
        yield GroupView(
            operation.id,
            tuple(
                EntryView(key, lazy(writer.write(kind)))
                for key, kind in _typed(operation)
                if any(id_ in constrained for id_ in graph.of_type(kind)) or _has_literal(kind)
            ),
        )


def _rules(operation: ir.Operation) -> Iterator[EntryView]:
    for item, argument in zip(operation.parameters, operation.signature.parameters, strict=True):
        if rules := rules_source(item.constraints):
            yield EntryView(argument.key, rules)
    for media in operation.body.media_types if operation.body else ():
        if rules := rules_source(media.constraints):
            yield EntryView(_BODY, rules)


def _typed(operation: ir.Operation) -> Iterator[tuple[str, ir.Type]]:
    method = operation.signature
    yield from ((argument.key, argument.type) for argument in method.parameters)
    is_file = any(a.is_file for a in method.arguments if a.place == "body")
    if operation.body is not None and not is_file:
        yield _BODY, operation.body.media_types[0].type


def _models(index: Index) -> list[GroupView]:
    """Return the groups of the models that are sent, with an entry for each constrained field."""
    roots = [
        id_
        for operation in index.operations()
        for _, kind in _typed(operation)
        for id_ in graph.of_type(kind)
    ]
    groups: dict[str, GroupView] = {}
    for id_ in graph.closure(roots, index.declarations):
        item = index.declarations[id_]
        if isinstance(item, ir.Model):
            name = f"{item.package}.{item.name.python}"
            places = [("", item.constraints)]
            places += [(field.name.wire, field.constraints) for field in item.fields]
            entries = (
                EntryView(place, rules)
                for place, constraints in places
                if (rules := rules_source(constraints)) is not None
            )
            groups[name] = GroupView(name, tuple(entries))
    return [groups[name] for name in sorted(groups)]


def _constrained(index: Index) -> frozenset[Origin]:
    """Return the ids of declarations whose values can be invalid.

    These are closed enums, models with constraints, and everything that contains one of them.
    """
    holders: dict[Origin, list[Origin]] = {}
    found: list[Origin] = []
    for item in index.api.declarations:
        for inner in graph.of_declaration(item):
            holders.setdefault(inner, []).append(item.id)
        if _is_constrained(item):
            found.append(item.id)
    known = dict.fromkeys(found)
    for id_ in found:
        new = [holder for holder in holders.get(id_, ()) if holder not in known]
        known |= dict.fromkeys(new)
        found += new
    return frozenset(known)


def _is_constrained(item: ir.Declaration) -> bool:
    match item:
        case ir.Enum(open=is_open):
            return not is_open
        case ir.Model():
            return rules_source(item.constraints) is not None or any(
                rules_source(field.constraints) is not None or _has_literal(field.type)
                for field in item.fields
            )
    return False


def _has_literal(kind: ir.Type) -> bool:
    match kind:
        case ir.Literal():
            return True
        case ir.ListOf(inner) | ir.MapOf(inner) | ir.Nullable(inner):
            return _has_literal(inner)
    return False


def _not_empty(groups: Iterable[GroupView]) -> tuple[GroupView, ...]:
    return tuple(group for group in groups if group.entries)


def rules_source(constraints: ir.Constraints) -> Expr | None:
    """Return constraints as the runtime takes them; None if it can check none of them."""
    given: dict[str, Expr] = {}
    for entry in fields(ir.Constraints):
        value = getattr(constraints, entry.name)
        if entry.name not in _CHECKED or value == getattr(ir.FREE, entry.name):
            continue
        if (written := _rule(value)) is not None:
            given[entry.name] = written
    return call(imported("._runtime.validation", "Rules"), **given) if given else None


def _rule(value: object) -> Expr | None:
    match value:
        case ir.Constraints():
            return rules_source(value)
        case tuple():
            found = [made for each in value if (made := python_pattern(each)) is not None]
            return tuple_of(map(string, found)) if found else None
        case _:
            return constant(value)
