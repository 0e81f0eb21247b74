"""Select: keep only what operations and webhooks refer to, and what is wanted without them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sdkwright.model import graph, ir


def select(api: ir.Api) -> ir.Api:
    """Drop the declarations, exception classes and security schemes that nothing needs.

    They come from operations that were dropped, and from responses that are never returned.
    """
    operations = [operation for resource in api.resources for operation in resource.operations]
    roots = [id_ for parameter in api.globals for id_ in graph.of_type(parameter.type)]
    roots += [id_ for operation in operations for id_ in graph.of_operation(operation)]
    roots += [id_ for webhook in api.webhooks for id_ in graph.of_webhook(webhook)]
    roots += [] if api.event is None else graph.of_type(api.event)
    roots += [id_ for kind in api.components for id_ in graph.of_type(kind)]
    reached = graph.closure(roots, {item.id: item for item in api.declarations})
    kept = {*reached} | {
        item.id
        for item in api.declarations
        if isinstance(item, ir.Alias) and item.target.id in reached
    }
    raised = {error.error for operation in operations for error in operation.errors}
    used = {
        item.scheme
        for operation in operations
        for together in operation.security
        for item in together
    }
    return replace(
        api,
        declarations=tuple(item for item in api.declarations if item.id in kept),
        errors=tuple(error for error in api.errors if error.id in raised),
        security=_default_security(api, used),
        security_schemes=tuple(item for item in api.security_schemes if item.id in used),
    )


def _default_security(api: ir.Api, used: Collection[str]) -> tuple[tuple[ir.Requirement, ...], ...]:
    """Return the security of operations without their own; none if there is no such operation."""
    needed = {item.scheme for together in api.security for item in together}
    return api.security if needed <= {*used} else ((),)
