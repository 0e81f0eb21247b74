"""The types of arguments, fields and results.

Signatures and classes contain them as annotations, and pages show them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from sdkwright.emit.expr import Expr, Source, subscript
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import NOTHING, TypeExpr, TypeWriter
from sdkwright.model import ir


def field_type(types: TypeWriter, field: ir.Field, *, is_deferred: bool = False) -> TypeExpr:
    """Return the annotation of a field; `is_deferred` if its types are decoded on their own."""
    written = types.write_deferred(field.type) if is_deferred else types.write(field.type)
    return written if field.required else types.optional(written)


def argument_type(index: Index, types: TypeWriter, argument: ir.Argument) -> TypeExpr:
    """Return the annotation of an argument."""
    written = argument_forms(index, types, argument)
    if argument.required:
        return written
    written |= NOTHING
    return types.optional(written) if argument.takes_null else written


def argument_forms(index: Index, types: TypeWriter, argument: ir.Argument) -> TypeExpr:
    """Return the types of the values that can be passed for an argument."""
    if argument.place == "body" and isinstance(argument.type, ir.ListOf) and _is_streamed(argument):
        inner = argument.type.item
        item = _file(index, types, inner) if argument.is_file else types.write(inner)
        return _iterable(types, "Iterable", item) | _iterable(types, "AsyncIterable", item)
    if argument.is_file:
        return _file(index, types, argument.type)
    written = types.write_argument(argument.type)
    return written | _parameters(types) if argument.place == "request" else written


def _parameters(types: TypeWriter) -> TypeExpr:
    """Return the type of a mapping that is accepted in place of the request object."""
    mapping = types.imported("collections.abc", "Mapping")
    anything = types.imported("typing", "Any")
    return TypeExpr.of(subscript(mapping, types.builtin("str"), anything))


def _is_streamed(argument: ir.Argument) -> bool:
    """Return whether a body is sent value by value, so that it need not be a list."""
    origin = argument.origin
    if not isinstance(origin, ir.RequestBody):
        return False
    media = origin.media_types[0]
    return media.is_sequence or media.content == "multipart"


def _iterable(types: TypeWriter, name: str, item: Source) -> TypeExpr:
    return TypeExpr.of(subscript(types.imported("collections.abc", name), item))


def _file(index: Index, types: TypeWriter, type_: ir.Type) -> TypeExpr:
    """Return the types of an argument that holds a file or several, or values in their place."""
    match type_:
        case ir.Nullable(inner=inner):
            return _file(index, types, inner) | NOTHING
        case ir.ListOf(item=item):
            return TypeExpr.of(subscript(types.builtin("list"), _file(index, types, item)))
    variants = index.choices(type_)
    if not variants:
        return types.imported(".types", "FileInput")
    written = [
        _file(index, types, item) if index.holds_file(item) else types.write_argument(item)
        for item in variants
    ]
    return reduce(or_, written)


def result_type(types: TypeWriter, operation: ir.Operation) -> TypeExpr:
    """Return the type of all documented successes that are not streams."""
    method = operation.signature
    return _union(types, (*method.results, *method.others))


def first_type(types: TypeWriter, operation: ir.Operation) -> TypeExpr:
    """Return the type of the successes that come unless the caller accepts others only."""
    return _union(types, operation.signature.results)


def other_types(types: TypeWriter, operation: ir.Operation) -> dict[str, list[str]]:
    """Return the types of other representations, each with their media types."""
    found: dict[str, list[str]] = {}
    for media in operation.signature.others:
        found.setdefault(_union(types, (media,)).text, []).append(media.name)
    return found


def _union(types: TypeWriter, results: Sequence[ir.MediaType | None]) -> TypeExpr:
    written = [_result(types, media) for media in results]
    return reduce(or_, written) if written else NOTHING


def _result(types: TypeWriter, media: ir.MediaType | None) -> TypeExpr:
    if media is None:
        return NOTHING
    return types.builtin("bytes") if media.content == "binary" else types.write(media.type)


def download_types(types: TypeWriter) -> tuple[Expr, Expr]:
    """Return the types of a response whose bytes are read by the caller: sync and async."""
    return _both(types, "._runtime.responses.raw", "StreamedResponse", types.builtin("bytes"))


def stream_types(types: TypeWriter, parts: ir.MediaType | None) -> tuple[Expr, Expr]:
    """Return the types of a stream of these parts: sync and async."""
    item = NOTHING if parts is None else types.write(parts.type)
    return _both(types, "._runtime.responses.events", "EventStream", item)


def _both(types: TypeWriter, module: str, name: str, inner: Source) -> tuple[Expr, Expr]:
    sync, asynchronous = (
        subscript(types.imported(module, each), inner) for each in (name, f"Async{name}")
    )
    return sync, asynchronous
