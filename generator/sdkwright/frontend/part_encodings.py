"""How parts without names are encoded: by their place, or all alike (OpenAPI 3.2, section 4.15)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.frontend import engine, keywords
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import Encoding, MediaType, Schema, SchemaOrReference
from sdkwright.frontend.media import is_valid
from sdkwright.frontend.media_names import essence_of, is_json, is_text
from sdkwright.frontend.media_types import Offer
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

ITEM: Final = ""
"""The key of the encoding that all elements of a list have, but those with one of their own."""

_ITEM: Final = "itemEncoding"
_PREFIX: Final = "prefixEncoding"
_NESTED: Final = ("encoding", _PREFIX, _ITEM)

_FILE: Final = {"type": "string", "format": "binary"}


def of_items(context: Context, media: MediaType | Encoding, at: str) -> tuple[ir.Encoding, ...]:
    """Return the encodings of the elements of a list: by index, and of all others."""
    found = []
    for key, encoding, place in _given(context, media, at):
        _report_unused(context, encoding, place, f"part {key}" if key else "each part")
        found.append(ir.Encoding(key, content_type=content_type(context, encoding, place)))
    return tuple(found)


def nested(context: Context, name: str, encoding: Encoding, at: str) -> tuple[ir.Encoding, ...]:
    """Return the encodings of the parts that a property of a form is made of itself.

    Warn of those that are ignored: parts with names, and those of what has no parts.
    """
    essence = essence_of(engine.text(encoding.contentType))
    has_parts = essence.startswith("multipart/") and essence != "multipart/form-data"
    _report_nested(context, f"`{name}`", encoding, at, "encoding" if has_parts else None)
    return of_items(context, encoding, at) if has_parts else ()


def _report_nested(
    context: Context, what: str, encoding: Encoding, at: str, only: str | None = None
) -> None:
    for key in _NESTED if only is None else (only,):
        if key in engine.extras(encoding):
            context.diagnostics.warning(
                "ignored-keyword",
                f"`{key}` is ignored: parts inside of {what} are not encoded so; callers pass "
                "content that is encoded already",
                fix="use parts without names, of a multipart media type",
                at=child(at, key),
            )


def schema_with_files(context: Context, offer: Offer) -> SchemaOrReference | None:
    """Return the schema of parts, of which those are files that only their encoding describes."""
    schema = offer.schema
    types = {
        key: engine.text(each.contentType)
        for key, each, _ in _given(context, offer.media, offer.at)
    }
    if offer.content != "multipart" or not isinstance(schema, Schema) or not types:
        return schema
    if offer.is_item:
        return _file_if(schema, types.get(ITEM, ""))
    changed: dict[str, Any] = {
        "prefixItems": [
            _file_if(item, types.get(str(index), types.get(ITEM, "")))
            for index, item in enumerate(schema.prefixItems)
        ]
    }
    if schema.items is not None:
        changed["items"] = _file_if(schema.items, types.get(ITEM, ""))
    return schema.model_copy(update=changed)


def _file_if(item: SchemaOrReference, names: str) -> SchemaOrReference:
    essence = essence_of(names.partition(",")[0])
    is_other = is_valid(essence) and not is_json(essence) and not is_text(essence)
    if not is_other or not isinstance(item, Schema):
        return item
    is_described = keywords.kinds(item) or keywords.structure(item)
    return item if is_described else Schema.model_validate(_FILE)


def _given(
    context: Context, media: MediaType | Encoding, at: str
) -> Iterator[tuple[str, Encoding, str]]:
    """Yield the encodings of parts without names, each with its key and its pointer."""
    more = engine.extras(media)
    prefix = more.get(_PREFIX)
    found = [
        (str(index), item, child(at, _PREFIX, index))
        for index, item in enumerate(prefix if isinstance(prefix, list) else [])
    ]
    if _ITEM in more:
        found.append((ITEM, more[_ITEM], child(at, _ITEM)))
    for key, item, place in found:
        encoding = context.read(Encoding, item, place)
        if encoding is not None:
            yield key, encoding, place


def content_type(context: Context, encoding: Encoding, at: str) -> str:
    """Return the media types of a part; "" if there are none, with a warning if one is invalid."""
    names = engine.text(encoding.contentType)
    if not names or all(is_valid(each.strip()) for each in names.split(",")):
        return names
    context.diagnostics.warning(
        "invalid-media-type",
        f"`{names}` is not a valid media type; it is ignored",
        fix="correct it",
        at=child(at, "contentType"),
    )
    return ""


def note_headers(context: Context, encoding: Encoding, at: str, what: str) -> None:
    """Note that the headers of a part are not sent, if it has any."""
    if encoding.headers:
        context.diagnostics.note(
            "ignored-keyword", f"headers of {what} are not sent", at=child(at, "headers")
        )


def _report_unused(context: Context, encoding: Encoding, at: str, what: str) -> None:
    """Report what of an encoding is not used."""
    note_headers(context, encoding, at, what)
    _report_nested(context, what, encoding, at)
