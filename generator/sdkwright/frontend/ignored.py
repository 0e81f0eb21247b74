"""Keywords that do not affect a type: what they say is left to the server to check."""

from __future__ import annotations

from typing import Final

from sdkwright.frontend import engine, keywords
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import Schema
from sdkwright.model.json_pointer import child

_IGNORED: Final = frozenset(
    {"contains", "dependentRequired", "dependentSchemas", "if", "propertyNames"}
)
"""These, and `not`; see `keywords.others_of`."""


def note_ignored(context: Context, schema: Schema, at: str) -> None:
    """Note the keywords of a schema that do not affect its type, once."""
    if at in context.noted:
        return
    context.noted.add(at)
    if schema.schema_not is not None:
        context.diagnostics.note(
            "ignored-keyword",
            "what a value must `not` be is left to the server to check",
            at=child(at, "not"),
        )
    for keyword in sorted(_IGNORED & engine.extras(schema).keys()):
        context.diagnostics.note(
            "ignored-keyword",
            f"what `{keyword}` says is left to the server to check; properties that only it "
            "names are found among the additional ones",
            at=child(at, keyword),
        )
    if keywords.values_of(schema) and not keywords.has_values(schema):
        context.weak(
            "no type can list values that are fractions, lists or objects, so any other of "
            "their kind is accepted",
            fix="leave it: values pass through unchanged",
            at=at,
        )
