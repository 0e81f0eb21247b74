"""Bodies of plain text that are numbers or booleans."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sdkwright.frontend import keywords
from sdkwright.frontend.context import Scope
from sdkwright.frontend.engine import DataType, Schema
from sdkwright.frontend.media_names import essence_of
from sdkwright.frontend.media_types import Offer
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir

_READ: Final = frozenset({DataType.BOOLEAN, DataType.INTEGER, DataType.NUMBER})


def typed_text(types: Types, lowered: ir.MediaType, offer: Offer, scope: Scope) -> ir.MediaType:
    """Return a text with the type of its schema, if this is a number or a boolean.

    Args:
        types: Lowers the schema.
        lowered: The body, as text.
        offer: Its media type in the document.
        scope: The basis for names of inline types.
    """
    if lowered.content != "text" or essence_of(lowered.name) != "text/plain":
        return lowered
    schema, _ = types.context.follow(offer.schema, Schema, offer.schema_at)
    if schema is None or len(kinds := keywords.kinds(schema)) != 1 or not _READ.issuperset(kinds):
        return lowered
    kind = types.lower(offer.schema, offer.schema_at, scope)
    # Nothing says how null is spelled.
    return lowered if isinstance(kind, ir.Nullable) else replace(lowered, type=kind)
