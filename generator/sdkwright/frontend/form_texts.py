"""Properties of forms that are texts of JSON: with `contentMediaType` and `contentSchema`.

Callers pass what is in the text, or the text itself. A list is not split into its elements, as it
is without these keywords (OpenAPI 3.1, section 4.8.15).
"""

from __future__ import annotations

from dataclasses import replace

from sdkwright.frontend.contents import with_contents
from sdkwright.frontend.context import Content
from sdkwright.frontend.form_bodies import kinds_of
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir


def with_texts(types: Types, lowered: ir.MediaType) -> ir.MediaType:
    """Return the body of a request in which texts of JSON have the types of what is in them.

    One that may hold a text stays text, since nothing would tell it from what is in it.
    """
    if lowered.content not in {"form", "multipart"}:
        return lowered
    encodings = {each.property: each for each in lowered.encodings}
    found: dict[str, str] = {}

    def type_of(types: Types, field: ir.Field, content: Content) -> ir.Type | None:
        found[field.name.wire] = content.media_type
        kind = types.lower(content.item, content.at, content.scope)
        types.finish()
        is_structure = kind != ir.Any() and kinds_of(types.context, kind) <= {"object", "list"}
        return kind if is_structure else None

    kind = with_contents(types, lowered.type, type_of, form="form")
    for name, media_type in found.items():
        given = encodings.get(name, ir.Encoding(name))
        named = given.content_type or media_type
        encodings[name] = replace(given, content_type=named, is_whole=True)
    return replace(lowered, type=kind, encodings=tuple(encodings.values()))
