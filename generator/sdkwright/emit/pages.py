"""Source text for pagination, in the descriptor of an operation."""

from __future__ import annotations

from sdkwright.emit.expr import Expr, call, constant, imported
from sdkwright.emit.index import Index
from sdkwright.model import ir


def pages_source(index: Index, operation: ir.Operation, rule: ir.Pagination) -> Expr:
    """Return the source of a pagination rule."""
    page = next(media.type for media in operation.signature.results if media)

    def path(way: ir.Path | None) -> Expr:
        return constant(None if way is None else _path(index, page, way))

    results = path(rule.results)
    match rule:
        case ir.OffsetPages(offset=offset):
            kind = imported("._runtime.paging.offsets", "OffsetPages")
            return call(kind, _input(offset), results=results)
        case ir.NumberedPages(page=number):
            kind = imported("._runtime.paging.rules", "NumberedPages")
            further: dict[str, Expr] = {}
            if rule.first != 1:
                further["first"] = constant(rule.first)
            if rule.total is not None:
                further["total"] = path(rule.total)
            return call(kind, _input(number), results=results, **further)
        case ir.CursorPages(cursor=cursor, following=following):
            kind = imported("._runtime.paging.rules", "CursorPages")
            return call(kind, _input(cursor), path(following), results=results)
        case ir.UrlPages(following=following):
            kind = imported("._runtime.paging.rules", "UrlPages")
            return call(kind, path(following), results=results)


def _input(given: ir.PageInput) -> Expr:
    name = constant(given.name)
    return call(imported("._runtime.paging.rules", "InBody"), name) if given.in_body else name


def _path(index: Index, type_: ir.Type, path: ir.Path) -> tuple[str | int, ...]:
    """Return the path into a response, in terms of the attributes of its models."""
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
        inside = [each for item in found for each in _inside(item, step)]
        steps.append(fields[0].name.python if fields else step)
        found = [
            each
            for item in (*inside, *(field.type for field in fields))
            for each in index.variants(item)
        ]
    return tuple(steps)


def _inside(kind: ir.Type, step: str | int) -> tuple[ir.Type, ...]:
    """Return the types of what is at a step into a list, a tuple or a map."""
    match kind, step:
        case (ir.ListOf(inner) | ir.MapOf(inner)), _:
            return (inner,)
        case ir.TupleOf(items), int() if -len(items) <= step < len(items):
            return (items[step],)
    return ()
