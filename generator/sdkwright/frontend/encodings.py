"""How the properties of forms are serialized: their media types or their styles.

A style makes a property what a parameter of a query is, in which case its media type has no meaning
(OpenAPI 3.1, section 4.8.15.1.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from sdkwright.frontend import engine, part_encodings
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import Encoding, MediaType
from sdkwright.frontend.form_bodies import is_file, properties
from sdkwright.frontend.media_names import FORM_DATA, essence_of
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.model.versions import minor

Encodings: TypeAlias = tuple[ir.Encoding, ...]

_STYLES: Final[tuple[ir.Style, ...]] = ("form", "spaceDelimited", "pipeDelimited", "deepObject")
_OF_STYLE: Final = ("style", "explode", "allowReserved")
"""The keywords each of which makes a property a parameter of a query."""


def encodings_of(types: Types, body: ir.MediaType, media: MediaType, at: str) -> Encodings:
    """Return how the properties of a body are serialized, and note what is ignored.

    Args:
        types: Knows the declarations.
        body: The body, with its type.
        media: Its media type in the document.
        at: The JSON pointer of the media type.
    """
    if not media.encoding:
        return ()
    context = types.context
    if body.content not in {"form", "multipart"}:
        context.diagnostics.note(
            "ignored-keyword",
            f"`encoding` is for forms and bodies with several parts, not for {body.name}",
            at=child(at, "encoding"),
        )
        return ()
    types.finish()
    fields = [*properties(context, body.type)]
    files = {
        field.name.wire
        for field in fields
        if body.content == "multipart" and is_file(context, field.type)
    }
    if fields:
        _note_unknown(context, media, {field.name.wire for field in fields}, at)
    return tuple(_each(context, body, media, files, at))


def _note_unknown(context: Context, media: MediaType, known: set[str], at: str) -> None:
    """Note the encodings of properties that the schema does not name."""
    for name, _ in engine.keys(media.encoding):
        if name not in known:
            context.diagnostics.note(
                "ignored-keyword",
                f"the schema names no property `{name}`, to which this encoding would apply",
                fix="correct or remove it",
                at=child(at, "encoding", name),
            )


def _each(
    context: Context, body: ir.MediaType, media: MediaType, files: set[str], at: str
) -> Iterator[ir.Encoding]:
    for name, encoding in engine.keys(media.encoding):
        place = child(at, "encoding", name)
        part_encodings.note_headers(context, encoding, place, f"the part `{name}`")
        content_type = part_encodings.content_type(context, encoding, place)
        styled = [key for key in _OF_STYLE if key in encoding.model_fields_set]
        reason = _unstyled(context, body, is_of_files=name in files) if styled else ""
        if not styled or reason:
            for key in styled:
                context.diagnostics.note(
                    "ignored-keyword", f"`{key}` of `{name}` {reason}", at=child(place, key)
                )
            parts = part_encodings.nested(context, name, encoding, place)
            yield ir.Encoding(name, content_type, parts=parts)
            continue
        if content_type:
            context.diagnostics.note(
                "ignored-keyword",
                f"`contentType` of `{name}` has no meaning beside `{styled[0]}`",
                at=child(place, "contentType"),
            )
        yield ir.Encoding(
            name,
            style=_style(context, encoding, name, place),
            explode=encoding.explode if "explode" in styled else None,
            allow_reserved=encoding.allowReserved and body.content == "form",
        )


def _unstyled(context: Context, body: ir.MediaType, *, is_of_files: bool) -> str:
    """Return why a property has no style although the document says one; "" if it has it."""
    if body.content == "multipart":
        if minor(context.data) == 0:
            return "is only for forms in OpenAPI 3.0, not for parts"
        if essence_of(body.name) != FORM_DATA:
            return f"has no meaning in {essence_of(body.name)}"
        if is_of_files:
            return "is ignored: a file is always a part of its own"
    return ""


def _style(context: Context, encoding: Encoding, name: str, place: str) -> ir.Style:
    requested = engine.text(encoding.style)
    style = next((item for item in _STYLES if item == requested), _STYLES[0])
    if requested and style != requested:
        context.diagnostics.warning(
            "invalid-style",
            f"style `{requested}` is not allowed for the property `{name}` of a form; "
            f"using `{style}`",
            fix=f"use {' or '.join(_STYLES)}",
            at=child(place, "style"),
            subject=context.subject,
        )
    return style
