"""Operations whose callers choose between representations of the response."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.frontend.context import Context
from sdkwright.model import ir


def accept_others(context: Context, operation: ir.Operation) -> ir.Operation:
    """Add the parameter `Accept` to an operation with other representations (RFC 9110, 12.5.1).

    They are ignored where the result is not a single value: pages, events, and methods that take
    all parameters in one object.
    """
    others = [media for response in operation.responses for media in response.others]
    if not others:
        return operation
    kinds = {media.content for item in operation.responses for media in item.media_types}
    if operation.pagination or operation.request or kinds & {"events", "lines"}:
        ignored = ", ".join(dict.fromkeys(media.name for media in others))
        context.diagnostics.note(
            "ignored-media-type",
            f"{ignored} is ignored; the method can't return it",
            at=operation.source,
            subject=context.subject,
        )
        responses = tuple(replace(item, others=()) for item in operation.responses)
        return replace(operation, responses=responses)
    first = [media.name for item in operation.responses for media in item.media_types]
    names = dict.fromkeys((*first, *(media.name for media in others)))
    parameter = ir.Parameter(
        name=ir.Name("Accept"),
        location="header",
        type=ir.Literal(tuple(names)),
        required=False,
        doc=ir.Doc(description=f"Media type of the response. Default: `{next(iter(names))}`."),
        source=operation.source,
    )
    own = tuple(item for item in operation.parameters if not item.is_global)
    shared = operation.parameters[len(own) :]
    return replace(operation, parameters=(*own, parameter, *shared))
