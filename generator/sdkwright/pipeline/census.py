"""Compares the contents of a document with those of the SDK, so that nothing is lost silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir, methods
from sdkwright.model.path_items import followed
from sdkwright.pipeline.report import Report

_ABSENCES: Final = frozenset({"dropped-operation", "ignored-operation"})
"""The codes with which the front end reports that an operation, the subject, is not in the SDK."""


def operations_of(data: Mapping[str, Any]) -> list[str]:
    """List the operations of a document, each as "METHOD /path".

    A path item that refers to another one in the document includes its operations.
    """
    return [
        name
        for path, item in _entries(data, data.get("paths"))
        for name in dict.fromkeys(f"{method} {path}" for method, _ in _operations(item))
    ]


def operation_ids(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the operationIds of a document by operation or webhook ("METHOD name")."""
    webhooks = data.get("webhooks") or data.get("x-webhooks")
    places = [*_entries(data, data.get("paths")), *_entries(data, webhooks)]
    return {
        f"{method} {path}": made["operationId"]
        for path, item in places
        for method, made in _operations(item)
        if isinstance(made, dict) and isinstance(made.get("operationId"), str)
    }


def _operations(item: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield what a path item has under a method, as it is sent, whether it can be or not."""
    for method, _, value in methods.operations_in(item):
        yield methods.sent(method), value
    yield from ((key.upper(), item[key]) for key in methods.repeated_in(item))
    more = item.get(methods.ADDITIONAL)
    yield from more.items() if isinstance(more, dict) else ()


def webhooks_of(data: Mapping[str, Any]) -> list[str]:
    """List the requests that the server makes according to a document, each as "METHOD name".

    These are the document's `webhooks` (`x-webhooks` before OpenAPI 3.1), and the callbacks of
    operations that are not ignored; one that several operations refer to counts once.
    """
    named = [*_entries(data, data.get("webhooks") or data.get("x-webhooks"))]
    for _, item in _entries(data, data.get("paths")):
        for _, _, operation in methods.operations_in(item):
            if isinstance(operation, dict) and operation.get("x-speakeasy-ignore") is not True:
                for name, callback in _entries(data, operation.get("callbacks")):
                    named += [(name, inner) for _, inner in _entries(data, callback)]
    found = {
        id(operation): f"{methods.sent(method)} {name}"
        for name, item in named
        for method, _, operation in methods.operations_in(item)
    }
    return list(found.values())


def count(
    api: ir.Api,
    operations: Sequence[str],
    webhooks: Sequence[str],
    report: Report,
    diagnostics: Diagnostics,
) -> None:
    """Count the operations and webhooks of the document that are in the SDK.

    Args:
        api: The API as lowered by the front end.
        operations: The operations of the document, each as "METHOD /path".
        webhooks: Its webhooks, each as "METHOD name".
        report: Gets the numbers, and the operations that are missing.
        diagnostics: Contains the reason why each of those is missing. One that is missing without a
            reason becomes an error.
    """
    made = {
        f"{operation.verb} {operation.path}"
        for resource in api.resources
        for operation in resource.operations
    }
    report.generated = len(made)
    report.skipped = tuple(operation for operation in operations if operation not in made)
    said = {item.subject for item in diagnostics.items if item.code in _ABSENCES}
    known = Counter(f"{methods.sent(item.method)} {item.name.wire}" for item in api.webhooks)
    report.webhooks_generated = known.total()
    for operation in (*report.skipped, *(Counter(webhooks) - known)):
        if operation not in said:
            diagnostics.error(
                "internal-error",
                "the operation is missing from the SDK, and no stage reported why",
                fix="please report this as a bug of the generator, with the document",
                subject=operation,
            )


def _entries(data: Mapping[str, Any], holder: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, item in holder.items() if isinstance(holder, Mapping) else ():
        yield name, followed(data, item)
