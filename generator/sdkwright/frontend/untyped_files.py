"""Properties of multipart forms that are files because nothing says what else they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdkwright.frontend import engine, merging
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import MediaType, Schema
from sdkwright.frontend.media import is_valid
from sdkwright.frontend.media_names import essence_of, is_json
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.model.versions import minor


def with_untyped_files(
    types: Types, lowered: ir.MediaType, media: MediaType, at: str
) -> ir.MediaType:
    """Find the properties of a form that are files, since they have no type.

    Their media type is `application/octet-stream` (OpenAPI 3.1, section 4.8.14.4), or the
    `contentMediaType` of their schema. OpenAPI 3.0 has no such default.
    """
    context = types.context
    if lowered.content != "multipart" or minor(context.data) == 0:
        return lowered
    types.finish()
    untyped = _untyped(context, lowered.type)
    encodings = {item.property: item for item in lowered.encodings}
    found: set[str] = set()
    for name, schema in _properties(context, media, at):
        encoding = encodings.get(name, ir.Encoding(name))
        keywords = engine.extras(schema)
        if (
            name not in untyped
            or encoding.style is not None
            or "contentEncoding" in keywords
            or is_json(essence_of(encoding.content_type))
        ):
            continue
        found.add(name)
        given = keywords.get("contentMediaType")
        if isinstance(given, str) and is_valid(given) and not encoding.content_type:
            encodings[name] = replace(encoding, content_type=given)
    return replace(lowered, encodings=tuple(encodings.values()), untyped_files=frozenset(found))


def _untyped(context: Context, kind: ir.Type) -> set[str]:
    """Return the properties of a model that may be anything, or lists of anything."""
    model = context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    if not isinstance(model, ir.Model):
        return set()
    return {field.name.wire for field in model.fields if _is_untyped(field.type)}


def _is_untyped(kind: ir.Type) -> bool:
    match kind:
        case ir.Nullable(inner=inner) | ir.ListOf(item=inner):
            return _is_untyped(inner)
    return kind == ir.Any()


def _properties(context: Context, media: MediaType, at: str) -> Iterator[tuple[str, Schema]]:
    """Yield the properties of a form, each with the schema of its value, or of its items."""
    schema, at = context.follow(media.media_type_schema, Schema, at)
    if schema is None:
        return
    for found in merging.properties(merging.leaves(context, schema, at)):
        for _, part in found.parts:
            inner, inner_at = context.follow(part.item, Schema, part.at)
            if inner is not None and inner.items is not None:
                inner, _ = context.follow(inner.items, Schema, child(inner_at, "items"))
            if inner is not None:
                yield found.name, inner
