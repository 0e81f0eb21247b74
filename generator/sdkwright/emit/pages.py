"""Source text for pagination, in the descriptor of an operation."""

from __future__ import annotations

from sdkwright.emit.index import Index
from sdkwright.model import ir


def pages_source(
    index: Index, operation: ir.Operation, rule: ir.Pagination
) -> tuple[str, frozenset[str]]:
    """Return the source text of a pagination rule, and the imports that it needs."""
    page = next(media.type for media in operation.signature.results if media)
    module, given = "pages", [f"results={_path(index, page, rule.results)}"]
    match rule:
        case ir.OffsetPages(offset=offset, limit=limit):
            module = "operation"
            given = [_input(offset), *given, *_limit(limit)]
        case ir.NumberedPages(page=number, limit=limit):
            given = [_input(number), *given, *_limit(limit)]
            given += [] if rule.first == 1 else [f"first={rule.first}"]
            given += [] if rule.total is None else [f"total={_path(index, page, rule.total)}"]
        case ir.CursorPages(cursor=cursor, following=following):
            given = [_input(cursor), _path(index, page, following), *given]
        case ir.UrlPages(following=following):
            given = [_path(index, page, following), *given]
    name = type(rule).__name__
    source = f"{name}({', '.join(given)})"
    imports = {f"from ._runtime.{module} import {name}"}
    if "InBody(" in source:
        imports.add("from ._runtime.pages import InBody")
    return source, frozenset(imports)


def _input(given: ir.PageInput) -> str:
    return f"InBody({given.name!r})" if given.in_body else repr(given.name)


def _limit(given: ir.PageInput | None) -> list[str]:
    return [] if given is None else [f"limit={_input(given)}"]


def _path(index: Index, type_: ir.Type, path: ir.Path | None) -> str:
    """Return the path into a response, in terms of the attributes of its models."""
    if path is None:
        return "None"
    found = [*index.variants(type_)]
    steps: list[str | int] = []
    for step in path:
        fields = [
            field
            for item in found
            if (model := index.model(item))
            for field in model.fields
            if field.name.wire == step
        ]
        inside = [item.item if isinstance(item, ir.ListOf) else item.value
                  for item in found if isinstance(item, ir.ListOf | ir.MapOf)]  # fmt: skip
        steps.append(fields[0].name.python if fields else step)
        found = [
            each
            for item in (*inside, *(field.type for field in fields))
            for each in index.variants(item)
        ]
    return repr(tuple(steps))
