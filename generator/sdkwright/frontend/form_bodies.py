"""Bodies of forms and of several parts: which types they can represent.

A form is an object. A multipart body is an object, each of whose properties is a part with a name,
or a list of parts without names, unless it is `multipart/form-data` (RFC 7578, section 4.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdkwright.frontend import engine, part_encodings
from sdkwright.frontend.context import Context, UntypedXmlError
from sdkwright.frontend.engine import MediaType
from sdkwright.frontend.media_names import FORM_DATA, essence_of, is_json
from sdkwright.frontend.media_types import Offer
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.xml_parts import root_of_part, xml_name
from sdkwright.model import ir
from sdkwright.model.formats import format_of
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Origin


def representable(types: Types, lowered: ir.MediaType, offer: Offer) -> ir.MediaType:
    """Return the body of a request, as bytes if its media type can't represent its type.

    Args:
        types: Knows the declarations.
        lowered: The body.
        offer: Its media type in the document.
    """
    at = offer.at
    if lowered.content not in {"form", "multipart"}:
        return lowered
    types.finish()
    allowed = _representable_kinds(lowered)
    kinds = _kinds(types.context, lowered.type, set())
    reason, fix = "", ""
    if not kinds <= allowed:
        reason = f"{essence_of(lowered.name)} can't represent this schema"
        fix = "use an object or an array" if "list" in allowed else "use an object"
    elif lowered.content == "multipart" and _has_file_tuple(types.context, lowered.type):
        reason = "a tuple with bytes can't be told from a file with its name"
        fix = "use an object, or a list of one type"
    if reason:
        types.context.warn_weak_type(
            f"{reason}; the body is passed as bytes that are already encoded",
            fix=fix,
            at=offer.schema_at,
        )
        return _as_bytes(lowered)
    if "list" in kinds:
        lowered = _of_items(types.context, lowered, offer.media, at)
    has_places = "list" in kinds and any(item.property for item in lowered.encodings)
    encodings = [
        (
            _written(types, item, offer, is_list="list" in kinds)
            if _is_not_json(types.context, lowered.type, item, has_places=has_places)
            else item
        )
        for item in lowered.encodings
    ]
    return replace(lowered, encodings=tuple(encodings))


def _written(types: Types, item: ir.Encoding, offer: Offer, *, is_list: bool) -> ir.Encoding:
    """Return the encoding of a value with structure that is not JSON: XML, if that is possible."""
    reason = ""
    if name := xml_name(item.content_type):
        try:
            root = root_of_part(types, offer, item.property, is_list=is_list)
            return replace(item, content_type=name, xml=root)
        except UntypedXmlError as problem:
            reason = f": {problem.reason}"
    what, place = f"`{item.property}`", child(offer.at, "encoding", item.property)
    if item.property == part_encodings.ITEM:
        what, place = "each part", child(offer.at, "itemEncoding")
    elif is_list:
        what, place = f"part {item.property}", child(offer.at, "prefixEncoding", item.property)
    types.context.diagnostics.warning(
        "ignored-keyword",
        f"{what} is sent as JSON: this type can't be written as {item.content_type}{reason}",
        fix="use `type: string` if callers write it themselves, or a JSON media type",
        at=child(place, "contentType"),
    )
    return item


def readable(types: Types, lowered: ir.MediaType, at: str) -> ir.MediaType:
    """Return the body of a response, as bytes if it can't be read as its type.

    A model represents a file as text, so files are not read as its properties.

    Args:
        types: Knows the declarations.
        lowered: The body.
        at: The JSON pointer of its schema.
    """
    if lowered.content not in {"form", "multipart"}:
        return lowered
    reason = unreadable(types, lowered)
    if not reason:
        return replace(lowered, encodings=(), untyped_files=frozenset())
    types.context.warn_weak_type(
        f"{reason}; the response is returned as bytes",
        fix="none needed: read the parts in your own code",
        at=at,
    )
    return _as_bytes(lowered)


def unreadable(types: Types, lowered: ir.MediaType) -> str:
    """Return why a form, or a body with several parts, can't be read as its type; "" if it can."""
    types.finish()
    if not _kinds(types.context, lowered.type, set()) <= _representable_kinds(lowered):
        return f"{essence_of(lowered.name)} can't represent this schema"
    if _holds_files(types.context, lowered.type, set()):
        return "files in parts are not typed"
    for item in lowered.encodings:
        if item.parts:
            return f"`{item.property}` has parts of its own"
        if _is_not_json(types.context, lowered.type, item):
            return f"`{item.property}` is {item.content_type}, which can't be read as its type"
        if _is_joined(types.context, lowered.type, item):
            return f"the style of `{item.property}` is only for requests"
    return ""


def _representable_kinds(lowered: ir.MediaType) -> set[str]:
    is_list = lowered.content == "multipart" and essence_of(lowered.name) != FORM_DATA
    return {"object", "list"} if is_list else {"object"}


def _as_bytes(lowered: ir.MediaType) -> ir.MediaType:
    return replace(
        lowered,
        type=ir.Primitive("string", "binary"),
        content="binary",
        encodings=(),
        schema="",
        untyped_files=frozenset(),
    )


def _holds_files(context: Context, type_: ir.Type, seen: set[Origin]) -> bool:
    """Return whether a part may be a file: a property, an element, or one of a list of these."""
    match type_:
        case ir.Primitive(kind="string", format="binary"):
            return True
        case ir.Nullable(inner=inner) | ir.ListOf(item=inner) | ir.MapOf(value=inner):
            return _holds_files(context, inner, seen)
        case ir.TupleOf(items=items):
            return any(_holds_files(context, each, seen) for each in items)
        case ir.Named(id=id_) if id_ not in seen:
            seen.add(id_)
            match context.declarations.get(id_):
                case ir.Alias(target=target):
                    return _holds_files(context, target, seen)
                case ir.Union(variants=variants):
                    return any(_holds_files(context, each, seen) for each in variants)
                case ir.Model(fields=fields, additional=additional):
                    inside = [field.type for field in fields]
                    inside += [] if additional is None else [additional]
                    return any(_holds_files(context, each, seen) for each in inside)
    return False


def _kinds(context: Context, type_: ir.Type, seen: set[Origin]) -> set[str]:
    """Return which kinds of values a body may have: "object", "list" and "other".

    Nothing is known of a value of any type, so it counts as an object.
    """
    match type_:
        case ir.Nullable(inner=inner):
            return _kinds(context, inner, seen)
        case ir.MapOf() | ir.Any():
            return {"object"}
        case ir.ListOf() | ir.TupleOf():
            return {"list"}
        case ir.Named(id=id_):
            if id_ in seen:
                return set()
            seen.add(id_)
            match context.declarations.get(id_):
                case ir.Model():
                    return {"object"}
                case ir.Alias(target=target):
                    return _kinds(context, target, seen)
                case ir.Union(variants=variants):
                    return {kind for each in variants for kind in _kinds(context, each, seen)}
    return {"other"}


def kinds_of(context: Context, type_: ir.Type) -> set[str]:
    """Return which kinds of values a type has: "object", "list" and "other"."""
    return _kinds(context, type_, set())


def properties(context: Context, type_: ir.Type) -> Iterator[ir.Field]:
    """Yield the properties that a body may have."""
    return _properties(context, type_, set())


def is_file(context: Context, type_: ir.Type) -> bool:
    """Return whether a value may be a file, or a list of files."""
    return _is_file(context, type_, set())


def _is_file(context: Context, type_: ir.Type, seen: set[Origin]) -> bool:
    match type_:
        case ir.Primitive(kind="string", format="binary"):
            return True
        case ir.Nullable(inner=inner) | ir.ListOf(item=inner):
            return _is_file(context, inner, seen)
        case ir.Named(id=id_) if id_ not in seen:
            seen.add(id_)
            match context.declarations.get(id_):
                case ir.Alias(target=target):
                    return _is_file(context, target, seen)
                case ir.Union(variants=variants):
                    return any(_is_file(context, each, seen) for each in variants)
    return False


def _properties(context: Context, type_: ir.Type, seen: set[Origin]) -> Iterator[ir.Field]:
    match type_:
        case ir.Nullable(inner=inner):
            yield from _properties(context, inner, seen)
        case ir.Named(id=id_) if id_ not in seen:
            seen.add(id_)
            match context.declarations.get(id_):
                case ir.Model(fields=fields):
                    yield from fields
                case ir.Alias(target=target):
                    yield from _properties(context, target, seen)
                case ir.Union(variants=variants):
                    for each in variants:
                        yield from _properties(context, each, seen)


def _has_file_tuple(context: Context, body: ir.Type) -> bool:
    """Return whether a part is a tuple with bytes, which looks like the name of a file and it."""
    found = [body, *(field.type for field in properties(context, body))]
    return any(_is_file_tuple(context, each, set()) for each in found)


def _is_file_tuple(context: Context, type_: ir.Type, seen: set[Origin]) -> bool:
    match type_:
        case ir.Nullable(inner=inner) | ir.ListOf(item=inner):
            return _is_file_tuple(context, inner, seen)
        case ir.TupleOf(items=items):
            return any(_may_be_bytes(context, each, set()) for each in items)
        case ir.Named(id=id_) if id_ not in seen:
            seen.add(id_)
            match context.declarations.get(id_):
                case ir.Alias(target=target):
                    return _is_file_tuple(context, target, seen)
                case ir.Union(variants=variants):
                    return any(_is_file_tuple(context, each, seen) for each in variants)
    return False


def _may_be_bytes(context: Context, type_: ir.Type, seen: set[Origin]) -> bool:
    match type_:
        case ir.Primitive(kind="string"):
            return type_.format == "binary" or format_of(type_).is_base64
        case ir.Nullable(inner=inner):
            return _may_be_bytes(context, inner, seen)
        case ir.Named(id=id_) if id_ not in seen:
            seen.add(id_)
            match context.declarations.get(id_):
                case ir.Alias(target=target):
                    return _may_be_bytes(context, target, seen)
                case ir.Union(variants=variants):
                    return any(_may_be_bytes(context, each, seen) for each in variants)
    return False


def _is_not_json(
    context: Context, body: ir.Type, encoding: ir.Encoding, *, has_places: bool = False
) -> bool:
    """Return whether a part must not be JSON although its value has structure.

    If places have encodings of their own (`has_places`), the types of the others are not known.
    """
    names = [name.strip() for name in encoding.content_type.split(",") if name.strip()]
    if (
        encoding.parts
        or encoding.is_whole
        or not names
        or any("*" in name or is_json(essence_of(name)) for name in names)
    ):
        return False
    if encoding.property == part_encodings.ITEM:
        return not has_places and _has_structure(context, body)
    if isinstance(body, ir.TupleOf):
        index = int(encoding.property)
        return index < len(body.items) and _has_structure(context, body.items[index])
    found = properties(context, body)
    return any(_has_structure(context, f.type) for f in found if f.name.wire == encoding.property)


def _has_structure(context: Context, type_: ir.Type) -> bool:
    """Return whether a part for the value, or for each element of it, is an object or a list."""
    match type_:
        case ir.Nullable(inner=inner):
            return _has_structure(context, inner)
        case ir.ListOf(item=item):
            items: tuple[ir.Type, ...] = (item,)
        case ir.TupleOf(items=items):
            pass
        case _:
            items = (type_,)
    return any(
        each != ir.Any() and _kinds(context, each, set()) & {"object", "list"} for each in items
    )


def _is_joined(context: Context, body: ir.Type, encoding: ir.Encoding) -> bool:
    """Return whether a property of a form is one text of several values, or has several names."""
    if encoding.style is None:
        return False
    joined = {"object", "list"}
    if encoding.style == "form" and encoding.explode is not False:
        joined = {"object"}  # each value of a list has the name
    types = [f.type for f in properties(context, body) if f.name.wire == encoding.property]
    return any(each != ir.Any() and _kinds(context, each, set()) & joined for each in types)


def _of_items(context: Context, lowered: ir.MediaType, media: MediaType, at: str) -> ir.MediaType:
    """Return a list of parts, with the encoding of its elements (OpenAPI 3.2, section 4.15)."""
    for name, _ in engine.keys(media.encoding):
        context.diagnostics.note(
            "ignored-keyword",
            "`encoding` is for the properties of objects, and these parts have no names",
            at=child(at, "encoding", name),
        )
    return replace(lowered, encodings=part_encodings.of_items(context, media, at))
