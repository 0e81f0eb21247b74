"""Operations that can respond with a stream or with JSON, as the request selects."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sdkwright.frontend.context import Context
from sdkwright.model import ir

_SELECTOR: Final = "stream"
"""The boolean property of the body that selects a stream."""


def select_stream(context: Context, operation: ir.Operation) -> ir.Operation:
    """Set the body property that requests events; without one, keep only the JSON responses."""
    kinds = {media.content for item in operation.responses for media in item.media_types}
    streamed = kinds & {"events", "lines"}
    if not streamed or "json" not in kinds:
        return operation
    if streamed == {"events"} and _has_selector(context, operation.body):
        return replace(operation, stream=_SELECTOR)
    responses = tuple(
        replace(
            item,
            media_types=tuple(media for media in item.media_types if media.content not in streamed),
        )
        for item in operation.responses
    )
    context.diagnostics.note(
        "ignored-media-type",
        "the request has no field that selects a stream; only the JSON response is used",
        fix=f"add a boolean property `{_SELECTOR}` to the request body",
        at=operation.source,
        subject=context.subject,
    )
    return replace(operation, responses=responses)


def _has_selector(context: Context, body: ir.RequestBody | None) -> bool:
    media = body.media_types[0] if body else None
    type_ = None if media is None or media.is_sequence else media.type
    model = context.declarations.get(type_.id) if isinstance(type_, ir.Named) else None
    return any(
        field.name.wire == _SELECTOR and _not_null(field.type) == ir.Primitive("boolean")
        for field in (model.fields if isinstance(model, ir.Model) else ())
    )


def _not_null(type_: ir.Type) -> ir.Type:
    return type_.inner if isinstance(type_, ir.Nullable) else type_
