"""The view of the constraints on requests: a table that is imported only for checking them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from sdkwright.emit.filters import py_string
from sdkwright.emit.imports import arrange
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import TypeWriter
from sdkwright.model import graph, ir
from sdkwright.model.ecma_regex import python_pattern

_BODY = "$"
"""The key of the request body among the arguments of an operation in the runtime."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """A name with its source text."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """The entries of one operation, or of one model."""

    name: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ConstraintsView:
    imports: tuple[str, ...]
    rules: tuple[GroupView, ...]
    types: tuple[GroupView, ...]
    fields: tuple[GroupView, ...]


def constraints_view(index: Index) -> ConstraintsView | None:
    """Return the view of the constraints on requests; None if there are none."""
    types = TypeWriter(index.declarations, ("", "_constraints"))
    imports = {"from ._runtime.validation import Constraints"}
    rules, kinds = [], []
    telling = _telling(index)
    for operation in index.operations():
        rules.append(GroupView(operation.id, tuple(_rules(operation))))
        entries = []
        for key, kind in _typed(operation):
            if any(id_ in telling for id_ in graph.of_type(kind)) or _has_literal(kind):
                written = types.write(kind)
                imports |= written.imports
                entries.append(EntryView(key, f"lambda: {written.text}"))
        kinds.append(GroupView(operation.id, tuple(entries)))
    fields_ = _models(index)
    if _not_empty([*rules, *fields_]):
        imports.add("from ._runtime.validation import Rules")
    view = ConstraintsView(
        arrange(imports), _not_empty(rules), _not_empty(kinds), _not_empty(fields_)
    )
    return view if view.rules or view.types else None


def _rules(operation: ir.Operation) -> Iterator[EntryView]:
    for item, argument in zip(operation.parameters, operation.signature.parameters, strict=True):
        if written := rules_source(item.constraints):
            yield EntryView(argument.key, written)
    for media in operation.body.media_types if operation.body else ():
        if written := rules_source(media.constraints):
            yield EntryView(_BODY, written)


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
            whole = rules_source(item.constraints)
            own = [EntryView("", whole)] if whole else []
            entries = [EntryView(f.name.wire, rules_source(f.constraints)) for f in item.fields]
            groups[name] = GroupView(name, (*own, *(entry for entry in entries if entry.source)))
    return [groups[name] for name in sorted(groups)]


def _telling(index: Index) -> frozenset[str]:
    """Return the ids of declarations whose values can be invalid.

    These are closed enums, models with constraints, and everything that contains one of them.
    """
    holders: dict[str, list[str]] = {}
    found: list[str] = []
    for item in index.api.declarations:
        for inner in graph.of_declaration(item):
            holders.setdefault(inner, []).append(item.id)
        if _is_telling(item):
            found.append(item.id)
    known = dict.fromkeys(found)
    for id_ in found:
        new = [holder for holder in holders.get(id_, ()) if holder not in known]
        known |= dict.fromkeys(new)
        found += new
    return frozenset(known)


def _is_telling(item: ir.Declaration) -> bool:
    match item:
        case ir.Enum(open=is_open):
            return not is_open
        case ir.Model():
            return item.constraints != ir.FREE or any(
                field.constraints != ir.FREE or _has_literal(field.type) for field in item.fields
            )
    return False


def _has_literal(kind: ir.Type) -> bool:
    match kind:
        case ir.Literal():
            return True
        case ir.ListOf(inner) | ir.MapOf(inner) | ir.Nullable(inner):
            return _has_literal(inner)
    return False


def _not_empty(groups: list[GroupView]) -> tuple[GroupView, ...]:
    return tuple(group for group in groups if group.entries)


def rules_source(constraints: ir.Constraints) -> str:
    """Return constraints as source text for the runtime; "" if it can check none of them."""
    given = []
    for entry in fields(ir.Constraints):
        value = getattr(constraints, entry.name)
        if value == getattr(ir.FREE, entry.name):
            continue
        match value:
            case ir.Constraints():
                written = rules_source(value)
            case tuple():
                found = [made for each in value if (made := python_pattern(each)) is not None]
                written = f"({', '.join(map(py_string, found))},)" if found else ""
            case _:
                written = repr(value)
        if written:
            given.append(f"{entry.name}={written}")
    return f"Rules({', '.join(given)})" if given else ""
