"""Keywords that do not affect a type: only checked requests are held to them."""

from __future__ import annotations

from typing import Final

from sdkwright.frontend import engine, keywords
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import Schema
from sdkwright.model.json_pointer import child

_IGNORED: Final = frozenset(
    {"contains", "dependentRequired", "dependentSchemas", "if", "propertyNames"}
)
"""The keywords besides `not`; see `keywords.others_of`."""


def note_ignored(context: Context, schema: Schema, at: str) -> None:
    """Note the keywords of a schema that do not affect its type, once."""
    if at in context.noted:
        return
    context.noted.add(at)
    if schema.schema_not is not None:
        context.diagnostics.note(
            "ignored-keyword",
            "`not` does not affect types; only requests are checked against it, by clients with "
            "`validate_requests=True`",
            at=child(at, "not"),
        )
    for keyword in sorted(_IGNORED & engine.extras(schema).keys()):
        context.diagnostics.note(
            "ignored-keyword",
            f"`{keyword}` does not affect types; only requests are checked against it, by clients "
            "with `validate_requests=True`, and properties that only it names are kept in the "
            "additional properties",
            at=child(at, keyword),
        )
    if keywords.values_of(schema) and not keywords.has_values(schema):
        context.warn_weak_type(
            "types cannot list values that are fractions, lists, objects or integers of more than "
            "64 bits; any value of the same kind is accepted",
            fix="none needed: values are passed through unchanged",
            at=at,
        )
