"""Media types: which kind of content each is.

Looks only at names and schemas; `bodies` decides which media types to use.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from sdkwright.frontend import keywords, media_names, merging
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import DataType, MediaType, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

_NAME: Final = re.compile(
    r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+/[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?:\s*;[ !-~]*)?"
)
_LINES: Final = frozenset(
    {
        "application/json-lines",
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/x-json-stream",
        "application/x-jsonlines",
        "application/x-ndjson",
        "application/stream+json",
    }
)

_RECORDS: Final = re.compile(r"application/(?:.+\+)?json-seq")
"""Records of JSON (RFC 7464), and formats based on them (RFC 8091)."""


def is_valid(name: str) -> bool:
    """Return whether a media type can be sent (RFC 9110, section 8.3.1)."""
    return _NAME.fullmatch(name) is not None


def kind_of(context: Context, name: str, media: MediaType, at: str) -> ir.Content:
    """Return how content of a media type is serialized."""
    essence = media_names.essence_of(name)
    if essence in _LINES or _RECORDS.fullmatch(essence):
        return "lines"
    if media_names.is_json(essence):
        return "json"
    if media_names.is_xml(essence) and media.media_type_schema is not None:
        return "xml"
    if essence == "text/event-stream":
        return "events"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    if essence in {"*/*", "application/*"} and _is_structured(context, media, at):
        return "json"  # frameworks write it if the server chooses
    return "text" if media_names.is_text(essence) else "binary"


def _is_structured(context: Context, media: MediaType, at: str) -> bool:
    schema, _ = context.follow(media.media_type_schema, Schema, child(at, "schema"))
    if schema is None:
        return False
    kinds = keywords.kinds(schema)
    if kinds:
        return kinds != [DataType.STRING]
    return bool(schema.allOf or schema.oneOf or schema.anyOf)


def holds_files(context: Context, media: MediaType, at: str) -> bool:
    """Return whether an object has files among its properties: JSON cannot represent a file.

    Args:
        context: Resolves references.
        media: The media type of the object.
        at: The JSON pointer of its schema.
    """
    schema, at = context.follow(media.media_type_schema, Schema, at)
    if schema is None:
        return False
    return any(
        _is_file(context, part)
        for found in merging.properties(merging.leaves(context, schema, at))
        for _, part in found.parts
    )


def _is_file(context: Context, part: Part) -> bool:
    """Return whether a value is a file, may be one, or is a list of them."""
    seen: set[str] = set()
    pending = [part]
    while pending:
        item = pending.pop()
        schema, at = context.follow(item.item, Schema, item.at)
        if schema is None or at in seen:
            continue
        seen.add(at)
        if keywords.format_of(schema) == "binary":
            return True
        pending += [
            *keywords.all_of(schema, at),
            *chain.from_iterable(keywords.choices(schema, at)),
        ]
        if schema.items is not None:
            pending.append(Part(schema.items, child(at, "items")))
    return False
