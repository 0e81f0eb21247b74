"""The view of the schemas of requests: data that is imported only for checking what is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sdkwright.emit.expr import Expr, imported, literal
from sdkwright.emit.imports import ImportLines, ModuleImports
from sdkwright.emit.index import Index
from sdkwright.model import ir
from sdkwright.model.lookup import is_merge_patch

_BODY: Final = "$"
"""The key of the request body among the arguments of an operation in the runtime."""

_UNCHECKED: Final = frozenset({"binary", "events"})
"""The kinds of content that no schema describes as a whole."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """A key of the table, and the source of its value."""

    name: str
    source: Expr


@dataclass(frozen=True, slots=True)
class GroupView:
    """The schemas of the arguments of one operation."""

    name: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ConstraintsView:
    imports: ImportLines
    operations: tuple[GroupView, ...]
    schemas: tuple[EntryView, ...]


def constraints_view(index: Index) -> ConstraintsView | None:
    """Return the view of the schemas of requests; None if they accept every value."""
    known = {item.place: item for item in index.api.request_schemas}
    waiting: list[str] = []
    groups: list[GroupView] = []
    for operation in index.operations():
        found = [
            (key, known[place]) for key, place in _places(operation) if known[place].text != "{}"
        ]
        if found:
            is_of_part = operation.body is not None and _is_schema_of_part(operation.body)
            entries = tuple(
                EntryView(key, _source(schema, is_of_item=is_of_part and key == _BODY))
                for key, schema in found
            )
            groups.append(GroupView(operation.id, entries))
            waiting += [place for _, schema in found for place in schema.refers]
    if not groups:
        return None
    imports = ModuleImports()
    imports.use(imported("._runtime.validation", "Constraints"))
    schemas = tuple(
        EntryView(place, _source(known[place])) for place in sorted(_closure(waiting, known))
    )
    return ConstraintsView(imports.needed(), tuple(groups), schemas)


def _closure(places: list[str], known: Mapping[str, ir.RequestSchema]) -> set[str]:
    waiting = [*places]
    found = {*waiting}
    for place in waiting:
        new = [other for other in known[place].refers if other not in found]
        waiting += new
        found.update(new)
    return found


def _places(operation: ir.Operation) -> Iterator[tuple[str, str]]:
    """Yield the arguments of an operation that have a schema, and its place."""
    method = operation.signature
    for item, argument in zip(operation.parameters, method.parameters, strict=True):
        if item.schema:
            yield argument.key, item.schema
    is_file = any(argument.is_file for argument in method.arguments if argument.place == "body")
    for media in operation.body.media_types[:1] if operation.body and not is_file else ():
        # A merge patch is no value of its schema: it removes with null what the schema requires.
        if media.schema and media.content not in _UNCHECKED and not is_merge_patch(media):
            yield _BODY, media.schema


def _is_schema_of_part(body: ir.RequestBody) -> bool:
    return any(media.is_schema_of_part for media in body.media_types[:1])


def _source(schema: ir.RequestSchema, *, is_of_item: bool = False) -> Expr:
    """Return a schema, or that of a list of what it describes."""
    rules = json.loads(schema.text)
    return literal({"type": "array", "items": rules} if is_of_item else rules)
