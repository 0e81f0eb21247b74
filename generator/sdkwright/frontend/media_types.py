"""Media types as bodies use them: references followed, and the schema of the content found.

Content of a sequential media type is described as a whole by `schema`, or item by item by
`itemSchema` (OpenAPI 3.2, section 4.14). The rest of the front end sees one schema, and whether it
is that of an item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import MediaType, Reference, SchemaOrReference, UntrustedString
from sdkwright.frontend.media import is_valid, kind_of
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

ITEM_SCHEMA: Final = "itemSchema"

ANYTHING: Final = "*/*"
"""The media type of content without a valid one."""

_SEQUENTIAL: Final = frozenset({"events", "lines", "multipart"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A media type that a body is offered in; its schema is `media.media_type_schema`.

    `at` is the JSON pointer of the media type, and `schema_at` that of the schema. `is_item` is set
    if this describes each item of the content, not the whole. `is_other` is set if callers must ask
    for the media type, `is_same` if it has the value that JSON has.
    """

    name: str
    media: MediaType
    at: str
    content: ir.Content
    schema_at: str
    is_item: bool = False
    is_other: bool = False
    is_same: bool = False

    @property
    def schema(self) -> SchemaOrReference | None:
        """The schema of the content, or of each item of it."""
        return self.media.media_type_schema

    def has_schema_of(self, other: Offer) -> bool:
        """Return whether two media types have the same schema."""
        return (self.schema, self.is_item) == (other.schema, other.is_item)


def read_offers(
    context: Context,
    content: dict[UntrustedString, MediaType] | None,
    place: str,
    *,
    is_success: bool = False,
) -> Iterator[Offer]:
    """Yield the media types of a body; report those that can't be sent.

    Args:
        context: Resolves references.
        content: The media types by name.
        place: The JSON pointer of the body.
        is_success: Whether it is the body of a success, which is read whatever its name is.
    """
    if is_success and content and not any(is_valid(name) for name, _ in engine.keys(content)):
        yield from _unnamed(context, content, place)
        return
    for name, given in engine.keys(content):
        at = child(place, "content", name)
        if not is_valid(name):
            context.diagnostics.warning(
                "invalid-media-type",
                f"`{name}` is not a valid media type; it is ignored",
                fix="correct it",
                at=at,
            )
            continue
        media, at = followed(context, given, at)
        if media is not None:
            yield _offer(context, name, media, at)


def _unnamed(
    context: Context, content: dict[UntrustedString, MediaType], place: str
) -> Iterator[Offer]:
    """Yield content of any media type, since no name of a body is valid.

    App Store Connect's document has `gzip` for reports. With several schemas it is bytes.
    """
    offers: list[Offer] = []
    for name, given in engine.keys(content):
        at = child(place, "content", name)
        context.diagnostics.warning(
            "invalid-media-type",
            f"`{name}` is not a valid media type; the response is read as {ANYTHING}",
            fix="correct it",
            at=at,
        )
        media, at = followed(context, given, at)
        if media is not None:
            offers.append(_offer(context, ANYTHING, media, at))
    for first in offers[:1]:
        if all(first.has_schema_of(other) for other in offers):
            yield first
        else:
            yield Offer(ANYTHING, MediaType(), first.at, "binary", first.schema_at)


def followed(context: Context, media: MediaType, at: str) -> tuple[MediaType | None, str]:
    """Return a media type that may be a reference, and the pointer of its declaration."""
    ref = engine.extras(media).get("$ref")
    if not isinstance(ref, str):
        return media, at
    return context.follow(Reference.model_validate({"$ref": ref}), MediaType, at)


def _offer(context: Context, name: str, media: MediaType, at: str) -> Offer:
    content = kind_of(context, name, media, at)
    raw, item_at = engine.extras(media).get(ITEM_SCHEMA), child(at, ITEM_SCHEMA)
    if raw is None:
        return Offer(name, media, at, content, child(at, "schema"))
    if content not in _SEQUENTIAL:
        context.diagnostics.warning(
            "ignored-keyword",
            f"`{ITEM_SCHEMA}` is ignored: {name} has no items",
            fix="use `schema`, or a sequential media type such as application/jsonl",
            at=item_at,
            subject=context.subject,
        )
        return Offer(name, media, at, content, child(at, "schema"))
    if media.media_type_schema is not None:
        context.diagnostics.note(
            "ignored-keyword",
            f"`schema` is not used: `{ITEM_SCHEMA}` describes each item",
            at=child(at, "schema"),
        )
    item = context.read_schema(raw, item_at)
    media = media.model_copy(update={"media_type_schema": item})
    return Offer(name, media, at, content, item_at, is_item=True)
